"""Label files go into a project, out of it, and into other formats."""

import json
from dataclasses import replace

import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.label import Label, Region
from audioclf_gui.core.label_merge import Mode, Tally
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.formats.exchange import read_label_file
from audioclf_gui.formats.registry import FORMATS, LabelledSound, of_sound
from audioclf_gui.jobs.export_labels import (
    ConvertLabels,
    ExportLabels,
    LabelFileConverted,
    LabelFileWritten,
    convert_labels,
    export_labels,
)
from audioclf_gui.jobs.import_labels import ImportLabels, Unplaced, import_labels
from audioclf_gui.jobs.writing import KeepLabelFiles, MakeEdit, carry_out

from .conftest import collected, copies


@pytest.fixture
def label_file(tmp_path):
    def write(name, text="0.1\t0.2\tbark\n"):
        (tmp_path / name).write_text(text, "utf-8")
        return tmp_path / name

    return write


def names(project, clip_id):
    view = project.catalogue.view
    known = {one.id: one.name for one in view.classes}
    return [known.get(label.class_id) for label in view.labels(clip_id) if not label.is_whole_clip]


def test_files_go_to_the_clips_of_their_names_as_one_edit_with_a_copy_before(project, ids, label_file):
    files = (label_file("dog-0.txt"), label_file("new-0.txt", "0.1\t0.2\thoot\n0.2\t0.3\thoot\n"))
    done = carry_out(import_labels(ImportLabels(files), project.view()), project)
    assert (names(project, ids["dog-0"]), names(project, ids["new-0"])) == (["bark"], ["hoot", "hoot"])
    assert [placed.file.source for placed in done.files] == list(files)
    (copy,) = copies(project)
    assert "import-labels-of-2-files" in copy.name
    project.catalogue.undo()
    assert names(project, ids["dog-0"]) == names(project, ids["new-0"]) == []


def test_what_belongs_nowhere_is_put_aside_and_harms_no_other(project, ids, label_file):
    files = (label_file("nobody.txt"), label_file("broken.txt", "no labels at all"), label_file("dog-1.txt"))
    told = collected(import_labels(ImportLabels(files), project.view()))
    assert [one.path.name for one in told.result.refused] == ["nobody.txt", "broken.txt"]
    assert told.of(Progress)[-1] == Progress(3, 3)
    assert len(told.of(MakeEdit)) == len(told.of(KeepLabelFiles)) == 1
    told = collected(import_labels(ImportLabels(files[:2]), project.view()))
    assert not told.of(MakeEdit)
    assert not told.of(KeepLabelFiles)


def test_a_file_goes_to_the_clip_that_was_chosen_for_it(project, ids, label_file):
    chosen = project.catalogue.view.clip(ids["new-0"])
    done = carry_out(
        import_labels(ImportLabels((label_file("a.txt"),), clip=chosen), project.view()), project
    )
    assert names(project, ids["new-0"]) == ["bark"]
    assert done.unplaced == ()
    assert copies(project) == [], "one clip was touched"


def test_files_that_wait_for_a_clip_are_told_from_those_that_cannot_be_read(project, ids, label_file):
    lost, broken = label_file("a.txt"), label_file("b.txt", "no labels at all")
    table = label_file("c.csv", "file,start_s,end_s,label\ndog-0.wav,0.1,0.2,bark\nno.wav,0.1,0.2,bark\n")
    done = carry_out(import_labels(ImportLabels((lost, broken, table)), project.view()), project)
    assert [one.path for one in done.refused] == [lost, broken, table]
    assert done.unplaced == (Unplaced(lost), Unplaced(table, is_partly_taken=True))
    assert names(project, ids["dog-0"]) == ["bark"]


def test_a_table_that_is_silent_about_a_recording_it_spoke_of_says_so(project, ids, label_file):
    head, dog, new = "file,start_s,end_s,label\n", "dog-0.wav,0.1,0.2,bark\n", "new-0.wav,0.1,0.2,hoot\n"

    def told(name, *rows):
        file = label_file(name, "".join((head, *rows)))
        (one,) = carry_out(import_labels(ImportLabels((file,)), project.view()), project).files
        return [str(note) for note in one.notes]

    assert told("all.csv", dog, new) == []
    (note,) = told("other.csv", dog.replace("0.2", "0.15"))
    assert note.startswith("its labels were added to those that "), "a file of another name"
    (note,) = told("all.csv", dog)
    assert note.startswith("1 recording that it spoke of before is not in it; its labels stay: ")
    assert note.endswith("new-0.wav")
    assert names(project, ids["new-0"]) == ["hoot"]
    assert told("all.csv", dog, new) == []


