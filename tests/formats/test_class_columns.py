"""Tables with a column for each class: what is marked is the class, and 0 and 1 are none without a word."""

from pathlib import Path

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import Columns, class_columns, likely_columns, read_sheet, table
from audioclf_gui.formats.datasets.cells import mark


def written(tmp_path: Path, *lines: str) -> Path:
    file = tmp_path / "t.csv"
    file.write_text("\n".join(lines) + "\n", "utf-8")
    return file


def told(file: Path) -> tuple[list[str], str]:
    """The classes of each recording by the likely columns, and what is said about them."""
    listing = table(file, likely_columns(read_sheet(file)))
    return ["+".join(one.class_names) for one in listing.candidates], " | ".join(map(str, listing.notes))


@pytest.mark.parametrize(
    ("yes", "no"),
    [
        ("1", "0"),
        ("ja", "nein"),
        ("✓", ""),
        ("1.0", "0.0"),
        ("True", "False"),
        ("TRUE", "FALSE"),
        ("x", ""),
        ("yes", "no"),
        ("1", ""),
    ],
)
def test_the_marked_column_is_the_class_however_it_is_marked(yes, no, tmp_path):
    rows = [("dog",), ("cat",), ("rain",), ("dog",)]
    lines = [
        ",".join((f"{number}.wav", *(yes if name in row else no for name in ("dog", "cat", "rain"))))
        for number, row in enumerate(rows)
    ]
    classes, words = told(written(tmp_path, "file,dog,cat,rain", *lines))
    assert classes == ["dog", "cat", "rain", "dog"]
    assert "“dog”, “cat”, “rain” of t.csv is taken for a class of its own" in words


def test_decimal_commas_mark_too(tmp_path):
    file = written(tmp_path, "file;dog;cat", "1.wav;1,0;0,0", "2.wav;0,0;1,0", "3.wav;0,0;1,0")
    assert told(file)[0] == ["dog", "cat", "cat"]


def test_what_all_columns_begin_with_is_no_part_of_the_class(tmp_path):
    file = written(tmp_path, "file,label_dog,label_cat", "1.wav,1,0", "2.wav,0,1")
    assert told(file)[0] == ["dog", "cat"]
    file = written(tmp_path, "file,label_dog,cat", "1.wav,1,0", "2.wav,0,1")
    assert told(file)[0] == ["label_dog", "cat"]


def test_a_row_with_several_marks_has_all_their_classes_and_one_with_none_has_none(tmp_path):
    file = written(tmp_path, "file,dog,cat", "1.wav,1,1", "2.wav,0,1", "3.wav,0,0", "4.wav,1,0", "5.wav,1,1")
    classes, words = told(file)
    assert classes == ["dog+cat", "cat", "", "dog", "dog+cat"]
    assert "2 rows of t.csv mark several classes (line 2: “dog”, “cat”), and their clips get all" in words
    assert "1 row of t.csv marks no class (line 4), so its clip has none" in words


def test_group_and_fold_stay_what_they_are_beside_classes(tmp_path):
    file = written(tmp_path, "file,fold,site,dog,cat", "1.wav,0,a,1,0", "2.wav,1,a,0,1")
    columns = likely_columns(read_sheet(file))
    assert columns == Columns("file", "", "site", "fold", classes=("dog", "cat"))
    found = table(file, columns).candidates
    assert [(one.class_name, one.group, one.fold) for one in found] == [("dog", "a", "0"), ("cat", "a", "1")]


def test_flags_beside_a_column_of_classes_are_no_classes(tmp_path):
    file = written(tmp_path, "file,esc10,species,clean", "1.wav,1,dog,1", "2.wav,0,cat,0")
    assert told(file) == (["dog", "cat"], "")


def test_a_column_of_marks_that_is_called_after_classes_is_taken_with_a_word(tmp_path):
    file = written(tmp_path, "file,label,clean", "1.wav,1,1", "2.wav,0,1")
    classes, words = told(file)
    assert classes == ["1", "0"]
    assert "column “label” of t.csv holds marks only (“1”, “0”), and these are taken for the names" in words


def test_one_column_of_marks_is_not_taken_for_classes_unless_it_is_chosen(tmp_path):
    file = written(tmp_path, "file,rain", "1.wav,1", "2.wav,0")
    classes, words = told(file)
    assert classes == ["", ""]
    assert "“rain” of t.csv holds marks only" in words
    chosen = table(file, Columns("file", "rain"))
    assert [one.class_name for one in chosen.candidates] == ["1", "0"]
    assert "these are taken for the names of classes" in " ".join(map(str, chosen.notes))


def test_one_chosen_of_several_columns_of_marks_is_told_of_the_others(tmp_path):
    file = written(tmp_path, "file,dog,cat", "1.wav,1,0", "2.wav,0,1")
    words = " ".join(map(str, table(file, Columns("file", "dog")).notes))
    assert "“cat” of t.csv holds marks only; if it is a class, choose a column for each class" in words


def test_mostly_unmarked_columns_are_offered_and_not_taken(tmp_path):
    file = written(tmp_path, "file,clipped,noisy", "1.wav,0,0", "2.wav,0,1", "3.wav,0,0", "4.wav,0,0")
    sheet = read_sheet(file)
    assert likely_columns(sheet) == Columns("file")
    assert class_columns(sheet, likely_columns(sheet)) == ("clipped", "noisy")


