"""How Sphinx renders the reference of the Python interface; `packaging/render_reference.py` runs it."""

from sphinx.application import Sphinx
from sphinx.config import Config

import audioclf_gui

project = "audioclf_gui"
project_copyright = "the authors of audioclf_gui"
version = release = audioclf_gui.__version__

extensions = ["sphinx.ext.autodoc", "sphinx.ext.autosummary", "numpydoc"]
autosummary_generate = False
autodoc_member_order = "bysource"
autodoc_typehints = "none"  # the docstrings say what is taken, in words
numpydoc_show_class_members = False
numpydoc_xref_param_type = True
numpydoc_xref_aliases = {name: f"audioclf_gui.{name}" for name in audioclf_gui.__all__ if name[0].isupper()}
numpydoc_xref_ignore = "all"  # but these, since nothing else in a type has a page here
add_module_names = False
default_role = "autolink"
nitpicky = True

html_theme = "alabaster"
html_theme_options = {"fixed_sidebar": True, "page_width": "1180px", "body_max_width": "900px"}
html_show_sphinx = False
html_show_copyright = False
html_copy_source = False
html_show_sourcelink = False


def setup(app: Sphinx) -> None:
    """Let nothing lead elsewhere, and leave out how classes are called, since functions make them."""
    app.connect("config-inited", _link_own_types_only, priority=900)  # after numpydoc's own
    app.connect("autodoc-process-signature", _without_constructor)


def _link_own_types_only(_app: Sphinx, config: Config) -> None:
    config.numpydoc_xref_aliases_complete = dict(config.numpydoc_xref_aliases)


def _without_constructor(_app: Sphinx, what: str, *_: object) -> tuple[str, str] | None:
    return ("", "") if what in {"class", "exception"} else None
