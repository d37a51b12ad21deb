"""A project keeps every edit, in memory and on disk alike."""

import sqlite3
from dataclasses import replace

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change, whole_clip_class
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import ClassId, Label, LabelClass, Region, Source
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, RunId, RunStatus, Suggestion, SuggestionDetail


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.folder)


def state_of(project: Project) -> tuple:
    clips = [(clip, project.labels(clip.id), project.rejected(clip.id)) for clip in project.clips]
    return clips, project.classes, dict(+project.class_counts)


def test_what_was_imported_is_there_after_reopening(project, found):
    regions = (Region(0.5, 1.0, "wren", 900.0, 4000.0, raw="0.5\t1.0\twren"), Region(1.5, 1.5, ""))
    project.add_clips(found(3, class_name="robin", group="site 1", fold="2", regions=regions))
    before = state_of(project)
    with reopened(project) as again:
        assert state_of(again) == before
        assert [known.name for known in again.classes] == ["robin", "wren"]
        whole, wren, moment = again.labels(again.clips[0].id)
        assert whole.is_whole_clip
        assert whole.source is Source.IMPORT
        assert (wren.low_hz, wren.raw) == (900.0, "0.5\t1.0\twren")
        assert moment.is_moment
        assert moment.class_id is None
        assert again.audio_path(again.clips[2]).name == "2.wav"


def test_every_edit_and_its_inverse_survive_reopening(project, found):
    clips = project.add_clips(found(4, class_name="robin"))
    first = clips[0].id
    edits_made = [
        lambda p: edits.add_class(p, "owl"),
        lambda p: edits.label_clips(p, [first, clips[1].id], p.classes[1].id),
        lambda p: edits.add_label(p, first, Label(p.classes[0].id, 0.25, 0.75)),
        lambda p: edits.rename_label(p, first, p.labels(first)[-1], "nightjar"),
        lambda p: edits.change_class(p, replace(p.classes[0], name="Robin", colour="#123456")),
        lambda p: edits.move_class(p, p.classes[2].id, 0),
        lambda p: edits.reject(p, [clips[2].id], p.classes[1].id),
        lambda p: edits.merge_classes(p, p.classes[0].id, p.classes[1].id),
        lambda p: edits.delete_class(p, p.classes[0].id),
        lambda p: edits.set_group(p, [first], "site 9"),
        lambda p: edits.remove_clips(p, [clips[3].id]),
    ]
    states, inverses = [state_of(project)], []
    for edit in edits_made:
        change = edit(project)
        inverses.append(project.inverse(change))
        project.apply("edit", change)
        states.append(state_of(project))
        project = reopened(project)
        assert state_of(project) == states[-1]
    for inverse, expected in zip(reversed(inverses), reversed(states[:-1]), strict=True):
        project.apply("undo", inverse)
        assert state_of(project)[1:] == expected[1:]
        assert {clip.id: set(labels) for clip, labels, _ in state_of(project)[0]} == {
            clip.id: set(labels) for clip, labels, _ in expected[0]
        }
    project.close()


def test_five_empty_classes_keep_names_colours_and_order(project):
    project.apply(
        "add", Change(classes=tuple(LabelClass(ClassId(9 - n), f"c{n}", f"#00000{n}") for n in range(5)))
    )
    classes = project.classes
    with reopened(project) as again:
        assert again.classes == classes


def test_class_counts_count_clips_not_labels(project, found):
    clip, other = project.add_clips(found(2, class_name="robin"))
    robin = project.classes[0].id
    project.apply("more", edits.add_label(project, clip.id, Label(robin, 0.1, 0.2)))
    assert project.class_counts[robin] == 2
    project.apply("remove", edits.remove_clips(project, [other.id]))
    assert project.class_counts[robin] == 1


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(
            Change(classes=(LabelClass(ClassId(1), "a", "#000000"), LabelClass(ClassId(2), "a", "#000000"))),
            id="two classes of one name",
        ),
        pytest.param(Change(classes=(LabelClass(ClassId(1), " ", "#000000"),)), id="a class without a name"),
        pytest.param(Change(classes=()), id="a class taken from under its labels"),
    ],
)
def test_an_edit_that_makes_no_sense_changes_nothing(project, found, change):
    project.add_clips(found(1, class_name="robin"))
    before = state_of(project)
    with pytest.raises(UserError) as error:
        project.apply("nonsense", change)
    assert error.value.remedy
    assert state_of(project) == before
    with reopened(project) as again:
        assert state_of(again) == before


def test_a_full_disk_fails_the_edit_and_keeps_what_was_there(project, found):
    project.add_clips(found(1))
    project._database.execute("PRAGMA max_page_count = 1")  # SQLite answers as on a full disk
    before = state_of(project)
    with pytest.raises(UserError, match="could not be saved"):
        project.apply("name a class", edits.add_class(project, "x" * 90000))
    assert state_of(project) == before


