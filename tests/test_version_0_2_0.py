"""What version 0.2.0 wrote and printed; `fixtures/v0.2.0/README.md` says how it was made."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from audioclf_gui.core.label import Certainty
from audioclf_gui.core.project import Project
from tests.earlier_versions import assert_still_says, printed

FIXTURE = Path(__file__).parent / "fixtures" / "v0.2.0"
COMMANDS = sorted(file.stem for file in FIXTURE.glob("expected/commands/*.json"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of everything that 0.2.0 left behind."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "v0.2.0"))


def held(project: Project) -> tuple[Any, ...]:
    """Clips, labels without their order, classes and suggestions."""
    view = project.catalogue.view
    labels = {clip.id: sorted(map(repr, view.labels(clip.id))) for clip in view.clips}
    suggested = [project.suggestions.detail(clip.id) for clip in view.clips]
    return view.clips, labels, view.classes, dict(+view.class_counts), suggested


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_it_printed(name, old, capsys):
    expected = json.loads((FIXTURE / "expected" / "commands" / f"{name}.json").read_text("utf-8"))
    status, result = printed(expected["command"], old, capsys)
    assert status == expected["status"]
    assert_still_says(result, expected["result"], frozenset({"file"}))


def test_all_that_was_labelled_and_suggested_is_there(old):
    with Project.open(old / "street") as project:
        assert project.notes == ()
        clips, labels, classes, counts, suggested = held(project)
        song = project.catalogue.view.clip(clips[-1].id)
        (noted, _) = [one for one in project.catalogue.view.labels(song.id) if one.note]
        notes = project.runs.notes
    assert (len(clips), len(classes), sum(map(len, labels.values()))) == (25, 3, 40)
    assert counts.keys() == {known.id for known in classes}
    assert sum(one is not None for one in suggested) == 24
    assert (noted.note, noted.certainty) == ("behind the wall, Mäuse?", Certainty.UNSURE)
    assert [note.name for note in notes.values()] == ["Three of the street"]


def test_every_edit_can_be_undone_and_made_again(old):
    with Project.open(old / "street") as project:
        before = held(project)
        steps = 0
        while project.catalogue.undo() is not None:
            steps += 1
        assert steps == 6
        assert project.catalogue.view.clips == ()
        while project.catalogue.redo() is not None:
            steps -= 1
        assert steps == 0
        assert held(project) == before


def test_a_damaged_project_is_mended_from_its_snapshot(old, capsys):
    (old / "street" / "street.audioclf").write_bytes(b"no longer a project" * 1000)
    status, facts = printed(["info", "{root}/street", "--json"], old, capsys)
    assert (status, facts["clips"]) == (0, 24), "as it was when it was closed before the last clip came"