def test_a_file_given_twice_is_taken_once(project, ids, label_file):
    file = label_file("dog-0.txt")
    done = carry_out(import_labels(ImportLabels((file, file)), project.view()), project)
    assert ([one.file.source for one in done.files], done.refused) == ([file], ())


def test_of_files_that_claim_one_clip_the_one_beside_it_is_taken_or_else_none(project, ids, sounds, tmp_path):
    beside, first, second = (folder / "new-0.txt" for folder in (sounds, tmp_path / "jo", tmp_path / "al"))
    for number, file in enumerate((beside, first, second)):
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"0.{number}\t0.9\thoot\n")
    done = carry_out(import_labels(ImportLabels((first, second)), project.view()), project)
    clip = project.catalogue.view.clip(ids["new-0"])
    assert (done.files, done.unplaced) == ((), (Unplaced(first, (clip,)), Unplaced(second, (clip,))))
    assert "2 label files called new-0.txt fit" in str(done.refused[0].reason)
    done = carry_out(import_labels(ImportLabels((first, beside)), project.view()), project)
    assert [one.file.source for one in done.files] == [beside]
    carry_out(import_labels(ImportLabels((first,)), project.view()), project)
    (label,) = project.catalogue.view.labels(ids["new-0"])
    assert label.start_s == 0.1, "one at a time it is a later version of the file of that name"


def test_labels_come_out_as_they_came_in(project, ids, label_file, tmp_path):
    file = label_file("dog-0.txt", "0.10\t0.20\tbark\n")
    carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    request = ExportLabels("audacity", tmp_path / "out", (project.catalogue.view.clip(ids["dog-0"]),))
    told = collected(export_labels(request, project.view()))
    (written,) = told.of(LabelFileWritten)
    assert (written.done, written.total, written.target.name) == (1, 1, "dog-0.txt")
    assert "0.10\t0.20\tbark\n" in written.target.read_text("utf-8")


def test_an_unknown_format_and_a_file_in_the_way_are_user_errors(project, tmp_path):
    clips = project.catalogue.view.clips
    with pytest.raises(UserError):
        collected(export_labels(ExportLabels("none", tmp_path / "out", clips), project.view()))
    (tmp_path / "file").touch()
    with pytest.raises(UserError):
        collected(export_labels(ExportLabels("audacity", tmp_path / "file", clips), project.view()))


def test_files_are_converted_and_the_unreadable_told_at_the_end(label_file, tmp_path):
    files = (label_file("a.txt"), label_file("b.txt", "no labels at all"))
    told = collected(convert_labels(ConvertLabels(files, "csv", tmp_path / "out")))
    (converted,) = told.of(LabelFileConverted)
    (written,) = converted.written
    assert (written.target.name, written.labels) == ("a.csv", 1)
    assert "bark" in written.target.read_text("utf-8")
    assert [one.path for one in told.result] == [files[1]]


def test_a_file_about_several_sounds_is_parted_unless_its_format_stays(label_file, tmp_path):
    text = "file,start_s,end_s,label\nC:\\rec\\a.wav,1,2,x\nb.wav,1,2,y\nb.wav,3,4,z\n"
    source = label_file("all.csv", text)
    (parted,) = collected(convert_labels(ConvertLabels((source,), "audacity", tmp_path / "out"))).events
    told = [(one.done, one.total, one.target.name, one.labels) for one in parted.written]
    assert told == [(1, 2, "a.txt", 1), (2, 2, "b.txt", 2)]
    (kept,) = collected(convert_labels(ConvertLabels((source,), "csv", tmp_path / "out"))).events
    assert [(one.done, one.total, one.target.name, one.labels) for one in kept.written] == [
        (1, 1, "all.csv", 3)
    ]
    assert (tmp_path / "out" / "all.csv").read_text() == text


def test_recordings_of_equal_names_are_parted_into_folders_that_find_them_again(label_file, tmp_path):
    rows = ("D:\\rec\\siteA\\x.wav,1,2,a", "D:\\rec\\siteB\\x.wav,1,2,b", "D:\\rec\\siteB\\y.wav,1,2,c")
    source = label_file("all.csv", "file,start_s,end_s,label\n" + "\n".join(rows) + "\n")
    (parted,) = collected(convert_labels(ConvertLabels((source,), "audacity", tmp_path / "out"))).events
    places = [one.target.relative_to(tmp_path / "out").as_posix() for one in parted.written]
    assert places == ["siteA/x.txt", "siteB/x.txt", "y.txt"]


