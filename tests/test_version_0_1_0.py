"""What version 0.1.0 wrote and printed; `fixtures/v0.1.0/README.md` says how it was made."""

import contextlib
import json
import shutil
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from audioclf_gui.cli.main import main
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunId, SuggestionDetail
from tests.earlier_versions import assert_still_says, printed

FIXTURE = Path(__file__).parent / "fixtures" / "v0.1.0"
EXPECTED = FIXTURE / "expected"
COMMANDS = sorted(file.stem for file in EXPECTED.glob("commands/*.json"))
EXPORTS = sorted(file.relative_to(EXPECTED / "exports") for file in EXPECTED.glob("exports/*/*/*/*"))
SETTINGS = ("training", "takes in the making", "never set")

DECIDED_SO = [
    "--smoothing",
    "0.5",
    "--release",
    "1",
    "--join-s",
    "0",
    "--cool-down-s",
    "1",
    "--silence-db",
    "-60",
]
"""How listening decided; what is usual became better, what was usual can still be asked for."""
LEARNT = {
    *("accuracy", "accuracy_low", "accuracy_high", "balanced_accuracy", "macro_f1", "log_loss", "ece"),
    *(
        "per_class",
        "confusion",
        "mean",
        "sd",
        "best_epoch",
        "selection",
        "temperature",
        "figures_temperature",
    ),
}
"""What a training comes to: the recipe may become better, the names and kinds of the figures stay."""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A copy of everything that 0.1.0 left behind."""
    return Path(shutil.copytree(FIXTURE, tmp_path / "v0.1.0"))


def with_pieces_as_clips(result: Any) -> Any:
    """The same where 0.1.0 called every labelled piece of a clip a clip, as it did in reports."""
    if isinstance(result, list):
        return [with_pieces_as_clips(one) for one in result]
    if not isinstance(result, dict):
        return result
    told = {key: with_pieces_as_clips(value) for key, value in result.items()}
    if isinstance(pieces := told.get("pieces"), dict):
        told["clips"] = {**told["clips"], **pieces}
    elif pieces is not None:
        told["clips"] = pieces
    return told


def state_of(project: Project) -> dict[str, Any]:
    """All that a project holds, as JSON: the one place here that knows how a project is read."""
    names = {known.id: known.name for known in project.catalogue.view.classes}

    def label_facts(label: Label) -> list[Any]:
        band = [label.low_hz, label.high_hz]
        name = names.get(label.class_id)
        return [name, label.start_s, label.end_s, *band, label.source.value, label.score, label.raw]

    def suggestion_facts(detail: SuggestionDetail | None) -> dict[str, Any] | None:
        return detail and {
            "best": [names[detail.suggestion.class_id], detail.suggestion.score, detail.suggestion.run_id],
            "scores": {names[class_id]: score for class_id, score in detail.scores.items()},
            "events": list(map(label_facts, detail.events)),
        }

    def clip_facts(clip_id: ClipId) -> dict[str, Any]:
        clip, audio = project.catalogue.view.clip(clip_id), project.catalogue.view.clip(clip_id).audio
        kept = {key: project.label_files.content(clip_id, key) for key in ("audacity", "raven", "csv")}
        return {
            "path": clip.path,
            "audio": [audio.rate_hz, audio.channels, audio.frames, audio.encoding, str(audio.warning or "")],
            "content": clip.content,
            "facts": [clip.group, clip.fold, clip.target, clip.removed],
            "labels": list(map(label_facts, project.catalogue.view.labels(clip_id))),
            "rejected": sorted(names[class_id] for class_id in project.catalogue.view.rejected(clip_id)),
            "suggestion": suggestion_facts(project.suggestions.detail(clip_id)),
            "label_files": {key: content.decode() for key, content in kept.items() if content is not None},
        }

    return {
        "clips": [clip.id for clip in project.catalogue.view.clips],
        "known clips": {str(number): clip_facts(ClipId(number)) for number in range(1, 14)},
        "classes": [[known.id, known.name, known.colour] for known in project.catalogue.view.classes],
        "class counts": {
            names[class_id]: count for class_id, count in (+project.catalogue.view.class_counts).items()
        },
        "quarantine": [
            [str(one.path), str(one.reason), str(one.remedy)] for one in tuple(project.quarantine)
        ],
        "settings": {name: project.settings.get(name) for name in SETTINGS},
        "epochs": [epoch.number for epoch in project.runs.epochs(RunId(1))],
        "losses": [epoch.train_loss for epoch in project.runs.epochs(RunId(1))],
    }


def test_an_old_project_opens_with_all_that_was_in_it(old):
    with Project.open(old / "dawn") as project:
        assert project.notes == ()
        state = state_of(project)
    assert state == json.loads((EXPECTED / "state.json").read_text("utf-8"))
    with Project.open(old / "dawn") as project:
        assert state_of(project) == state


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_prints_what_it_printed(name, old, capsys):
    expected = json.loads((EXPECTED / "commands" / f"{name}.json").read_text("utf-8"))
    status, result = printed(expected["command"] + (DECIDED_SO if name == "live" else []), old, capsys)
    assert status == expected["status"]
    if name == "live":  # it also tells events when they are over
        result = [one for one in result if "event" not in one]
    if name == "check":  # its findings are of what can be learnt from now, and more
        kept = {one["kind"]: one for one in expected["result"] if one["kind"] in ("unreadable", "silent")}
        assert all(one.keys() >= expected["result"][0].keys() for one in result)
        expected["result"] = list(kept.values())
        result = [one for one in result if one["kind"] in kept]
    if name == "labels-formats":  # there are more of them now
        result = [one for one in result if one["name"] in {known["name"] for known in expected["result"]}]
    result = with_pieces_as_clips(result)
    free = frozenset(LEARNT) if expected["command"][0] == "train" else frozenset[str]()
    assert_still_says(result, expected["result"], free)


@pytest.mark.parametrize("file", EXPORTS, ids=str)
def test_a_label_file_that_was_kept_is_exported_as_the_same_bytes(file, old):
    key = file.parts[0]
    assert main(["labels", "export", str(old / "dawn"), "--format", key, "--out", str(old / key)]) == 0
    written = file.with_suffix(".Table.1.selections.txt") if key == "raven" else file  # as Raven calls them
    assert (old / written).read_bytes() == (EXPECTED / "exports" / file).read_bytes()


def test_a_damaged_old_project_is_mended_from_its_snapshot(old, capsys):
    (old / "dawn" / "dawn.audioclf").write_bytes(b"no longer a project" * 1000)
    status, facts = printed(["info", "{root}/dawn", "--json"], old, capsys)
    assert (status, facts["clips"], facts["quarantined"]) == (0, 13, 3)


def test_an_old_project_is_copied_before_it_becomes_a_new_one(old):
    content = (old / "dawn" / "dawn.audioclf").read_bytes()
    assert not list((old / "dawn" / "snapshots").glob("*before-version*"))
    for _again in range(2):
        Project.open(old / "dawn").close()
    (copy,) = (old / "dawn" / "snapshots").glob("*before-version-*")
    with contextlib.closing(sqlite3.connect(copy)) as kept:
        assert kept.execute("PRAGMA user_version").fetchone() == (1,)
    assert (old / "dawn" / "dawn.audioclf").read_bytes() != content


def test_a_damaged_old_project_without_a_snapshot_can_still_undo(old):
    shutil.rmtree(old / "dawn" / "snapshots")
    file = old / "dawn" / "dawn.audioclf"
    with contextlib.closing(sqlite3.connect(file)) as database:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'clips_by_path'"  # an index, not a table
        ((page,),) = database.execute(query).fetchall()
        ((size,),) = database.execute("PRAGMA page_size").fetchall()
    content = bytearray(file.read_bytes())
    content[(page - 1) * size : page * size] = bytes(size)
    file.write_bytes(content)
    with Project.open(file) as project:
        assert "entries that could still be read" in str(project.notes[0])
        last = project.catalogue.undoable
        assert str(last.what) == "undo label 夜鷹"
        assert last.clips == 1
        steps = 0
        while project.catalogue.undo() is not None:
            steps += 1
        assert steps == 28


def test_an_entry_of_the_history_that_cannot_be_read_is_told_and_changes_nothing(old):
    with Project.open(old / "dawn") as project:
        connection = project._database.connection
        connection.execute("UPDATE edits SET after = '{\"labels\": [[' WHERE id = 27")
        project.catalogue.undo()
        before = sorted_state(project)
        with pytest.raises(UserError, match="the history is damaged at “label 夜鷹”"):
            project.catalogue.undo()
        assert sorted_state(project) == before


def test_an_edit_of_an_old_project_is_kept_and_leaves_the_rest_alone(old):
    with Project.open(old / "dawn") as project:
        before = state_of(project)
        project.settings.put("never set", "now it is")
    with Project.open(old / "dawn") as project:
        settings = {**before["settings"], "never set": "now it is"}
        assert state_of(project) == {**before, "settings": settings}


def test_every_edit_of_an_old_journal_is_undone_and_made_again(old):
    with Project.open(old / "dawn") as project:
        states = [sorted_state(project)]
        while project.catalogue.undo():
            states.append(sorted_state(project))
        assert len(states) == 29
        assert states[-1]["clips"] == []
    with Project.open(old / "dawn") as project:
        for state in reversed(states[:-1]):
            assert project.catalogue.redo() is not None
            assert sorted_state(project) == state
        assert project.catalogue.redo() is None


def sorted_state(project: Project) -> dict[str, Any]:
    """Edits made again put their labels last."""
    state = state_of(project)
    for clip in state["known clips"].values():
        clip["labels"].sort(key=repr)
    return state


def test_every_edit_of_an_old_journal_can_be_undone_and_made_again(old):
    with Project.open(old / "dawn") as project:
        before = facts_of(project)
        steps = 0
        while project.catalogue.undo() is not None:
            steps += 1
        assert steps == len(project.catalogue.history())
        assert project.catalogue.view.clips == ()
        while project.catalogue.redo() is not None:
            steps -= 1
        assert steps == 0
        assert facts_of(project) == before


def facts_of(project: Project) -> tuple[Any, ...]:
    """Clips, labels and classes; labels without their order, in which undone ones come last."""
    view = project.catalogue.view
    clips = [(clip, sorted(map(repr, view.labels(clip.id))), view.rejected(clip.id)) for clip in view.clips]
    return clips, view.classes, dict(+view.class_counts), view.labelled
