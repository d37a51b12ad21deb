"""What an import would take in, told before anything is read."""

import json
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.quantity import Quantity
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import Columns, Sheet, likely_columns
from audioclf_gui.jobs.import_plan import (
    FileBeside,
    ImportPlan,
    Role,
    candidates,
    outline,
    plan_from_json,
    plan_to_json,
)
from audioclf_gui.jobs.import_survey import Survey, survey
from audioclf_gui.jobs.layout_guess import ChosenFolder


def put(folder, **files):
    """Files by the name without its ending, which is the part before the content."""
    paths = []
    for stem, (suffix, text) in files.items():
        path = folder / f"{stem}{suffix}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        paths.append(path)
    return paths


TRACK = "0.5\t1.0\tbark\n"


def test_a_folder_is_looked_through_for_sound_labels_and_tables(sounds):
    put(sounds, **{"dog-0": (".txt", TRACK), "dog-1.Table.1": (".txt", "notes"), "readme": (".txt", "words")})
    put(sounds, clips=(".csv", "file,species\ndog-0.wav,dog\n"), weather=(".csv", "day,rain\n1,2\n"))
    put(sounds, **{".hidden": (".csv", "file\n")})
    assert survey([sounds]) == Survey(
        root=sounds,
        sources=(ChosenFolder(sounds, tuple(sorted(sounds.glob("*.wav")))),),
        label_files=(sounds / "dog-0.txt", sounds / "dog-1.Table.1.txt"),
        tables=(sounds / "clips.csv", sounds / "weather.csv"),
        layout="table",
        notes=(Text("{table} seems to say what is in the files", table="clips.csv"),),
    )


def test_label_files_beside_sounds_are_those_that_are_called_like_them(tmp_path):
    put(tmp_path, rec=(".wav", ""), Night=(".WAV", ""))
    own = put(tmp_path, **{"night.Table.1.selections": (".txt", TRACK), "REC.wav": (".txt", TRACK)})
    own += put(tmp_path, rec=(".TextGrid", ""))
    put(tmp_path, **{"rec.2024-05-01": (".txt", TRACK), "rec_2": (".txt", TRACK), "rec 2": (".txt", TRACK)})
    assert set(survey([tmp_path]).label_files) == set(own)


SELECTIONS = "Selection\tBegin Time (s)\tEnd Time (s)\tBegin File\tSpecies\n1\t0.1\t0.2\t{}\towl\n"


def test_label_files_that_name_recordings_in_their_rows_lie_beside_these_too(sounds):
    own = put(sounds, week=(".txt", SELECTIONS.format("DOG-0.flac")), people=(".rttm", ""))
    own[1].write_text("SPEAKER dog-1 1 0.1 0.1 <NA> <NA> ann <NA> <NA>\n")
    own += put(sounds, calls=(".csv", "file,start,end,label\ndog-0.wav,0,1,a\ndog-0.wav,2,3,b\n"))
    put(sounds, readme=(".txt", "about the recordings\n"))
    found = survey([sounds])
    assert set(found.label_files) == set(own)
    assert found.unused == ()
    assert "calls.csv tells where in recordings something is" in words(found)


def test_label_files_and_tables_about_nothing_that_is_there_are_told(project, sounds):
    strangers = put(sounds, wolf=(".txt", TRACK), people=(".rttm", ""))
    strangers[1].write_text("SPEAKER wolf 1 0.1 0.1 <NA> <NA> ann <NA> <NA>\n")
    strangers += put(sounds, titled=(".csv", "My clips\n\nfile,class\ndog-0.wav,dog\n"))
    found = survey([sounds])
    assert set(found.unused) == set(strangers)
    notes = outline(found, ImportPlan(layout="folders"), project.catalogue.view).notes
    assert "3 label files or tables are about no recording here that shows" in " ".join(map(str, notes))


def test_a_table_that_is_chosen_is_read_as_that_alone(project, sounds):
    (calls,) = put(sounds, calls=(".csv", "file,start,end,label\ndog-0.wav,0,1,a\ndog-0.wav,2,3,b\n"))
    found = survey([sounds])
    assert outline(found, ImportPlan("plain", table=calls), project.catalogue.view).label_files == (calls,)
    columns = Columns("file", "label")
    read = outline(found, ImportPlan("table", table=calls, columns=columns), project.catalogue.view)
    assert read.label_files == ()
    assert read.beside == (FileBeside(calls, Role.READ),)