def test_a_file_about_one_sound_keeps_its_name_in_another_format(label_file, tmp_path):
    source = label_file("dawn.csv", "file,start_s,end_s,label\na.wav,1,2,x\n")
    (done,) = collected(convert_labels(ConvertLabels((source,), "audacity", tmp_path / "out"))).events
    assert [one.target.name for one in done.written] == ["dawn.txt"]


def test_labels_are_not_read_for_a_project_that_may_only_be_read(reader, label_file):
    with pytest.raises(ReadOnlyProjectError):
        collected(import_labels(ImportLabels((label_file("dog-0.txt"),)), reader.view()))
    assert copies(reader) == []


def test_names_are_one_class_however_a_file_spells_them_and_the_file_comes_back_as_it_was(
    project, ids, label_file, tmp_path
):
    text = "0.1\t0.2\tbark\n0.3\t0.4\t bark \n0.5\t0.6\tho\u0308ot\n0.7\t0.8\thöot\n0.8\t0.9\tnan\n"
    file = label_file("new-0.txt", text)
    carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    assert names(project, ids["new-0"]) == ["bark", "bark", "höot", "höot", None]
    request = ExportLabels("audacity", tmp_path / "out", (project.catalogue.view.clip(ids["new-0"]),))
    (written,) = collected(export_labels(request, project.view())).of(LabelFileWritten)
    assert written.target.read_bytes() == file.read_bytes()


def test_a_table_over_several_recordings_comes_back_too(project, ids, label_file):
    table = (
        "file,start_s,end_s,label\ndog-0.wav,0.1,0.2,bark\nnew-0.wav,0.1,0.2,hoot\nnew-0.wav,0.3,0.4,hoot\n"
    )
    file = label_file("all.csv", table)
    carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    label_file("all.csv", table.replace("0.1,0.2,hoot", "0.1,0.25,hoot").replace("bark", "howl"))
    done = carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    assert done.tally == Tally(known=1, changed=2)
    assert (names(project, ids["dog-0"]), names(project, ids["new-0"])) == (["howl"], ["hoot", "hoot"])


def test_nothing_is_edited_where_nothing_is_new(project, ids, label_file):
    file = label_file("dog-0.txt")
    carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    told = collected(import_labels(ImportLabels((file,)), project.view()))
    assert told.result.tally == Tally(known=1)
    assert not told.of(MakeEdit)


def test_an_import_that_was_undone_can_be_made_again(project, ids, label_file):
    file = label_file("dog-0.txt")
    for _again in range(2):
        done = carry_out(import_labels(ImportLabels((file,)), project.view()), project)
        assert done.tally == Tally(new=1)
        project.catalogue.undo()
        assert names(project, ids["dog-0"]) == []


def spans(project, clip_id):
    labels = project.catalogue.view.labels(clip_id)
    return sorted((label.start_s, label.end_s) for label in labels if not label.is_whole_clip)


@pytest.mark.parametrize(
    ("edit", "result"),
    [
        pytest.param(
            lambda view, clip, bark: edits.replace_label(view, clip, bark, None), [(0.3, 0.4)], id="deleted"
        ),
        pytest.param(
            lambda view, clip, bark: edits.replace_label(view, clip, bark, replace(bark, start_s=0.05)),
            [(0.05, 0.25), (0.3, 0.4)],
            id="changed",
        ),
        pytest.param(
            lambda view, clip, bark: edits.add_label(view, clip, Label(bark.class_id, 0.3, 0.4)),
            [(0.1, 0.25), (0.3, 0.4)],
            id="added",
        ),
    ],
)
def test_what_is_edited_while_a_corrected_file_is_read_comes_once(project, ids, label_file, edit, result):
    clip_id = ids["dog-0"]
    carry_out(import_labels(ImportLabels((label_file("dog-0.txt"),)), project.view()), project)
    corrected = label_file("dog-0.txt", "0.1\t0.25\tbark\n0.3\t0.4\tbark\n")

    def edit_meanwhile(event):
        if isinstance(event, Progress):
            view = project.catalogue.view
            (bark,) = (label for label in view.labels(clip_id) if not label.is_whole_clip)
            project.catalogue.apply(Text("edit label"), edit(view, clip_id, bark))

    carry_out(import_labels(ImportLabels((corrected,)), project.view()), project, edit_meanwhile)
    assert spans(project, clip_id) == result
    project.catalogue.undo()
    project.catalogue.undo()
    assert spans(project, clip_id) == [(0.1, 0.2)]