def test_the_second_to_open_may_only_read(project, found):
    project.add_clips(found(1))
    with Project.open(project.file) as second:
        assert second.read_only
        assert len(second.clips) == 1
        with pytest.raises(ReadOnlyProjectError):
            second.apply("edit", edits.add_class(second, "owl"))
    with reopened(project) as third:
        assert not third.read_only


def test_the_journal_tells_what_changed_and_from_what(project, found):
    (clip,) = project.add_clips(found(1, class_name="robin"))
    project.apply("label owl", edits.rename_label(project, clip.id, project.labels(clip.id)[0], "owl"))
    rows = sqlite3.connect(project.file).execute("SELECT what, before, after, made_at FROM edits").fetchall()
    assert [row[0] for row in rows] == ["import 1 clips", "label owl"]
    assert '"robin"' in rows[1][1]
    assert '"owl"' not in rows[1][1]
    assert '"owl"' in rows[1][2]
    assert rows[1][3].endswith("+00:00")


def test_files_that_are_in_the_project_are_not_offered_again(project, found):
    one, two = found(2)
    project.add_clips([one])
    fresh = project.unknown([one.candidate, two.candidate, two.candidate])
    assert fresh == [two.candidate]


def test_quarantine_is_kept_until_it_is_cleared(project, tmp_path):
    bad = Quarantined(tmp_path / "bad.wav", "it is text", "Leave it out.")
    project.set_quarantine([bad])
    with reopened(project) as again:
        assert again.quarantined == (bad,)
        again.set_quarantine([], cleared=[bad.path])
        assert again.quarantined == ()


def test_runs_epochs_and_suggestions_are_kept(project, found):
    (clip,) = project.add_clips(found(1, class_name="robin"))
    robin = project.classes[0].id
    run = project.new_run("default", {"seed": 1})
    project.add_epoch(run.id, Epoch(1, 2.0, 0.3, 2.1, 0.25, 0.001, 1.5))
    project.put_run(replace(run, status=RunStatus.DONE, report={"accuracy": 0.9}))
    detail = SuggestionDetail(
        Suggestion(clip.id, run.id, robin, 0.8), {robin: 0.8}, (Label(robin, 0.1, 0.2, source=Source.MODEL),)
    )
    project.put_suggestions([detail])
    with reopened(project) as again:
        assert again.runs[0].report == {"accuracy": 0.9}
        assert again.epochs(RunId(1))[0].valid_accuracy == 0.25
        assert again.suggestion_detail(clip.id) == detail
        assert again.suggestion(clip.id) == detail.suggestion
        again.apply("accept", edits.accept(again, [clip.id]))
        assert whole_clip_class(again.labels(clip.id)) == robin


def test_a_suggested_class_that_is_gone_is_not_suggested(project, found):
    (clip,) = project.add_clips(found(1))
    project.apply("add", edits.add_class(project, "owl"))
    owl = project.classes[0].id
    run = project.new_run("default", {})
    project.put_suggestions([SuggestionDetail(Suggestion(clip.id, run.id, owl, 0.9), {owl: 0.9}, ())])
    project.apply("delete", edits.delete_class(project, owl))
    assert project.suggestion(clip.id) is None


def test_a_run_that_died_is_not_shown_as_running(project):
    run = project.new_run("default", {})
    with reopened(project) as again:
        assert again.runs[0].status is RunStatus.FAILED
        (again.bundle_path(run)).mkdir(parents=True)
        kept = again.new_run("default", {})
        again.bundle_path(kept).mkdir()
    with Project.open(project.folder) as again:
        assert again.runs[1].status is RunStatus.STOPPED


def test_opening_something_else_says_what_to_do(tmp_path):
    other = tmp_path / "other.audioclf"
    sqlite3.connect(other).executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
    with pytest.raises(UserError, match="not an audioclf project"):
        Project.open(other)
    with pytest.raises(UserError, match="is not a project"):
        Project.open(tmp_path / "nothing")
    Project.create(tmp_path / "a").close()
    with pytest.raises(UserError, match="holds a project already"):
        Project.create(tmp_path / "a")


def test_a_project_of_a_newer_version_is_left_alone(project):
    project.close()
    with sqlite3.connect(project.file) as database:
        database.execute("PRAGMA user_version = 999")
    before = project.file.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        Project.open(project.file)
    assert project.file.read_bytes() == before


def test_two_classes_can_swap_their_names_and_keep_their_labels(project, found):
    project.add_clips(found(1, class_name="robin"))
    project.apply("add", edits.add_class(project, "wren"))
    robin, wren = project.classes
    swapped = (replace(robin, name="wren"), replace(wren, name="robin"))
    project.apply("swap", Change(classes=swapped))
    with reopened(project) as again:
        assert again.classes == swapped
        assert again.class_counts[robin.id] == 1


def test_shadows_that_macos_leaves_are_no_projects(project):
    (project.folder / "._birds.audioclf").write_bytes(b"\0\5\x16\7")
    with reopened(project) as again:
        assert again.file.name == "birds.audioclf"
