"""Every example in the reference of the Python interface does what it shows."""

import doctest
import inspect
from pathlib import Path

import numpy as np
import pytest

import audioclf_gui as ac
from audioclf_gui import api

pandas = pytest.importorskip("pandas")

NAMES = [name for name in api.__all__ if getattr(api, name).__module__.startswith("audioclf_gui.api")]
WITH_EXAMPLE = [name for name in NAMES if inspect.isfunction(getattr(api, name))]


@pytest.mark.parametrize("name", NAMES)
def test_every_example_does_what_it_shows(name, folder, project, run, model):
    shown = getattr(api, name)
    names = {"ac": ac, "np": np, "pandas": pandas, "folder": folder}
    names |= {"project": project, "run": run, "model": model}
    runner = doctest.DocTestRunner()
    for example in doctest.DocTestFinder().find(shown, name, globs=names):
        runner.run(example)
    assert runner.summarize(verbose=False).failed == 0


def test_the_first_page_of_the_reference_does_what_it_shows(folder):
    page = Path(__file__).resolve().parents[2] / "packaging" / "reference" / "index.rst"
    result = doctest.testfile(str(page), module_relative=False, globs={"folder": folder}, encoding="utf-8")
    assert result.attempted > 5
    assert result.failed == 0


@pytest.mark.parametrize("name", WITH_EXAMPLE)
def test_every_function_says_what_it_takes_gives_and_refuses_and_shows_it(name):
    told = inspect.getdoc(getattr(api, name)) or ""
    wanted = {"Parameters", "Examples"} if name == "show_progress" else {
        "Parameters", "Returns", "Raises", "Examples",
    }  # fmt: skip
    assert not [title for title in wanted if f"\n{title}\n{'-' * len(title)}\n" not in told]
    parameters = inspect.signature(getattr(api, name)).parameters
    assert not [parameter for parameter in parameters if parameter not in told]