def test_labels_behind_the_end_of_a_recording_are_told(project, ids, label_file):
    done = collected(import_labels(ImportLabels((label_file("dog-0.txt", "100\t200\tx\n"),)), project.view()))
    assert "1 label starts after the end" in str(done.result.files[0].notes[-1])
    end_s = project.catalogue.view.clip(ids["dog-0"]).duration_s
    file = label_file("dog-0.txt", f"{end_s}\t{end_s + 1}\tx\n{end_s}\t{end_s}\tmoment\n")
    done = collected(import_labels(ImportLabels((file,)), project.view()))
    assert "1 label starts after the end" in str(done.result.files[0].notes[-1])


@pytest.mark.parametrize(
    ("low_hz", "high_hz", "told"),
    [
        (1.5, 2.5, "the highest of all as 2.5 Hz: are they kHz?"),
        (90000, 95000, "1 label lies above all frequencies of its recording"),
        (100, 2500, ""),
        (100, 90000, ""),
    ],
)
def test_frequencies_that_are_probably_in_another_unit_are_told(project, label_file, low_hz, high_hz, told):
    file = label_file("dog-0.txt", f"0.1\t0.2\tbark\n\\\t{low_hz}\t{high_hz}\n")
    done = collected(import_labels(ImportLabels((file,)), project.view())).result
    said = [str(note) for note in done.files[0].notes if "Hz" in str(note) or "frequencies" in str(note)]
    assert len(said) == bool(told)
    assert told in " ".join(said)


@pytest.mark.parametrize(
    ("length_s", "end_s", "told"),
    [(20.0, 0.3, True), (0.35, 0.3, True), (0.3, 0.3, False), (None, 0.3, False)],
)
def test_a_file_about_a_recording_of_another_length_says_so(project, ids, tmp_path, length_s, end_s, told):
    clip = project.catalogue.view.clip(ids["dog-0"])
    sound = LabelledSound(duration_s=clip.duration_s if length_s is None else length_s)
    file = tmp_path / "dog-0.TextGrid"
    file.write_bytes(of_sound(FORMATS["textgrid"], sound).write([Region(0.1, end_s, "bark")]))
    done = collected(import_labels(ImportLabels((file,)), project.view()))
    notes = " ".join(map(str, done.result.files[0].notes))
    assert ("it says that its recording is" in notes) == told


def test_tasks_of_label_studio_that_were_labelled_in_another_length_say_so(project, tmp_path):
    entry = {"type": "labels", "value": {"start": 0.1, "end": 0.2, "labels": ["x"]}}
    tasks = [
        {"data": {"audio": name}, "annotations": [{"result": [entry | {"original_length": length_s}]}]}
        for name, length_s in (("dog-0.wav", 12.5), ("dog-1.wav", 0.0))
    ]
    file = tmp_path / "tasks.json"
    file.write_text(json.dumps(tasks))
    done = collected(import_labels(ImportLabels((file,)), project.view()))
    (told,) = (str(one) for one in done.result.files[0].notes if "its recording is" in str(one))
    assert "is 12.50 s long, and" in told
    assert "dog-0.wav" in told


def test_replacing_labels_of_one_clip_is_worth_a_copy(project, ids, label_file):
    carry_out(import_labels(ImportLabels((label_file("dog-0.txt"),)), project.view()), project)
    assert copies(project) == []
    file = label_file("dog-0.txt", "0.3\t0.4\thowl\n")
    done = carry_out(import_labels(ImportLabels((file,), mode=Mode.REPLACE), project.view()), project)
    assert (done.tally, names(project, ids["dog-0"])) == (Tally(new=1, gone=1), ["howl"])
    assert len(copies(project)) == 1
    assert [label.is_whole_clip for label in project.catalogue.view.labels(ids["dog-0"])] == [True, False]


RAVEN_OF_TWO = (
    "Selection\tBegin Time (s)\tEnd Time (s)\tBegin File\tAnnotation\tSpecies\n"
    "1\t0.1\t0.2\tdog-0.wav\tbark\tCanis\n2\t0.1\t0.2\tnew-0.wav\t\tStrix\n"
)
WHOMBAT_OF_TWO = json.dumps(
    {
        "data": {
            "collection_type": "annotation_set",
            "tags": [
                {"id": 0, "key": "kind", "value": "bark"},
                {"id": 1, "key": "sex", "value": "m"},
                {"id": 2, "key": "kind", "value": "howl"},
            ],
            "recordings": [{"uuid": "r1", "path": "dog-0.wav"}, {"uuid": "r2", "path": "new-0.wav"}],
            "sound_events": [
                {
                    "uuid": f"e{at}",
                    "recording": name,
                    "geometry": {"type": "TimeInterval", "coordinates": where},
                }
                for at, (name, where) in enumerate((("r1", [0, 0.2]), ("r1", [0.3, 0.4]), ("r2", [0.1, 0.2])))
            ],
            "sound_event_annotations": [
                {"uuid": "a0", "sound_event": "e0", "tags": [0]},
                {"uuid": "a1", "sound_event": "e1", "tags": [2]},
                {"uuid": "a2", "sound_event": "e2", "tags": [1]},
            ],
        }
    }
)