def test_tables_that_name_files_come_first_but_others_make_no_table_of_an_import(sounds):
    put(sounds, alpha=(".csv", "day,rain\n1,2\n"))
    assert survey([sounds]).layout == "plain"
    put(sounds, mike=(".csv", "file,label\nelsewhere.wav,dog\n"))
    assert survey([sounds]).layout == "plain"
    (named,) = put(sounds, zulu=(".tsv", "path\tlabel\nC:\\me\\dog-0.flac\tdog\n"))
    assert survey([sounds]).tables == (named, sounds / "alpha.csv", sounds / "mike.csv")
    assert survey([sounds]).layout == "table"
    named.write_text("path\tlabel\n0123abcd-dog-0.wav\tdog\n")
    assert survey([sounds]).layout == "table"


@pytest.mark.parametrize(
    ("rows", "layout", "told"),
    [
        (
            "dog-0.wav,0,1,x\ndog-1.wav,2,3,x\n",
            "table",
            "column “Start_s” of clips.csv tells where something",
        ),
        ("dog-0.wav,0,1,x\ndog-0.wav,2,3,y\n", "plain", "clips.csv tells where in recordings something is"),
        ('dog-0.wav,"0', "plain", "clips.csv, line 2: a quote is opened here and not closed"),
        ("fox.wav,0,1,x\n", "plain", "clips.csv names none of the recordings here: it calls one fox.wav"),
    ],
    ids=["one row for each file", "several", "damaged", "of others"],
)
def test_a_table_of_stretches_or_of_other_files_says_nothing_of_whole_files(sounds, rows, layout, told):
    put(sounds, clips=(".csv", "file,Start_s,end_s,label\n" + rows))
    found = survey([sounds])
    assert found.layout == layout
    assert told in words(found)


@pytest.mark.parametrize("name", ["clips.csv", "clips.xlsx"])
def test_a_workbook_beside_recordings_is_told(sounds, name):
    (sounds / name).write_bytes(b"PK\x03\x04" + bytes(100))
    found = survey([sounds])
    assert found.layout == "plain"
    assert f"{name} is a workbook" in words(found)


def test_a_table_without_a_sure_column_of_classes_is_told_so(sounds):
    put(sounds, clips=(".csv", "file,dogs,cats\ndog-0.wav,3,0\ndog-1.wav,0,2\n"))
    found = survey([sounds])
    assert found.layout == "table"
    assert "no column of clips.csv is surely that of the classes: choose one" in words(found)


def test_a_folder_for_each_class_is_seen(tmp_path):
    put(tmp_path, **{"dog/a": (".wav", ""), "cat/b": (".wav", "")})
    assert survey([tmp_path]).layout == "folders"


def test_files_are_taken_as_they_are_given_each_once(sounds):
    first, second, *_ = sorted(sounds.glob("*.wav"))
    (track,) = put(sounds.parent, other=(".txt", TRACK))
    found = survey([second, first, second, track])
    assert (found.root, found.audio, found.layout) == (sounds.parent, (second, first), "plain")
    assert found.label_files == (track,)
    assert survey([first]).root == sounds


def test_paths_from_the_working_folder_and_from_a_root_are_taken_together(sounds, monkeypatch):
    monkeypatch.chdir(sounds.parent)
    first, second, *_others = sorted(sounds.glob("*.wav"))
    found = survey([Path(sounds.name) / first.name, second])
    assert (found.audio, found.root) == ((first, second), sounds)
    put(sounds.parent / "later", more=(".wav", ""))
    found = survey([Path(sounds.name), sounds.parent / "later"])
    assert found.audio == (*sorted(sounds.glob("*.wav")), sounds.parent / "later" / "more.wav")


