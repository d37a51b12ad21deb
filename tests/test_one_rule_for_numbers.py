"""Numbers that somebody reads in the window are written by `gui.text`, and typed ones are read by it."""

import ast
import re
from collections.abc import Iterator

import pytest

PLACE = "gui/text.py"
DECIMAL = re.compile(r"[^%]*[eEfFgG]|[^%]*\d%|%|.*,.*")
HONEST = {
    "gui/label/picture_export.py": "a width as the session keeps it",
    "gui/label/spectrogram_pane.py": "the key of a picture that is kept",
    "gui/live/clip_capture.py": "the name of a file",
}
"""Where a number is written otherwise, and why nobody reads it there."""

DAYS = {
    "gui/takes.py": "the name of a file",
}
"""The same of days."""

FIELDS = {"QSpinBox", "QDoubleSpinBox", "QDoubleValidator", "QIntValidator"}


def specs_in(tree: ast.AST) -> Iterator[str]:
    """The formats of f-strings, of `format` and of `"...".format`; those of a template are the Text's."""
    for node in ast.walk(tree):
        match node:
            case ast.FormattedValue(format_spec=ast.JoinedStr() as spec):
                yield ast.unparse(spec)[2:-1]
            case ast.Call(func=ast.Name("format"), args=[_, ast.Constant(str(spec))]):
                yield spec
            case ast.Call(func=ast.Attribute(ast.Constant(str(template)), "format")):
                yield from re.findall(r"\{[^{}:]*:([^{}]*)\}", template)
            case ast.BinOp(ast.Constant(str(template)), ast.Mod()):
                yield from re.findall(r"%[-+ 0#]*\d*(?:\.\d+)?([feEgG])", template)


def decimals_in(tree: ast.AST) -> list[str]:
    return [spec for spec in specs_in(tree) if DECIMAL.fullmatch(spec)]


def days_in(tree: ast.AST) -> list[str]:
    """Formats with the day, month or year of a date."""
    by_hand = (node for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "strftime")
    return [
        *(spec for spec in specs_in(tree) if re.search(r"%[YymdBbjx]", spec)),
        *map(ast.unparse, by_hand),
    ]


def of_gui(modules):
    return {place: tree for place, tree in modules.items() if place.startswith("gui/") and place != PLACE}


def test_no_second_place_writes_decimals(modules):
    found = {place: decimals_in(tree) for place, tree in of_gui(modules).items()}
    assert {place: specs for place, specs in found.items() if specs and place not in HONEST} == {}
    assert [place for place in HONEST if not found.get(place)] == []


def test_no_second_place_writes_days(modules):
    found = {place: days_in(tree) for place, tree in of_gui(modules).items()}
    assert {place: specs for place, specs in found.items() if specs and place not in DAYS} == {}
    assert [place for place in DAYS if not found.get(place)] == []


def test_every_field_for_numbers_takes_a_point_and_a_comma(modules):
    users = {
        place
        for place, tree in of_gui(modules).items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and FIELDS & {alias.name for alias in node.names}
    }
    assert users == {"gui/number_box.py"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('f"{value:.2f}"', [".2f"]),
        ('f"{value:.{decimals}f} s"', [".{decimals}f"]),
        ('f"{share:.0%}"', [".0%"]),
        ('f"{value:g}"', ["g"]),
        ('format(value, ".3f")', [".3f"]),
        ('"%.2f" % value', ["f"]),
        ('"{:.1f}".format(value)', [".1f"]),
        ('f"{count:,}"', [","]),
        ('f"{number:02}"', []),
        ('f"{when:%H:%M}"', []),
        ('Text("{share:.2f}", share=share)', []),
    ],
)
def test_the_rule_sees_decimals(source, expected):
    assert decimals_in(ast.parse(source)) == expected


@pytest.mark.parametrize(("source", "count"), [('f"{when:%Y-%m-%d}"', 1), ('f"{when:%H:%M}"', 0)])
def test_the_rule_sees_days(source, count):
    assert len(days_in(ast.parse(source))) == count
