"""Where a table may be written: in the place of nothing that a project is made of."""

from pathlib import Path

from audioclf_gui.core.content import check_place
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.project_files import is_called_project
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView

_ELSEWHERE = Text("Choose another place for the table.")


def check_table_place(out: Path, view: CatalogueView) -> None:
    """UserError if there cannot be a table at `out`, or a project or one of its sounds would make way."""
    if is_called_project(out):
        raise UserError(Text("{name} is the name of a project", name=out.name), remedy=_ELSEWHERE)
    sounds = (view.audio_path(clip) for clip in view.clips)
    try:
        check_place(out)
        is_sound = out.exists() and any(path.exists() and out.samefile(path) for path in sounds)
    except OSError as error:
        raise cannot_write(out, error) from error
    if is_sound:
        raise UserError(Text("{name} is a sound of the project", name=out.name), remedy=_ELSEWHERE)