def test_labels_or_a_table_without_any_sound_are_a_table(tmp_path):
    (table,) = put(tmp_path, clips=(".csv", "a,b\n"))
    assert (survey([table]).tables, survey([table]).layout) == ((table,), "table")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["filename", "category", "src_file", "fold"], Columns("filename", "category", "src_file", "fold")),
        (["Species", "Site", "Split", "Path"], Columns("Path", "Species", "Site", "Split")),
        (["clip", "bird"], Columns("clip", "bird")),
        (["audio", "speaker", "subset", "word"], Columns("audio", "word", "speaker", "subset")),
        (["recording", "class", "recording id"], Columns("recording", "class", "recording id")),
        (["filename", "actor", "emotion", "intensity"], Columns("filename", "emotion", "actor")),
        (["path", "client_id", "sentence", "gender"], Columns("path", "gender", "client_id")),
        (
            ["filename", "scene_label", "identifier", "source_label"],
            Columns("filename", "scene_label", "identifier"),
        ),
        (["file", "rating", "primary_label", "author"], Columns("file", "primary_label", "author")),
        (["file", "speaker"], Columns("file", "speaker")),
        (["day", "rain"], Columns("", "day")),
        ([], Columns()),
    ],
)
def test_columns_are_guessed_from_their_names(names, expected):
    assert likely_columns(Sheet(Path(), tuple(names), ())) == expected


def test_names_say_what_the_layout_does_not():
    audio = (Path("site1_dog_a.wav"), Path("b.wav"))
    found = Survey(Path(), (ChosenFolder(Path(), audio),), (), (), "plain")
    plan = ImportPlan("plain", r"_(?P<label>[a-z]+)_", r"^(?P<group>site\d)")
    assert candidates(found, plan).candidates == (
        Candidate(audio[0], "dog", "site1"),
        Candidate(audio[1]),
    )
    assert candidates(found, ImportPlan("names")).candidates == tuple(map(Candidate, audio))


def test_a_plan_that_is_kept_comes_back_as_it_was(tmp_path):
    columns = Columns("file", "", "site", classes=("dog", "cat"))
    for plan in (
        ImportPlan("folders"),
        ImportPlan("table", group_pattern="(?P<group>x)", table=tmp_path / "t.csv", columns=columns),
        ImportPlan("parts", name_template="{class}_{}", class_names=tmp_path / "codes.csv"),
    ):
        assert plan_from_json(json.loads(json.dumps(plan_to_json(plan)))) == plan


def test_names_overrule_the_folders_only_where_they_fit(tmp_path):
    put(tmp_path, **{"dog/fox_a": (".wav", ""), "dog/b": (".wav", ""), "cat/c": (".wav", "")})
    found = candidates(survey([tmp_path]), ImportPlan("folders", r"^(?P<label>[a-z]+)_(?P<fold>a)"))
    assert {(one.path.stem, one.class_name, one.fold) for one in found.candidates} == {
        ("fox_a", "fox", "a"),
        ("b", "dog", ""),
        ("c", "cat", ""),
    }


def test_a_table_says_what_its_chosen_columns_say(sounds):
    row = "dog-0.wav,dog,site 1,2,0.5\n"
    (table,) = put(sounds, clips=(".csv", "file,kind,place,part,size\n" + row))
    wanted = sounds / "dog-0.wav"
    plan = ImportPlan("table", table=table, columns=Columns("file", "kind", "place", "part", "size"))
    size = Quantity("size", "", "size")
    described = Candidate(wanted, "dog", "site 1", "2", 0.5, quantity=size)
    assert candidates(survey([sounds]), plan).candidates == (described,)
    bare = ImportPlan("table", table=table, columns=Columns("file"))
    assert candidates(survey([sounds]), bare).candidates == (Candidate(wanted),)


@pytest.mark.parametrize("plan", [ImportPlan("table"), ImportPlan("table", table=Path("clips.csv"))])
def test_a_table_without_a_column_of_files_is_refused(plan, tmp_path):
    with pytest.raises(UserError, match="No column of file names"):
        candidates(survey([tmp_path]), plan)


def test_several_paths_are_taken_in_their_order_and_one_that_is_gone_stops_all(sounds, tmp_path):
    first, second, *_ = sorted(sounds.glob("*.wav"))
    plan = ImportPlan("plain")
    assert candidates(survey([second, first]), plan).candidates == (Candidate(second), Candidate(first))
    with pytest.raises(UserError, match="gone does not exist"):
        survey([sounds, tmp_path / "gone"])


