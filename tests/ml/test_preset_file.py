"""Saved presets as YAML files."""

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.preset_file import checked_name, read_preset, written_preset
from audioclf_gui.ml.presets import PRESETS
from audioclf_gui.ml.saved_preset import SavedPreset, with_whole_paths
from audioclf_gui.ml.settings import describe, settings_for

OF_FORMS = {"preset", "as_given", "validate", "test"}
"""Parameters whose values have a form of their own, or depend on each other."""


def values_of(parameter):
    found = st.booleans()
    if parameter.choices:
        found = st.sampled_from(parameter.choices)
    elif parameter.kind is str:
        found = st.text(max_size=30)
    elif parameter.kind is int:
        found = st.integers(int(parameter.minimum), int(parameter.maximum))
    elif parameter.kind is float:
        found = st.floats(parameter.minimum, parameter.maximum, allow_subnormal=False)
    return st.none() | found if parameter.optional else found


@st.composite
def presets(draw):
    parameters = [one for one in describe() if one.name not in OF_FORMS]
    chosen = draw(st.lists(st.sampled_from(parameters), max_size=12, unique_by=lambda one: one.name))
    values = {one.name: draw(values_of(one)) for one in chosen}
    values |= draw(st.sampled_from(({}, {"validate": "fold:1"}, {"test": 'group:"a,b",c'})))
    base = draw(st.sampled_from(sorted(PRESETS)))
    if PRESETS[base].as_given is not None and draw(st.booleans()):
        values["as_given"] = True
    try:
        made = settings_for(base, **values)
    except UserError:  # of values that do not go together
        made = settings_for(base)
    name = draw(st.text(min_size=1, max_size=40))
    try:
        name = checked_name(name)
    except UserError:
        name = "mine"
    return SavedPreset(name, with_whole_paths(made), draw(st.text(max_size=60)))


@given(preset=presets())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_preset_is_read_back_as_it_was_written(preset, tmp_path):
    file = tmp_path / "preset.yaml"
    file.write_bytes(written_preset(preset).encode())
    assert read_preset(file) == preset


def test_a_file_says_what_differs_and_why(tmp_path):
    text = written_preset(SavedPreset("Deep trees", settings_for("forest", trees=500, max_depth=12)))
    assert yaml.safe_load(text) == {
        "audioclf_preset": 1,
        "name": "Deep trees",
        "base": "forest",
        "settings": {"trees": 500, "max_depth": 12},
    }
    reason = next(one.reason for one in describe() if one.name == "trees")
    assert f"# {reason}\n  trees: 500" in text


def test_numbers_and_switches_may_be_written_as_people_do(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "name: Mine\nbase: fast\nsettings:\n  learning_rate: 1e-3\n  refit: off\n  patience: none\n"
    )
    made = read_preset(file).settings
    assert (made.learning_rate, made.refit, made.patience) == (1e-3, False, None)


def test_files_are_looked_for_beside_the_preset(tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("name: Mine\nbase: default\nsettings: {start_from: models/run-1}\n")
    assert read_preset(file).settings.start_from == str(tmp_path / "models" / "run-1")


GOOD = "name: Mine\nbase: forest\n"


@pytest.mark.parametrize(
    ("content", "said", "remedy"),
    [
        ("", "holds no keys", "export"),
        ("- a\n- b\n", "holds no keys", "export"),
        ("name: [unclosed\n", "no YAML", "export"),
        ("name: Mine\n", "base is missing", "base"),
        ("base: forest\n", "name is missing", "name"),
        ("name: 2024-01-01\nbase: forest\n", "name = 2024-01-01 is no text", "quotation marks"),
        ("name: yes\nbase: forest\n", "name = True is no text", "quotation marks"),
        ("name: ''\nbase: forest\n", "name = ''", "1 to 80"),
        ("name: Forest\nbase: forest\n", "name = 'Forest'", "of its own"),
        ("name: a.yaml\nbase: forest\n", "name = 'a.yaml'", "ending"),
        ("name: Mine\nbase: forrest\n", "base = 'forrest'", "forest"),
        (GOOD + "options: {}\n", "'options'", "settings"),
        (GOOD + "audioclf_preset: 9\n", "audioclf_preset = 9", "Update"),
        (GOOD + "settings: 3\n", "settings = 3", "trees: 300"),
        (GOOD + "settings: {tree: 3}\n", "'tree'", "trees"),
        (GOOD + "settings: {1: 3}\n", "settings: 1 ", "name: value"),
        (GOOD + "settings: {trees: many}\n", "trees = 'many'", "whole number"),
        (GOOD + "settings: {trees: 0}\n", "trees = 0", "whole number"),
        (GOOD + "settings: {trees: 2.5}\n", "trees = 2.5", "whole number"),
        (GOOD + "settings: {trees: true}\n", "trees = True", "whole number"),
        (GOOD + "settings: {trees: [3]}\n", "trees = [3]", "whole number"),
        (GOOD + "settings: {balance: .nan}\n", "balance = nan", "0 to 1"),
        (GOOD + "settings: {refit: 1}\n", "refit = 1", "true or false"),
        (GOOD + "settings: {preset: fast}\n", "preset", "base"),
        (GOOD + "settings: {trees: 3, trees: 4}\n", "line 3: trees is there twice", "one of the two"),
        (GOOD + "name: Other\n", "line 3: name is there twice", "one of the two"),
        (GOOD + "note: &a x\nsettings: {device: *a}\n", "line 4: *a", "value itself"),
        (GOOD + "settings: !!python/object/apply:os.system ['exit 1']\n", "no YAML", "export"),
        (GOOD + "settings: {as_given: true}\n", "as_given", "r0a"),
    ],
)
def test_what_cannot_be_used_is_told_by_file_key_and_remedy(content, said, remedy, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(content)
    with pytest.raises(UserError) as refused:
        read_preset(file)
    assert "mine.yaml" in str(refused.value)
    assert said in str(refused.value)
    assert remedy in str(refused.value.remedy)


@pytest.mark.parametrize("content", [b"\xff\xfename", b"name: " + b"[" * 60_000, b"#" * 70_000, b"\0"])
def test_what_is_no_text_or_too_much_is_refused(content, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_bytes(content)
    with pytest.raises(UserError, match=r"mine\.yaml"):
        read_preset(file)
