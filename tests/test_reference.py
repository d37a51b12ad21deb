"""The reference of the Python interface names what is there, and the check of its links bites."""

import importlib.util
import inspect
import re
import sys
from pathlib import Path

import pytest

from audioclf_gui import api

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"
PAGES = sorted((PACKAGING / "reference").glob("*.rst"))


@pytest.fixture(scope="module")
def rendering():
    specification = importlib.util.spec_from_file_location(
        "render_reference", PACKAGING / "render_reference.py"
    )
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


def test_every_public_name_has_its_place_and_is_in_the_table_of_contents():
    text = "".join(page.read_text("utf-8") for page in PAGES if page.name != "index.rst")
    shown = re.findall(r"^\.\. auto(?:function|class|exception):: (\w+)$", text, re.MULTILINE)
    assert sorted(shown) == sorted(api.__all__)
    index = (PACKAGING / "reference" / "index.rst").read_text("utf-8")
    assert set(api.__all__) <= set(re.findall(r"^   (\w+)$", index, re.MULTILINE))


def test_every_public_property_and_method_is_shown():
    for page in PAGES:
        text = page.read_text("utf-8")
        for name, members in re.findall(r"autoclass:: (\w+)\n   :members: (.+)", text):
            own = {one for one, value in vars(getattr(api, name)).items() if _is_shown(one, value)}
            assert set(members.split(", ")) == own - _OF_THE_ENGINE.get(name, set())


_OF_THE_ENGINE = {"OpenProject": {"engine", "clip_called", "trained_run"}}
"""What the functions of this package use, and nobody else should."""


def _is_shown(name: str, value: object) -> bool:
    return not name.startswith("_") and (inspect.isfunction(value) or isinstance(value, property))


@pytest.mark.parametrize("name", [one for one in api.__all__ if one not in {"Region", "UserError"}])
def test_a_docstring_names_nothing_that_is_not_there(name):
    shown = getattr(api, name)
    known = {*api.__all__, *_names_in(shown)}
    for place in (shown, *(vars(shown).values() if inspect.isclass(shown) else ())):
        told = inspect.getdoc(place) if inspect.isfunction(place) or place is shown else ""
        for one in re.findall(r"(?<!`)`([^`]+)`(?!`)", told or ""):
            holder, _, member = one.partition(".")
            assert holder in known, one
            assert not member or hasattr(getattr(api, holder), member), one


def _names_in(shown: object) -> set[str]:
    if not inspect.isclass(shown):
        return set(inspect.signature(shown).parameters)
    return {*vars(shown), *getattr(shown, "__annotations__", {})}


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ('<a href="other.html">', None),
        ('<a href="other.html#there">', None),
        ('<a href="#here" id="here">', None),
        ('<a href="https://example.org/">', None),
        ('<a href="gone.html">', "gone.html leads nowhere"),
        ('<a href="other.html#gone">', "there is no place other.html#gone"),
        ('<a href="#gone">', "there is no place #gone"),
        ('<img src="gone.png">', "gone.png leads nowhere"),
        ('<script src="https://example.org/a.js">', "script loads https://example.org/a.js"),
        ('<link href="//example.org/a.css">', "link loads //example.org/a.css"),
    ],
)
def test_a_link_that_leads_nowhere_is_found(rendering, tmp_path, body, problem):
    (tmp_path / "page.html").write_text(f"<html>{body}</html>", "utf-8")
    (tmp_path / "other.html").write_text('<p id="there">', "utf-8")
    assert list(rendering.bad_links(tmp_path)) == ([] if problem is None else [f"page.html: {problem}"])