def test_an_outline_counts_what_is_new(project, sounds, tmp_path):
    more = put(tmp_path / "more", s1_fox_a=(".wav", ""), s1_hen_b=(".wav", ""), c=(".wav", ""))
    known = sorted(sounds.glob("*.wav"))
    found = Survey(tmp_path, (ChosenFolder(tmp_path, (*known, *more)),), (), (), "plain")
    plan = ImportPlan("plain", r"_(?P<label>[a-z]+)_(?P<fold>[ab])", r"^(?P<group>s\d)_")
    planned = outline(found, plan, project.catalogue.view)
    assert planned.wanted == (
        Candidate(more[0], "fox", "s1", "a"),
        Candidate(more[1], "hen", "s1", "b"),
        Candidate(more[2]),
    )
    assert (planned.known, planned.classes, planned.groups, planned.folds) == (6, 2, 1, 2)
    assert planned.gaining == planned.left_alone == ()


def test_an_outline_tells_what_known_clips_would_get_and_what_they_keep(project, sounds):
    found = survey([sounds])
    plan = ImportPlan("names", r"^(?P<label>dog|new)?[a-z]*-(?P<fold>\d)", r"^(?P<group>wren)")
    planned = outline(found, plan, project.catalogue.view)
    assert planned.wanted == ()
    assert {one.path.stem for one in planned.gaining} == {path.stem for path in found.audio}
    assert (planned.classes, planned.folds) == (3, 3)
    other = outline(found, ImportPlan("names", r"^(?P<label>[a-z])"), project.catalogue.view)
    assert [one.path.stem for one in other.gaining] == ["new-0"]
    assert len(other.left_alone) == 5


def words(found):
    return " | ".join(map(str, found.notes))


def write_tones(folder, *names, seconds=0.1, rate_hz=8000):
    for name in names:
        write_wav(folder / name, np.zeros(int(seconds * rate_hz), np.float32), rate_hz)
    return folder


@pytest.mark.parametrize(
    ("names", "seconds", "layout"),
    [
        pytest.param(["dog/a.wav", "cat/b.wav"], 2.0, "folders", id="clips"),
        pytest.param(["dog/20240501_053000.wav", "cat/20240501_063000.wav"], 2.0, "folders", id="of a phone"),
        pytest.param(["dog/a.wav", "cat/b.wav"], 70.0, "plain", id="long ones in few folders"),
        pytest.param([f"{bird}/XC{n}.wav" for n, bird in enumerate("abcde")], 70.0, "folders", id="of many"),
        pytest.param([f"{bird}/XC{n}.wav" for n, bird in enumerate("abcde")], 310.0, "plain", id="very long"),
        pytest.param([f"AM{n}/20240501_053000.wav" for n in range(5)], 70.0, "plain", id="recorders"),
        pytest.param([f"AM{n}/20240501_053000.wav" for n in range(5)], 2.0, "plain", id="in short files"),
        pytest.param(["site 1/REC0001.wav", "site 2/REC0001.wav"], 2.0, "plain", id="sites"),
    ],
)
def test_folders_of_recordings_are_no_classes_unless_that_is_chosen(tmp_path, names, seconds, layout):
    found = survey([write_tones(tmp_path / "set", *names, seconds=seconds, rate_hz=200)])
    assert found.layout == layout
    assert ("not taken for classes" in words(found)) == (layout == "plain")
    chosen = candidates(found, ImportPlan("folders"))
    assert {one.class_name for one in chosen.candidates} == {name.partition("/")[0] for name in names}


@pytest.mark.parametrize(
    "folders",
    [
        ("recorderA", "recorderB"),
        ("mp3", "flac"),
        ("audio", "data", "wav"),
        ("2023", "2024"),
        ("clips", "raw"),
    ],
    ids=" ".join,
)
def test_short_recordings_in_folders_of_recorders_or_formats_are_no_classes(tmp_path, folders):
    root = write_tones(tmp_path / "set", *(f"{folder}/dog-{folder}.wav" for folder in folders))
    found = survey([root])
    assert found.layout == "plain"
    assert f"“{folders[0]}”" in words(found)
    assert "so they are not taken for classes; choose folders if they are" in words(found)


def test_label_files_beside_recordings_speak_against_folders_as_classes(tmp_path):
    root = write_tones(tmp_path / "set", "north/a.wav", "south/b.wav", "south/c.wav")
    put(root, **{"north/a": (".txt", "no labels, but words\n")})
    assert survey([root]).layout == "folders"
    put(root, **{"north/a": (".txt", TRACK)})
    found = survey([root])
    assert found.layout == "plain"
    assert "1 label file lies beside the recordings in set and says what is in them" in words(found)


SORTED = ("dog/a.wav", "dog/b.wav", "cat/c.wav")


