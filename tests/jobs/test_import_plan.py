"""What an import would take in, told before anything is read."""

from pathlib import Path

import pytest

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import Columns, Sheet, likely_columns
from audioclf_gui.jobs.import_plan import (
    ImportPlan,
    Outline,
    Survey,
    candidates,
    candidates_of,
    outline,
    survey,
)


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
        audio=tuple(sorted(sounds.glob("*.wav"))),
        label_files=(sounds / "dog-0.txt", sounds / "dog-1.Table.1.txt"),
        tables=(sounds / "clips.csv", sounds / "weather.csv"),
        layout="table",
    )


def test_tables_that_name_files_come_first_but_others_make_no_table_of_an_import(sounds):
    put(sounds, alpha=(".csv", "day,rain\n1,2\n"))
    assert survey([sounds]).layout == "plain"
    (named,) = put(sounds, zulu=(".tsv", "path\tlabel\n"))
    assert survey([sounds]).tables == (named, sounds / "alpha.csv")


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
        (["day", "rain"], Columns("", "day")),
        ([], Columns()),
    ],
)
def test_columns_are_guessed_from_their_names(names, expected):
    assert likely_columns(Sheet(Path(), tuple(names), ())) == expected


def test_names_say_what_the_layout_does_not():
    audio = [Path("site1_dog_a.wav"), Path("b.wav")]
    plan = ImportPlan("plain", r"_(?P<label>[a-z]+)_", r"^(?P<group>site\d)")
    assert candidates(Path(), audio, plan).candidates == (
        Candidate(audio[0], "dog", "site1"),
        Candidate(audio[1]),
    )
    assert candidates(Path(), audio, ImportPlan("names")).candidates == tuple(map(Candidate, audio))


def test_names_overrule_the_folders_only_where_they_fit(tmp_path):
    audio = put(tmp_path, **{"dog/fox_a": (".wav", ""), "dog/b": (".wav", ""), "cat/c": (".wav", "")})
    found = candidates(tmp_path, audio, ImportPlan("folders", r"^(?P<label>[a-z]+)_(?P<fold>a)"))
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
    assert candidates_of([sounds], plan).candidates == (Candidate(wanted, "dog", "site 1", "2", 0.5),)
    bare = ImportPlan("table", table=table, columns=Columns("file"))
    assert candidates_of([sounds], bare).candidates == (Candidate(wanted),)


@pytest.mark.parametrize("plan", [ImportPlan("table"), ImportPlan("table", table=Path("clips.csv"))])
def test_a_table_without_a_column_of_files_is_refused(plan, tmp_path):
    with pytest.raises(UserError, match="No column of file names"):
        candidates_of([tmp_path], plan)


def test_several_paths_are_taken_in_their_order_and_one_that_is_gone_stops_all(sounds, tmp_path):
    first, second, *_ = sorted(sounds.glob("*.wav"))
    plan = ImportPlan("plain")
    assert candidates_of([second, first], plan).candidates == (Candidate(second), Candidate(first))
    with pytest.raises(UserError, match="gone does not exist"):
        candidates_of([sounds, tmp_path / "gone"], plan)


def test_an_outline_counts_what_is_new(project, sounds, tmp_path):
    more = put(tmp_path / "more", s1_fox_a=(".wav", ""), s1_hen_b=(".wav", ""), c=(".wav", ""))
    known = sorted(sounds.glob("*.wav"))
    found = Survey(tmp_path, (*known, *more), (), (), "plain")
    plan = ImportPlan("plain", r"_(?P<label>[a-z]+)_(?P<fold>[ab])", r"^(?P<group>s\d)_")
    assert outline(found, plan, project.catalogue.view) == Outline(
        (
            Candidate(more[0], "fox", "s1", "a"),
            Candidate(more[1], "hen", "s1", "b"),
            Candidate(more[2]),
        ),
        known=6,
        classes=2,
        groups=1,
        folds=2,
    )
