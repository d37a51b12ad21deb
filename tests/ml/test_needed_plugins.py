"""A model says which plug-ins it needs, and nothing that a stranger wrote becomes a command."""

import pytest

from audioclf_gui.core.plugins import Package
from audioclf_gui.ml.needed_plugins import (
    missing_plugin,
    needed_plugins,
    other_version,
    plugins_from_json,
    plugins_to_json,
)

ELSEWHERE = Package("other-ears", "2.1")


def described(front_end: str, architecture: str, plugins: object) -> dict[str, object]:
    return {"front_end": {"kind": front_end}, "architecture": architecture, "plugins": plugins}


def test_a_model_of_the_programs_own_needs_none_and_says_nothing_of_it():
    assert needed_plugins("log-mel", "mlp") == ()
    assert plugins_to_json(()) == {}
    assert plugins_from_json({}) == ()
    assert missing_plugin(described("log-mel", "mlp", {"other-ears": "2.1"})) is None


@pytest.mark.parametrize(
    ("front_end", "architecture", "what"),
    [("ears", "mlp", "the front end “ears”"), ("log-mel", "brain", "the architecture “brain”")],
)
def test_what_is_missing_is_named_with_the_package_that_adds_it(front_end, architecture, what):
    document = described(front_end, architecture, plugins_to_json((ELSEWHERE,))["plugins"])
    reason, remedy = missing_plugin(document)
    assert str(reason) == f"it needs {what} of other-ears 2.1, which is not installed"
    assert str(remedy) == "If you trust its authors, run: pip install other-ears==2.1"


@pytest.mark.parametrize(
    "plugins",
    [
        {"x; rm -rf ~": "1"},
        {"--index-url": "1"},
        {"https://example.org/x": "1"},
        {"fine": "1 --pre"},
        {"fine": "1;x"},
        {"fine": 1},
        ["fine"],
        "fine",
        7,
    ],
)
def test_what_is_no_name_of_a_package_is_not_repeated(plugins):
    assert plugins_from_json(described("ears", "mlp", plugins)) == ()
    assert missing_plugin(described("ears", "mlp", plugins)) is None


def test_another_version_than_the_models_is_told_as_what_may_be_wrong():
    assert other_version(()) is None
    told = str(other_version((ELSEWHERE,)))
    assert told == "It was made with other-ears 2.1. Run: pip install other-ears==2.1"