@pytest.mark.parametrize(
    ("rows", "layout", "told"),
    [
        pytest.param(
            "file,species\na.wav,owl\nb.wav,jay\nc.wav,jay\n", "table", "a table counts more", id="all"
        ),
        pytest.param("file,species\na.wav,owl\nb.wav,jay\n", "table", "a table counts more", id="most"),
        pytest.param(
            "file,species\na.wav,owl\n", "folders", "t.csv names recordings, too, and is not read", id="few"
        ),
        pytest.param(
            "file,who\na.wav,Ann\nb.wav,Bob\nc.wav,Bob\n",
            "folders",
            "names recordings, too",
            id="not classes",
        ),
    ],
)
def test_a_table_of_classes_counts_more_than_folders_and_either_is_told(tmp_path, rows, layout, told):
    root = write_tones(tmp_path / "set", *SORTED)
    put(root, t=(".csv", rows))
    found = survey([root])
    assert found.layout == layout
    assert told in words(found)


def test_of_several_tables_the_one_that_tells_classes_apart_is_taken_and_the_others_are_named(tmp_path):
    root = write_tones(tmp_path / "set", "audio_train/a.wav", "audio_train/b.wav", "audio_test/c.wav")
    put(root, sample_submission=(".csv", "fname,label\nc.wav,owl\n"))
    (train,) = put(root, train=(".csv", "fname,label\na.wav,owl\nb.wav,jay\n"))
    found = survey([root])
    assert (found.layout, found.tables[0]) == ("table", train)
    assert "“sample_submission.csv” does so, too, but one table is read at a time" in words(found)


@pytest.mark.parametrize(("column", "fold"), [("", "train"), ("part", "x")])
def test_folders_of_a_split_are_the_folds_of_a_table_without_any(tmp_path, column, fold):
    root = write_tones(tmp_path / "set", "train/a.wav", "train/b.wav", "test/c.wav")
    (file,) = put(root, train=(".csv", "id,label,part\na,owl,x\nb,jay,x\n"))
    listing = candidates(
        survey([root]), ImportPlan("table", table=file, columns=Columns("id", "label", fold=column))
    )
    assert [(one.class_name, one.fold) for one in listing.candidates] == [("owl", fold), ("jay", fold)]
    assert ("“test”, “train”" in " ".join(map(str, listing.notes))) == (column == "")


@pytest.mark.parametrize(("other", "fold"), [("test", "train"), ("weather", "")])
def test_a_table_of_one_part_of_a_split_tells_the_fold_where_another_is_of_another_part(
    tmp_path, other, fold
):
    root = write_tones(tmp_path / "set", "a.wav", "b.wav", "c.wav")
    (file,) = put(root, train=(".csv", "file,label\na.wav,owl\nb.wav,jay\n"))
    put(root, **{other: (".csv", "file,label\nc.wav,owl\n")})
    listing = candidates(survey([root]), ImportPlan("table", table=file, columns=Columns("file", "label")))
    assert [one.fold for one in listing.candidates] == [fold, fold]
    assert ("train.csv is called after a part of a split" in " ".join(map(str, listing.notes))) == bool(fold)
    assert listing.read == (file,)


def test_a_table_that_is_named_alone_is_of_its_part_where_another_lies_beside_it(tmp_path):
    root = write_tones(tmp_path / "set", "audio/a.wav", "audio/b.wav")
    (file, _) = put(root, test=(".csv", "file,label\na.wav,owl\n"), train=(".csv", "file,label\nb.wav,owl\n"))
    plan = ImportPlan("table", table=file, columns=Columns("file", "label"))
    assert [one.fold for one in candidates(survey([root / "audio"]), plan).candidates] == ["test"]


def test_a_folder_that_is_a_part_of_a_split_beside_another_is_the_fold(tmp_path):
    root = write_tones(tmp_path / "set", "train/owl/a.wav", "train/jay/b.wav", "test/owl/c.wav")
    listing = candidates(survey([root / "train"]), ImportPlan("folders"))
    assert [(one.class_name, one.fold) for one in listing.candidates] == [("jay", "train"), ("owl", "train")]
    assert "the folder train is called after a part of a split" in " ".join(map(str, listing.notes))


