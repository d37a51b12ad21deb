"""What is learnt of a project is chosen by what it knows, and said where it could be something else."""

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.clip import AudioFacts, Clip, ClipId
from audioclf_gui.core.label import ClassId, Label, LabelClass
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import applied
from audioclf_gui.ml.objective_choice import chosen_objective, data_to_learn
from audioclf_gui.ml.settings import settings_for

AUTO = settings_for("default")


@pytest.fixture
def view_of(tmp_path):
    """A view of clips, each given as (class name, number)."""

    def make(*known, duration_s=1.0):
        with Project.create(tmp_path / "project") as project:
            base = project.catalogue.view
        names = list(dict.fromkeys(name for name, _ in known if name))
        audio = AudioFacts(8000, 1, round(8000 * duration_s), "WAV")
        ids = [ClipId(at) for at in range(1, len(known) + 1)]
        return applied(
            base,
            Change(
                classes=tuple(LabelClass(ClassId(at), name, "#000000") for at, name in enumerate(names, 1)),
                clips={
                    at: Clip(at, f"{at}.wav", audio, f"content {at}", target=number)
                    for at, (_, number) in zip(ids, known, strict=True)
                },
                labels={
                    at: (Label(ClassId(names.index(name) + 1)),)
                    for at, (name, _) in zip(ids, known, strict=True)
                    if name
                },
            ),
        ).view

    return make


@pytest.mark.parametrize(
    ("known", "kind", "is_told"),
    [
        pytest.param([("dog", None), ("wren", None)], "single-label", False, id="labels"),
        pytest.param([("", 1.0), ("", 2.0)], "regression", False, id="numbers"),
        pytest.param([("dog", 1.0), ("wren", 2.0)], "single-label", True, id="both"),
        pytest.param([("dog", 1.0), ("dog", 2.0)], "regression", True, id="one class, which is no choice"),
        pytest.param([("", None)], "single-label", False, id="nothing"),
    ],
)
def test_labels_are_learnt_or_else_numbers_and_a_choice_is_told(view_of, known, kind, is_told):
    view = view_of(*known)
    choice = chosen_objective(view, AUTO)
    assert (choice.kind, bool(choice.notes)) == (kind, is_told)
    assert data_to_learn(view, AUTO).notes[: len(choice.notes)] == choice.notes


def test_a_choice_of_the_user_holds_and_needs_no_telling(view_of):
    view = view_of(("dog", 1.5), ("wren", -2.0), ("wren", None))
    data = data_to_learn(view, settings_for("default", objective="regression"))
    assert (data.objective, data.classes) == ("regression", ())
    assert [example.target for example in data.examples] == [1.5, -2.0]
    assert data.notes == (
        Text("{n} clip has no number and is left out.", "{n} clips have no number and are left out.", n=1),
    )
    assert data_to_learn(view, settings_for("default", objective="single-label")).classes == ("dog", "wren")


def test_a_clip_without_sound_has_no_number_to_learn(view_of):
    assert data_to_learn(view_of(("", 1.0), ("", 2.0), duration_s=0.0), AUTO).examples == ()