@pytest.mark.parametrize(
    ("name", "text"), [("all.selections.txt", RAVEN_OF_TWO), ("all.json", WHOMBAT_OF_TWO)]
)
def test_the_part_of_a_recording_is_read_as_the_whole_table_was(
    name, text, project, ids, label_file, tmp_path
):
    file = label_file(name, text)
    carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    assert names(project, ids["new-0"]) == [None], "the column of the labels says nothing about it"
    done = carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    assert (done.tally.new, done.tally.changed, done.tally.gone) == (0, 0, 0)
    key = done.files[0].file.format.key
    clips = tuple(one for one in project.catalogue.view.clips if one.id == ids["new-0"])
    collected(export_labels(ExportLabels(key, tmp_path / "out", clips), project.view()))
    (written,) = (one for one in (tmp_path / "out").rglob("*") if one.is_file())
    assert read_label_file(written, key, done.files[0].file.labels.columns[0]).labels.regions[0].text == ""
    assert b"Strix" in written.read_bytes() or b'"tags": [1]' in written.read_bytes()


def test_unasked_files_go_only_to_recordings_without_labels_and_never_twice(project, ids, label_file):
    def take(*files):
        return carry_out(import_labels(ImportLabels(files, unasked=True), project.view()), project)

    first = label_file("dog-0.txt")
    assert take(first).left == ()
    assert names(project, ids["dog-0"]) == ["bark"]
    again = take(first)
    assert (again.files, again.left) == ((), ())
    label_file("dog-0.txt", "0.1\t0.2\tbark\n0.3\t0.4\thoot\n")
    done = take(first, label_file("dog-1.txt"))
    assert done.left == (first,)
    assert "dog-0.txt" in str(done.left_note)
    assert (names(project, ids["dog-0"]), names(project, ids["dog-1"])) == (["bark"], ["bark"])


def test_a_file_that_says_what_is_there_already_is_nothing_to_tell_of(project, ids, tmp_path):
    view = project.catalogue.view
    label = Label(view.classes[0].id, 0.1, 0.2)
    project.catalogue.apply(Text("label"), edits.add_label(view, ids["dog-0"], label))
    written = tmp_path / "dog-0.txt"
    written.write_text(f"0.1\t0.2\t{view.classes[0].name}\n")
    done = carry_out(import_labels(ImportLabels((written,), unasked=True), project.view()), project)
    assert (done.files, done.left, done.left_note) == ((), (), None)


def test_equal_rows_of_a_table_are_one_label_which_is_told_and_comes_back_as_one(project, ids, label_file):
    table = "start_s,end_s,label,note\n0.1,0.2,bark,near\n0.10,0.2,bark,\n0.1,0.2,bark,far\n0.3,0.4,bark,\n"
    file = label_file("dog-0.csv", table)
    done = carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    assert spans(project, ids["dog-0"]) == [(0.1, 0.2), (0.3, 0.4)]
    assert "near; far" in {one.note for one in project.catalogue.view.labels(ids["dog-0"])}
    assert (done.tally.new, done.tally.told_again) == (2, 2)
    assert "2 of its labels are equal to others" in " ".join(map(str, done.files[0].notes))
    again = carry_out(import_labels(ImportLabels((file,)), project.view()), project)
    assert (again.tally.known, again.tally.new, again.tally.left_out, again.conflicts) == (2, 0, 0, ())


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (
            "dog-0.txt",
            "Channel\tBegin Time (s)\tEnd Time (s)\tAnnotation\n2\t0.1\t0.2\tbark\n",
        ),
        ("dog-0.ctm", "dog-0 B 0.1 0.1 bark\n"),
        ("dog-0.rttm", "SPEAKER dog-0 2 0.1 0.1 <NA> <NA> bark <NA> <NA>\n"),
        ("dog-0.csv", "start_s,end_s,label,channel\n0.1,0.2,bark,2\n"),
    ],
)
def test_labels_in_a_channel_that_the_recording_lacks_are_told(name, text, project, label_file):
    first = carry_out(import_labels(ImportLabels((label_file(name, text),)), project.view()), project)
    assert "labels in channel 2 of" in " ".join(map(str, first.files[0].notes))
