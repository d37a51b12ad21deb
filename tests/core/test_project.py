"""A project keeps every edit, in memory and on disk alike."""

import shutil
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.change import Change, whole_clip_classes
from audioclf_gui.core.clip import Clip, KeptLabelFile, Quarantined
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import ClassId, Label, LabelClass, Region, Source
from audioclf_gui.core.label_templates import templates
from audioclf_gui.core.project import Project, opening
from audioclf_gui.core.run import Epoch, RunId, RunStatus, Suggestion, SuggestionDetail
from audioclf_gui.core.store import schema
from audioclf_gui.core.store.snapshots import snapshots, take_snapshot
from audioclf_gui.core.text import Text, text_from


def reopened(project: Project) -> Project:
    project.close()
    return Project.open(project.folder)


def result_of(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def state_of(project: Project) -> tuple:
    clips = [
        (clip, project.catalogue.view.labels(clip.id), project.catalogue.view.rejected(clip.id))
        for clip in project.catalogue.view.clips
    ]
    return clips, project.catalogue.view.classes, dict(+project.catalogue.view.class_counts)


def test_what_was_imported_is_there_after_reopening(project, found):
    regions = (Region(0.5, 1.0, "wren", 900.0, 4000.0, raw="0.5\t1.0\twren"), Region(1.5, 1.5, ""))
    project.catalogue.add_clips(found(3, class_name="robin", group="site 1", fold="2", regions=regions))
    before = state_of(project)
    with reopened(project) as again:
        assert state_of(again) == before
        assert [known.name for known in again.catalogue.view.classes] == ["robin", "wren"]
        whole, wren, moment = again.catalogue.view.labels(again.catalogue.view.clips[0].id)
        assert whole.is_whole_clip
        assert whole.source is Source.IMPORT
        assert (wren.low_hz, wren.raw) == (900.0, "0.5\t1.0\twren")
        assert moment.is_moment
        assert moment.class_id is None
        assert again.catalogue.view.audio_path(again.catalogue.view.clips[2]).name == "2.wav"


def test_every_edit_and_its_inverse_survive_reopening(project, found):
    clips = project.catalogue.add_clips(found(4, class_name="robin"))
    first = clips[0].id
    edits_made = [
        lambda v: edits.add_class(v, "owl"),
        lambda v: edits.label_clips(v, [first, clips[1].id], v.classes[1].id),
        lambda v: edits.add_label(v, first, Label(v.classes[0].id, 0.25, 0.75)),
        lambda v: edits.rename_label(v, first, v.labels(first)[-1], "nightjar"),
        lambda v: edits.change_class(v, replace(v.classes[0], name="Robin", colour="#123456")),
        lambda v: edits.move_class(v, v.classes[2].id, 0),
        lambda v: edits.reject(v, {clips[2].id: (v.classes[1].id,)}),
        lambda v: edits.merge_classes(v, [v.classes[0].id], v.classes[1].id),
        lambda v: edits.delete_class(v, v.classes[0].id),
        lambda v: edits.set_group(v, [first], "site 9"),
        lambda v: edits.remove_clips(v, [clips[3].id]),
    ]
    states, inverses = [state_of(project)], []
    for edit in edits_made:
        change = edit(project.catalogue.view)
        inverses.append(project.catalogue.view.inverse(change))
        project.catalogue.apply(Text("edit"), change)
        states.append(state_of(project))
        project = reopened(project)
        assert state_of(project) == states[-1]
    for inverse, expected in zip(reversed(inverses), reversed(states[:-1]), strict=True):
        project.catalogue.apply(Text("undo"), inverse)
        assert state_of(project)[1:] == expected[1:]
        assert {clip.id: set(labels) for clip, labels, _ in state_of(project)[0]} == {
            clip.id: set(labels) for clip, labels, _ in expected[0]
        }
    project.close()


def test_five_empty_classes_keep_names_colours_and_order(project):
    project.catalogue.apply(
        Text("add"),
        Change(classes=tuple(LabelClass(ClassId(9 - n), f"c{n}", f"#00000{n}") for n in range(5))),
    )
    classes = project.catalogue.view.classes
    with reopened(project) as again:
        assert again.catalogue.view.classes == classes


def test_class_counts_count_clips_not_labels(project, found):
    clip, other = project.catalogue.add_clips(found(2, class_name="robin"))
    robin = project.catalogue.view.classes[0].id
    project.catalogue.apply(
        Text("more"), edits.add_label(project.catalogue.view, clip.id, Label(robin, 0.1, 0.2))
    )
    assert project.catalogue.view.class_counts[robin] == 2
    project.catalogue.apply(Text("remove"), edits.remove_clips(project.catalogue.view, [other.id]))
    assert project.catalogue.view.class_counts[robin] == 1


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
    project.catalogue.add_clips(found(1, class_name="robin"))
    before = state_of(project)
    with pytest.raises(UserError) as error:
        project.catalogue.apply(Text("nonsense"), change)
    assert error.value.remedy
    assert state_of(project) == before
    with reopened(project) as again:
        assert state_of(again) == before


def test_a_full_disk_fails_the_edit_and_keeps_what_was_there(project, found):
    project.catalogue.add_clips(found(1))
    project._database.connection.execute("PRAGMA max_page_count = 1")  # SQLite answers as on a full disk
    before = state_of(project)
    with pytest.raises(UserError, match="could not be saved"):
        project.catalogue.apply(Text("name a class"), edits.add_class(project.catalogue.view, "x" * 90000))
    assert state_of(project) == before


def test_the_second_to_open_may_only_read(project, found):
    project.catalogue.add_clips(found(1))
    with Project.open(project.file) as second:
        assert second.read_only
        assert len(second.catalogue.view.clips) == 1
        with pytest.raises(ReadOnlyProjectError):
            second.catalogue.apply(Text("edit"), edits.add_class(second.catalogue.view, "owl"))
    with reopened(project) as third:
        assert not third.read_only


def test_the_journal_tells_what_changed_and_from_what(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    project.catalogue.apply(
        Text("label owl"),
        edits.rename_label(project.catalogue.view, clip.id, project.catalogue.view.labels(clip.id)[0], "owl"),
    )
    rows = sqlite3.connect(project.file).execute("SELECT what, before, after, made_at FROM edits").fetchall()
    assert [str(text_from(row[0])) for row in rows] == ["import clips", "label owl"]
    assert '"robin"' in rows[1][1]
    assert '"owl"' not in rows[1][1]
    assert '"owl"' in rows[1][2]
    assert rows[1][3].endswith("+00:00")


def test_files_that_are_in_the_project_are_not_offered_again(project, found):
    one, two = found(2)
    project.catalogue.add_clips([one])
    fresh = project.catalogue.view.unknown([one.candidate, two.candidate, two.candidate])
    assert fresh == [two.candidate]


def test_quarantine_is_kept_until_it_is_cleared(project, tmp_path):
    bad = Quarantined(tmp_path / "bad.wav", Text("it is text"), Text("Leave it out."))
    project.quarantine.put([bad])
    with reopened(project) as again:
        assert tuple(again.quarantine) == (bad,)
        again.quarantine.put([], cleared=[bad.path])
        assert tuple(again.quarantine) == ()


def test_runs_epochs_and_suggestions_are_kept(project, found):
    (clip,) = project.catalogue.add_clips(found(1, class_name="robin"))
    robin = project.catalogue.view.classes[0].id
    run = project.runs.next("default", {"seed": 1})
    project.runs.put(run)
    project.runs.add_epochs(run.id, [Epoch(1, 2.0, 0.3, 2.1, 0.25, 0.001, 1.5)])
    project.runs.put(replace(run, status=RunStatus.DONE, report={"accuracy": 0.9}))
    detail = SuggestionDetail(
        Suggestion(clip.id, run.id, robin, 0.8), {robin: 0.8}, (Label(robin, 0.1, 0.2, source=Source.MODEL),)
    )
    project.suggestions.put([detail])
    with reopened(project) as again:
        assert again.runs.all[0].report == {"accuracy": 0.9}
        assert again.runs.epochs(RunId(1))[0].valid_figure == 0.25
        assert again.suggestions.detail(clip.id) == detail
        assert again.catalogue.view.suggestion(clip.id) == detail.suggestion
        view = again.catalogue.view
        again.catalogue.apply(Text("accept"), edits.accept(view, edits.suggested_classes(view, [clip.id])))
        assert whole_clip_classes(again.catalogue.view.labels(clip.id)) == (robin,)


def test_a_clip_with_nothing_said_about_it_belongs_to_nothing(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    assert clip == Clip(clip.id, clip.path, clip.audio, "hash 0")
    assert (clip.group, clip.fold, clip.target, clip.removed) == ("", "", None, False)
    assert project.catalogue.add_clips(found(1)) == ()
    assert Region(0.0, 1.0, "") == Region(0.0, 1.0, "", None, None, None, "")


def test_only_a_project_that_is_open_elsewhere_refuses_to_be_written(project):
    project.view().check_writable()
    with Project.open(project.folder) as second, pytest.raises(ReadOnlyProjectError):
        second.view().check_writable()


def test_label_files_are_kept_for_each_clip_and_format_the_last_one(project, found):
    first, second = project.catalogue.add_clips(found(2))
    project.label_files.keep(
        [
            KeptLabelFile(first.id, "raven", "a.txt", b"old"),
            KeptLabelFile(first.id, "audacity", "a.txt", b"\x00\xff"),
            KeptLabelFile(second.id, "raven", "b.txt", b"other"),
        ]
    )
    newer = KeptLabelFile(first.id, "raven", "c.txt", b"new", "Species")
    project.label_files.keep([newer])
    with reopened(project) as again:
        assert again.label_files.content(first.id, "raven") == b"new"
        assert again.label_files.content(first.id, "audacity") == b"\x00\xff"
        assert again.label_files.content(second.id, "audacity") is None
        other = KeptLabelFile(second.id, "raven", "b.txt", b"other")
        kept = {clip_id: replace(one, series=None) for clip_id, one in templates(again.file, "raven").items()}
        assert kept == {first.id: newer, second.id: other}
        assert templates(again.file, "csv") == {}


def test_a_label_file_stands_and_falls_with_the_step_in_which_it_came(project, found):
    (clip,) = project.catalogue.add_clips(found(1))

    def kept() -> bytes | None:
        return project.label_files.content(clip.id, "csv")

    def label(end_s: float) -> None:
        project.catalogue.apply(Text("label"), Change(labels={clip.id: (Label(None, 0.0, end_s),)}))

    for number, content in enumerate((b"first", b"second")):
        label(float(number))
        project.label_files.keep([KeptLabelFile(clip.id, "csv", "a.csv", content)])
    assert kept() == b"second"
    project.catalogue.undo()
    assert kept() == b"first"
    assert templates(project.file, "csv")[clip.id].content == b"first"
    project.catalogue.redo()
    assert kept() == b"second"
    project.catalogue.undo()
    project.catalogue.undo()
    assert kept() is None
    assert templates(project.file, "csv") == {}
    label(3.0)
    assert kept() is None, "what was left behind never comes back"


def test_a_project_file_says_whose_it_is_and_waits_for_the_disk(project):
    """As SQLite writes it: "ACLF" at byte 68 of the file; FULL is level 2."""
    project.close()
    assert project.file.read_bytes()[68:72] == b"ACLF"
    with closing(schema.connect(project.file, read_only=False)) as database:
        assert database.execute("PRAGMA synchronous").fetchone() == (2,)
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert database.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_suggested_class_that_is_gone_is_not_suggested(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
    owl = project.catalogue.view.classes[0].id
    run = project.runs.next("default", {})
    project.runs.put(run)
    project.suggestions.put([SuggestionDetail(Suggestion(clip.id, run.id, owl, 0.9), {owl: 0.9}, ())])
    project.catalogue.apply(Text("delete"), edits.delete_class(project.catalogue.view, owl))
    assert project.catalogue.view.suggestion(clip.id) is None


def test_a_class_gets_no_id_that_another_had_of_which_suggestions_and_rejections_still_speak(project, found):
    (clip,) = project.catalogue.add_clips(found(1))
    project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "owl"))
    owl = project.catalogue.view.classes[0].id
    run = project.runs.next("default", {})
    project.runs.put(run)
    project.suggestions.put([SuggestionDetail(Suggestion(clip.id, run.id, owl, 0.9), {owl: 0.9}, ())])
    project.catalogue.apply(Text("reject"), edits.reject(project.catalogue.view, {clip.id: (owl,)}))
    project.catalogue.apply(Text("delete"), edits.delete_class(project.catalogue.view, owl))
    with reopened(project) as again:
        catalogue = again.catalogue
        catalogue.apply(Text("add"), edits.add_class(catalogue.view, "wren"))
        (wren,) = catalogue.view.classes
        assert catalogue.view.suggestion(clip.id) is None
        assert wren.id not in catalogue.view.rejected(clip.id)
        catalogue.undo()
        catalogue.apply(Text("add"), edits.add_class(catalogue.view, "crow"))
        assert catalogue.view.classes[0].id not in {owl, wren.id}


def test_what_is_written_while_a_project_is_read_is_in_it_as_a_whole_or_not_at_all(project, found):
    project.catalogue.add_clips(found(1))
    reading = opening(project.folder)
    next(reading)
    project.catalogue.add_clips(found(3, class_name="owl"))
    with result_of(reading) as reader:
        view = reader.catalogue.view
        assert view.labels_by_clip.keys() <= view.clips_by_id.keys()
        labels = [label for labels in view.labels_by_clip.values() for label in labels]
        assert {label.class_id for label in labels} <= view.class_ids
    with Project.open(project.folder) as reader:
        assert len(reader.catalogue.view.clips) == 3


def test_a_run_that_died_is_not_shown_as_running(project):
    run = project.runs.next("default", {})
    project.runs.put(run)
    with reopened(project) as again:
        assert again.runs.all[0].status is RunStatus.FAILED
        (again.runs.bundle_path(run)).mkdir(parents=True)
        kept = again.runs.next("default", {})
        again.runs.put(kept)
        again.runs.bundle_path(kept).mkdir()
        (again.runs.bundle_path(kept) / "bundle.json").touch()
    with Project.open(project.folder) as again:
        assert again.runs.all[1].status is RunStatus.STOPPED


def test_opening_something_else_says_what_to_do(tmp_path):
    other = tmp_path / "other.audioclf"
    sqlite3.connect(other).executescript("CREATE TABLE t (x); INSERT INTO t VALUES (1);")
    with pytest.raises(UserError, match="not an audioclf project"):
        Project.open(other)
    with pytest.raises(UserError, match="nothing is not there"):
        Project.open(tmp_path / "nothing")
    (tmp_path / "sounds").mkdir()
    with pytest.raises(UserError, match="sounds is not a project"):
        Project.open(tmp_path / "sounds")
    Project.create(tmp_path / "a").close()
    with pytest.raises(UserError, match="holds a project already"):
        Project.create(tmp_path / "a")


def test_a_folder_of_two_projects_asks_which_one(tmp_path):
    folder = tmp_path / "a"
    Project.create(folder).close()
    (folder / "._a.audioclf").write_bytes(b"a shadow that macOS leaves on other disks")
    Project.open(folder).close()
    shutil.copy(folder / "a.audioclf", folder / "b.audioclf")
    with pytest.raises(UserError, match="holds several projects"):
        Project.open(folder)
    Project.open(folder / "b.audioclf").close()


def test_a_project_of_a_newer_version_is_left_alone(project):
    project.close()
    with sqlite3.connect(project.file) as database:
        database.execute("PRAGMA user_version = 999")
    before = project.file.read_bytes()
    with pytest.raises(UserError, match="newer version"):
        Project.open(project.file)
    assert project.file.read_bytes() == before


def test_two_classes_can_swap_their_names_and_keep_their_labels(project, found):
    project.catalogue.add_clips(found(1, class_name="robin"))
    project.catalogue.apply(Text("add"), edits.add_class(project.catalogue.view, "wren"))
    robin, wren = project.catalogue.view.classes
    swapped = (replace(robin, name="wren"), replace(wren, name="robin"))
    project.catalogue.apply(Text("swap"), Change(classes=swapped))
    with reopened(project) as again:
        assert again.catalogue.view.classes == swapped
        assert again.catalogue.view.class_counts[robin.id] == 1


def test_shadows_that_macos_leaves_are_no_projects(project):
    (project.folder / "._birds.audioclf").write_bytes(b"\0\5\x16\7")
    with reopened(project) as again:
        assert again.file.name == "birds.audioclf"


def test_a_project_that_another_thread_opened_is_read_and_written_here(project, found):
    project.catalogue.add_clips(found(2, class_name="robin"))
    project.close()
    with ThreadPoolExecutor() as pool:
        opened = pool.submit(Project.open, project.folder).result()
    with opened:
        assert len(opened.catalogue.view.clips) == 2
        opened.catalogue.apply(Text("add"), edits.add_class(opened.catalogue.view, "owl"))
        assert [known.name for known in opened.catalogue.view.classes] == ["robin", "owl"]
        assert str(opened.catalogue.undoable.what) == "add"


def test_a_folder_that_has_lost_its_project_file_names_the_newest_snapshot(tmp_path):
    folder = tmp_path / "birds"
    with Project.create(folder) as project:
        take_snapshot(project.file, "early")
        newest = take_snapshot(project.file, "late")
    (folder / "birds.audioclf").unlink()
    for path in (folder, folder / "birds.audioclf"):
        with pytest.raises(UserError, match="file of birds is gone, but there are snapshots") as error:
            Project.open(path)
        assert f"{newest}, to {folder / 'birds.audioclf'}." in str(error.value.remedy)
    shutil.copy(newest, folder / "birds.audioclf")
    Project.open(folder).close()
    with pytest.raises(UserError, match="wrens is not there"):
        Project.open(folder / "wrens")


def test_a_project_file_whose_name_has_become_capitals_is_found_with_its_snapshots(tmp_path):
    folder = tmp_path / "birds"
    with Project.create(folder) as project:
        taken = take_snapshot(project.file, "early")
    file = (folder / "birds.audioclf").rename(folder / "BIRDS.AUDIOCLF")
    with Project.open(folder) as project:
        assert project.file == file
    assert snapshots(file) == [taken]