def test_lists_beside_folders_of_classes_tell_the_folds_and_are_no_tables(tmp_path):
    root = write_tones(tmp_path / "set", *SORTED)
    names = [one.relative_to(root).as_posix() for one in sorted(root.rglob("*.wav"))]
    put(root, train_list=(".txt", "\n".join(names[1:])), test_list=(".txt", names[0]))
    found = survey([root])
    assert (found.layout, words(found)) == ("folders", "set looks like one folder for each class")
    listing = candidates(found, ImportPlan("folders"))
    assert [one.fold for one in listing.candidates] == ["test", *["train"] * (len(names) - 1)]


def test_parts_of_a_split_without_classes_are_called_so(tmp_path):
    found = survey([write_tones(tmp_path / "set", "train/a.wav", "test/b.wav")])
    assert found.layout == "folders"
    assert words(found) == "set looks like the parts of a split, without classes"


def test_the_pack_of_long_recordings_is_no_set_of_classes(shared_data):
    found = survey([shared_data / "long-recordings"])
    assert found.layout == "plain"
    assert "not taken for classes" in words(found)


def test_a_recording_that_cannot_be_opened_does_not_stop_the_guess(tmp_path):
    put(tmp_path, **{"dog/a": (".wav", "no sound"), "cat/b": (".wav", "")})
    assert survey([tmp_path]).layout == "folders"


def test_each_file_counts_once_however_often_its_path_is_given(tmp_path):
    names = ("dog/a.wav", "dog/B.WAV", "cat/c.Flac", ".hidden/d.wav", "dog/._a.wav")
    root = write_tones(tmp_path / "set", *names)
    (root / "dog" / "loop").symlink_to(root)
    (root / "again").symlink_to(root / "dog")
    (tmp_path / "link").symlink_to(root)
    given = [root, root / "dog", root, root / "dog" / "a.wav", tmp_path / "link", root / "dog" / ".." / "cat"]
    found = survey(given)
    assert sorted(file.name for file in found.audio) == ["B.WAV", "a.wav", "c.Flac"]
    listed = candidates(found, ImportPlan("folders")).candidates
    assert {(one.path.name, one.class_name) for one in listed} == {
        ("a.wav", "dog"), ("B.WAV", "dog"), ("c.Flac", "cat")
    }  # fmt: skip
    assert sorted(file.name for file in survey([root / "dog" / "a.wav", root]).audio) == [
        "B.WAV", "a.wav", "c.Flac"
    ]  # fmt: skip


def test_folders_that_are_given_one_by_one_are_classes_and_sets_are_looked_into(tmp_path):
    write_tones(tmp_path, "x/dog/a.wav", "x/cat/b.wav", "y/dog/c.wav", "y/owl/d.wav")
    single = survey([tmp_path / "x" / "dog", tmp_path / "x" / "cat"])
    assert single.layout == "folders"
    assert {one.class_name for one in candidates(single, ImportPlan("folders")).candidates} == {"dog", "cat"}
    sets = survey([tmp_path / "x", tmp_path / "y"])
    assert {one.class_name for one in candidates(sets, ImportPlan("folders")).candidates} == {
        "dog", "cat", "owl"
    }  # fmt: skip


ESC = "filename,fold,target,category\n"


def test_of_several_sets_each_is_read_by_its_table_and_one_without_it_is_taken_as_it_is(tmp_path):
    for name, row in (("x", "a.wav,1,0,dog\n"), ("y", "b.wav,2,1,cat\n")):
        write_tones(tmp_path / name, f"audio/{row.partition(',')[0]}")
        put(tmp_path / name, **{"meta/esc50": (".csv", ESC + row)})
    write_tones(tmp_path, "z/c.wav", "x/audio/extra.wav")
    found = survey([tmp_path / "x", tmp_path / "y", tmp_path / "z"])
    assert found.layout == "esc50"
    listing = candidates(found, ImportPlan("esc50"))
    assert [(one.path.name, one.class_name, one.fold) for one in listing.candidates] == [
        ("a.wav", "dog", "1"),
        ("b.wav", "cat", "2"),
        ("c.wav", "", ""),
    ]
    told = " | ".join(map(str, listing.notes))
    assert "z holds no table with the columns" in told
    assert "1 sound file lies there and is named nowhere, so it stays out: extra.wav" in told


def test_a_given_file_that_is_neither_sound_nor_labels_nor_a_table_is_read_to_be_refused(tmp_path):
    (notes,) = put(tmp_path, notes=(".txt", "Once upon a time\n"))
    assert survey([notes]).audio == (notes,)