def test_a_column_that_is_marked_in_every_row_beside_classes_is_none(tmp_path):
    file = written(tmp_path, "file,dog,cat,checked", "1.wav,1,0,1", "2.wav,0,1,1", "3.wav,1,0,1")
    assert told(file)[0] == ["dog", "cat", "dog"]


def test_counts_in_several_columns_are_no_classes(tmp_path):
    file = written(tmp_path, "file,dog,cat", "1.wav,3,0", "2.wav,0,2", "3.wav,1,0")
    assert likely_columns(read_sheet(file)) == Columns("file")
    file = written(tmp_path, "file,digit", "1.wav,3", "2.wav,0", "3.wav,3")
    assert likely_columns(read_sheet(file)) == Columns("file", "digit")


@pytest.mark.parametrize("much", ["2", "0.7"])
def test_columns_that_say_how_much_or_how_surely_are_told_and_not_taken(much, tmp_path):
    file = written(tmp_path, "file,dog,cat", "1.wav,1,0", f"2.wav,0,{much}", "3.wav,1,")
    classes, words = told(file)
    assert classes == ["", "", ""]
    assert "“dog”, “cat” of t.csv hold numbers and look like one class each" in words


@pytest.mark.parametrize(("header", "path"), [("id", "id"), ("clipID", "clipID"), ("sample_id", "sample_id")])
def test_a_column_of_ids_is_that_of_the_files_but_not_one_of_classes(header, path, tmp_path):
    file = written(tmp_path, f"species_id,{header},label", "7,1,dog", "8,2,cat")
    assert likely_columns(read_sheet(file)) == Columns(path, "label")


def test_scores_are_no_marks_and_no_classes_without_a_word(tmp_path):
    file = written(tmp_path, "file,dog,cat", "1.wav,0.9,0.1", "2.wav,0.2,0.8")
    assert likely_columns(read_sheet(file)) == Columns("file")
    words = " ".join(map(str, table(file, Columns("file", "dog")).notes))
    assert "column “dog” of t.csv holds numbers (“0.9”, “0.2”), and each is taken for a class" in words


def test_rows_that_mark_different_classes_for_one_file_are_named(tmp_path):
    file = written(tmp_path, "file,dog,cat", "1.wav,1,0", "1.wav,0,1", "2.wav,1,0")
    classes, words = told(file)
    assert classes == ["", "dog"]
    assert "lines 2 and 3 of t.csv contradict each other about 1.wav: “dog” and “cat”" in words


def test_a_class_that_is_no_column_is_refused(tmp_path):
    file = written(tmp_path, "file,dog", "1.wav,1")
    with pytest.raises(UserError, match="no column “cat”"):
        table(file, Columns("file", classes=("dog", "cat")))


def test_a_chosen_class_column_that_holds_no_marks_is_refused_with_its_line(tmp_path):
    file = written(tmp_path, "file,kind,cat", "1.wav,,1", "2.wav,rain,0")
    with pytest.raises(UserError, match=r"t\.csv, line 3: “rain” in column “kind” is no mark"):
        table(file, Columns("file", classes=("kind", "cat")))


@pytest.mark.parametrize("cell", ["2", "-1", "0.5", "dog", "1,5"])
def test_other_cells_are_no_marks(cell):
    assert mark(cell) is None


@pytest.mark.parametrize(
    ("header", "label"),
    [
        ("file,classID,class", "class"),
        ("file,label_id,label_name", "label_name"),
        ("file,class_id", "class_id"),
        ("file,label,species", "species"),
        ("file,label,label_source", "label"),
    ],
)
def test_the_name_of_a_class_counts_more_than_its_number(header, label, tmp_path):
    file = written(tmp_path, header, "1.wav,3,dog", "2.wav,4,cat")
    assert likely_columns(read_sheet(file)).label == label


@pytest.mark.parametrize("column", ["nr", "key", "Sample"])
def test_a_column_that_names_what_is_there_is_that_of_the_files_whatever_it_is_called(column, tmp_path):
    file = written(tmp_path, f"fold,{column},label", "1,1.0,dog", "1,2.0,cat", "2,3.0,dog")
    heard = {"1", "2", "3"}
    assert likely_columns(read_sheet(file), heard) == Columns(column, "label", "", "fold")


@pytest.mark.parametrize(
    ("place", "header", "label"),
    [
        ("accent.csv", "path,gender,accent,speaker", "accent"),
        ("set/accents.csv", "path,gender,Accent,speaker", "Accent"),
        ("speech-accent/table.csv", "path,gender,accent,speaker", "accent"),
        ("accent.csv", "path,gender,native_language,speaker", "native_language"),
        ("speech_mood_2024.csv", "path,gender,mood,speaker", "mood"),
        ("gender/accent.csv", "path,gender,accent,speaker", "accent"),
        ("table.csv", "path,gender,accent,speaker", "gender"),
        ("accent.csv", "path,accent,label,speaker", "label"),
        ("speakers.csv", "path,gender,age,speaker", "gender"),
    ],
)
def test_of_several_columns_that_may_be_the_classes_the_one_counts_after_which_the_table_is_called(
    place, header, label, tmp_path
):
    file = tmp_path / place
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"{header}\n1.wav,a,b,s1\n2.wav,c,d,s1\n3.wav,a,d,s2\n")
    assert likely_columns(read_sheet(file)).label == label


def test_the_real_accents_are_told_apart_by_the_native_language(shared_data):
    sheet = read_sheet(shared_data / "speech-accent-saa" / "accent.csv")
    assert likely_columns(sheet) == Columns("filename", "native_language", "speaker_id", "split")
