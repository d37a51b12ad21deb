"""Tables that name files, in the shapes in which people store them."""

import json
import tempfile
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import Columns, likely_columns, read_header, read_sheet, table


def touched(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


def test_the_real_digits_come_with_word_and_speaker(shared_data):
    file = shared_data / "digits-fsdd" / "digits.csv"
    found = table(file, Columns("filename", "word", "speaker", "speaker_split")).candidates
    assert len(found) == 3000
    assert len({c.class_name for c in found}) == 10
    assert len({c.group for c in found}) == 6
    assert Counter(c.fold for c in found) == {"train": 2000, "val": 500, "test": 500}
    assert all(c.path.is_file() for c in found)


def test_the_real_speech_table_serves_classes_and_targets(shared_data):
    file = shared_data / "speech-gender-librispeech" / "speech.csv"
    found = table(file, Columns("filename", "gender", "speaker_id", "split", "median_f0_hz")).candidates
    assert Counter(c.class_name for c in found).keys() == {"female", "male"}
    assert len({c.group for c in found}) == 81
    assert (found[0].target, found[0].path.name) == (110.3, "26-495-0000.flac")


def test_accents_of_a_table_with_quoted_commas_stay_whole(shared_data):
    file = shared_data / "speech-accent-saa" / "accent.csv"
    found = table(file, Columns("filename", "birthplace")).candidates
    assert "sanaa, yemen" in {one.class_name for one in found}


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        pytest.param("file,kind\na.wav,dog\n", "utf-8", id="commas"),
        pytest.param("file;kind\r\na.wav;dog\r\n", "utf-8-sig", id="semicolons, mark, CRLF"),
        pytest.param("file\tkind\na.wav\tdog", "utf-16", id="tabs, UTF-16, no last line end"),
        pytest.param('kind,"file",note\ndog,"a.wav","x, ""y""\nz"\n\n', "utf-8", id="quotes, empty line"),
        pytest.param("file,kind,more\na.wav,dog\n", "utf-8", id="a short row"),
    ],
)
def test_tables_are_read_as_people_save_them(tmp_path, content, encoding):
    (tmp_path / "t.csv").write_bytes(content.encode(encoding))
    (one,) = table(tmp_path / "t.csv", Columns("file", "kind")).candidates
    assert one == Candidate(tmp_path / "a.wav", "dog")
    assert set(read_sheet(tmp_path / "t.csv").columns) >= {"file", "kind"}


@pytest.mark.parametrize("place", ["a.wav", "audio/a.wav", "elsewhere/a.wav"])
def test_files_of_a_table_are_looked_for_beside_it_in_audio_and_in_the_root(tmp_path, place):
    audio = tmp_path / place
    touched(audio)
    (tmp_path / "t.csv").write_text("file\na.wav\n")
    assert table(tmp_path / "t.csv", Columns("file"), [tmp_path / "elsewhere"]).candidates[0].path == audio


@pytest.mark.parametrize("written", [r"sub\Café.WAV", unicodedata.normalize("NFC", "sub/café.wav")])
def test_names_that_another_system_wrote_are_found(tmp_path, written):
    audio = tmp_path / unicodedata.normalize("NFD", "sub/Café.wav")
    touched(audio)
    (tmp_path / "t.csv").write_text(f"file\n{written}\n", "utf-8")
    assert table(tmp_path / "t.csv", Columns("file")).candidates[0].path.samefile(audio)


def test_missing_files_are_kept_so_that_they_can_be_reported(tmp_path):
    (tmp_path / "t.csv").write_text(f"file,kind\ngone.wav,dog\n{'x' * 400}.wav,cat\n")
    found = table(tmp_path / "t.csv", Columns("file", "kind")).candidates
    assert [one.class_name for one in found] == ["dog", "cat"]


def test_a_column_that_is_not_there_is_answered_with_those_that_are(tmp_path):
    (tmp_path / "t.csv").write_text("file,kind\na.wav,dog\n")
    with pytest.raises(UserError, match="“species”") as refused:
        table(tmp_path / "t.csv", Columns("file", "species"))
    assert "file, kind" in str(refused.value.remedy)


def test_a_species_that_several_genera_have_is_told(tmp_path):
    rows = ("file,Genus,species", "a.wav,Parus,major", "b.wav,Dendrocopos,major", "c.wav,Strix,aluco")
    (tmp_path / "t.csv").write_text("\n".join(rows))
    notes = " ".join(map(str, table(tmp_path / "t.csv", Columns("file", "species")).notes))
    assert "“major” in column “species” of t.csv is of several genera" in notes
    (tmp_path / "t.csv").write_text("\n".join((*rows[:2], rows[3])))
    assert "genera" not in " ".join(map(str, table(tmp_path / "t.csv", Columns("file", "species")).notes))


@pytest.mark.parametrize(
    ("cells", "targets", "told"),
    [
        (("1,500.5", "2,000"), [1500.5, 2000.0], False),
        (("1,500", "2,000"), [1.5, 2.0], True),
        (("1,5", "2,000"), [1.5, 2.0], False),
    ],
)
def test_thousands_are_told_from_decimals_in_a_target_column(tmp_path, cells, targets, told):
    rows = (f'{name}.wav,"{cell}"' for name, cell in zip("ab", cells, strict=True))
    (tmp_path / "t.csv").write_text("\n".join(("file,weight", *rows)))
    listing = table(tmp_path / "t.csv", Columns("file", target="weight"))
    assert [one.target for one in listing.candidates] == targets
    assert ("“1,500” as 1.500" in " ".join(map(str, listing.notes))) == told


def test_a_target_column_must_hold_numbers(tmp_path):
    (tmp_path / "t.csv").write_text("file,kind,age\na.wav,dog,3\nb.wav,cat,NA\n")
    assert [c.target for c in table(tmp_path / "t.csv", Columns("file", target="age")).candidates] == [
        3.0,
        None,
    ]
    with pytest.raises(UserError, match="kind"):
        table(tmp_path / "t.csv", Columns("file", target="kind"))


@pytest.mark.parametrize("content", [None, "", 'file,kind\n"a.wav,dog\nb.wav,cat\n'])
def test_a_table_that_cannot_be_read_is_named(tmp_path, content):
    if content is not None:
        (tmp_path / "t.csv").write_text(content)
    with pytest.raises(UserError, match=r"t\.csv"):
        table(tmp_path / "t.csv", Columns("file"))


def test_equal_rows_of_a_table_are_one_candidate_and_rows_without_a_file_none(tmp_path):
    (tmp_path / "t.csv").write_text("file,kind,fold,site\na.wav,dog,1,x\na.wav,dog,1,x\n ,cat,2,y\n")
    found = table(tmp_path / "t.csv", Columns("file", "kind", "site", "fold"))
    assert found.candidates == (Candidate(tmp_path / "a.wav", "dog", "x", "1"),)
    assert "1 row of t.csv names no recording and is left out" in map(str, found.notes)


def test_the_file_in_the_chosen_folder_comes_before_others_of_its_name(tmp_path):
    names = ("root/a.wav", "a.wav", "audio/a.wav", "audio/B.WAV", "b.wav/c.txt")
    touched(*(tmp_path / name for name in names))
    (tmp_path / "t.csv").write_text("file\na.wav\nb.wav\n")
    first, second = table(tmp_path / "t.csv", Columns("file"), [tmp_path / "root"]).candidates
    assert first.path == tmp_path / "root" / "a.wav"
    assert second.path == tmp_path / "audio" / "B.WAV"
    first, _second = table(tmp_path / "t.csv", Columns("file")).candidates
    assert first.path == tmp_path / "a.wav"


# In odd dress


@dataclass(frozen=True)
class Dress:
    """How a program or a person wrote a table."""

    delimiter: str
    encoding: str
    line_end: str
    folder: str  # put before each name
    is_hinted: bool  # whether a first line names the separator
    is_capital: bool  # whether the columns are
    has_endings: bool
    has_fractions: bool  # 1.0 for 1
    more: str  # after each row

    def table(self, rows: list[tuple[str, str, int]]) -> bytes:
        header = ("Path", "Label", "Fold") if self.is_capital else ("path", "label", "fold")
        fraction = (",0" if self.delimiter != "," else ".0") if self.has_fractions else ""
        said = [
            (
                self.folder + (name if self.has_endings else name.removesuffix(".wav")),
                kind,
                f"{fold}{fraction}",
            )
            for name, kind, fold in rows
        ]
        hint = [f"sep={self.delimiter}"] if self.is_hinted else []
        lines = [self.delimiter.join(cells) + self.more for cells in (header, *said)]
        return self.line_end.join([*hint, *lines, self.delimiter * 2, ""]).encode(self.encoding)


dresses = st.builds(
    Dress,
    st.sampled_from(",;\t|"),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.sampled_from(["", "./", "audio/", "audio\\", "C:\\Users\\Ann\\set\\audio\\", "/home/ann/audio/"]),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.booleans(),
    st.sampled_from(["", " "]),
)


@given(
    dresses,
    st.lists(st.tuples(st.sampled_from(["dog", "big dog", "öl"]), st.integers(1, 5)), min_size=1, max_size=6),
)
def test_a_table_says_the_same_in_any_dress(dress, said):
    rows = [(f"rec {number}.wav", kind, fold) for number, (kind, fold) in enumerate(said)]
    with tempfile.TemporaryDirectory() as folder:
        touched(*(Path(folder, "audio", name) for name, _, _ in rows))
        Path(folder, "t.csv").write_bytes(dress.table(rows))
        found = table(Path(folder, "t.csv"), Columns("path", "label", fold="fold"), [Path(folder)])
    expected = [(Path(folder, "audio", name), kind, str(fold)) for name, kind, fold in rows]
    assert [(one.path, one.class_name, one.fold) for one in found.candidates] == expected


def read(tmp_path: Path, content: str, columns: Columns) -> tuple[list[tuple[str, str, str]], list[str]]:
    """Name, class and group of each candidate, and the notes; every recording is there."""
    touched(*(tmp_path / f"{name}.wav" for name in "abcd"))
    (tmp_path / "t.csv").write_text(content, "utf-8")
    found = table(tmp_path / "t.csv", columns)
    return [(one.path.stem, "+".join(one.class_names), one.group) for one in found.candidates], list(
        map(str, found.notes)
    )


def test_the_order_of_several_classes_is_no_contradiction(tmp_path):
    (tmp_path / "a.wav").touch()
    (tmp_path / "t.csv").write_text("file,class\na.wav,cat;dog\na.wav,dog;cat\n")
    listing = table(tmp_path / "t.csv", Columns("file", "class"), [tmp_path])
    assert [one.class_names for one in listing.candidates] == [("cat", "dog")]
    assert "contradict" not in " ".join(map(str, listing.notes))


def test_rows_that_contradict_each_other_are_named_and_none_wins(tmp_path):
    text = "file,kind,site\na.wav,dog,x\nb.wav,cat,x\na.wav,cat,x\nb.wav,,y\na.wav,Dog ,\n"
    found, notes = read(tmp_path, text, Columns("file", "kind", "site"))
    assert found == [("a", "", "x"), ("b", "cat", "")]
    lines = "lines {} and {} of t.csv contradict each other about {}; it is taken without either"
    assert notes == [
        "1 row of t.csv says nothing in column “kind” (empty)",
        lines.format(2, 4, "a.wav: “dog” and “cat” in column “kind”"),
        lines.format(3, 5, "b.wav: “x” and “y” in column “site”"),
    ]


@pytest.mark.parametrize(
    ("cells", "classes"),
    [
        pytest.param(["1,0", "2", "3,0"], ["1", "2", "3"], id="decimal commas"),
        pytest.param(["1,0", "dog"], ["1,0", "dog"], id="a comma among names"),
        pytest.param(["1.0", "1"], ["1", "1"], id="a fraction of zeros"),
        pytest.param(["1.5", "1.0"], ["1.5", "1"], id="a true fraction stays"),
        pytest.param(["dog,bark", "dog"], ["dog+bark", "dog"], id="a list of classes"),
        pytest.param(["dog;bark", "bark|cat"], ["dog+bark", "bark+cat"], id="lists that share a class"),
        pytest.param(["Speech, child", "Rain"], ["Speech, child", "Rain"], id="a name with a comma"),
        pytest.param(["nan", "#N/A", "dog"], ["", "", "dog"], id="no names"),
        pytest.param(["NA", "None"], ["NA", "None"], id="names of their own"),
        pytest.param(["02. Jan", "Mar-03", "2024-05-01"], ["02. Jan", "Mar-03", "2024-05-01"], id="dates"),
        pytest.param(["1,23E+11", "march"], ["1,23E+11", "march"], id="a long number"),
    ],
)
def test_the_cells_of_a_column_mean_these_classes(cells, classes, tmp_path):
    rows = "".join(f'{name}.wav\t"{cell}"\n' for name, cell in zip("abcd", cells, strict=False))
    found, notes = read(tmp_path, f"file\tkind\n{rows}", Columns("file", "kind"))
    assert [kind for _name, kind, _group in found] == classes
    doubted = classes == ["NA", "None"] or any(sign in "".join(cells) for sign in (",", "Jan"))
    assert bool(notes) == (cells != classes or doubted)


def test_groups_that_look_alike_are_kept_apart_and_told(tmp_path):
    text = "file,site\na.wav,Site 1\nb.wav,site1\nc.wav,site 12\n"
    found, notes = read(tmp_path, text, Columns("file", group="site"))
    assert [group for _name, _kind, group in found] == ["Site 1", "site1", "site 12"]
    assert notes == ["“Site 1”, “site1” in column “site” of t.csv look alike and are kept apart"]


def test_a_row_with_too_many_cells_is_left_out_and_named(tmp_path):
    found, notes = read(
        tmp_path, "file,kind\na.wav,dog\nb.wav,big, cat\nc.wav,cat,,\n", Columns("file", "kind")
    )
    assert [name for name, _kind, _group in found] == ["a", "c"]
    assert notes == ["1 row of t.csv has more cells than there are columns and is left out (line 3)"]


def test_columns_are_found_in_any_capitals_and_of_two_the_first_is_meant(tmp_path):
    found, notes = read(tmp_path, "FILE,Kind,Kind\na.wav,dog,x\n", Columns("file", "kind"))
    assert found == [("a", "dog", "")]
    assert notes == ["t.csv has 2 columns “Kind”; the first of them is meant by it"]
    assert read_sheet(tmp_path / "t.csv").columns == ("FILE", "Kind", "Kind (3)")


def test_a_table_without_a_header_has_numbers_for_columns_which_are_guessed_from_its_cells(tmp_path):
    (tmp_path / "t.csv").write_text("dog,a.wav\ncat,b.wav\n")
    sheet = read_sheet(tmp_path / "t.csv")
    assert (sheet.columns, len(sheet.rows)) == (("1", "2"), 2)
    assert likely_columns(sheet) == Columns("2", "1")
    with pytest.raises(UserError, match="its first line tells of a recording already"):
        sheet.column("file")


def test_several_folders_are_searched_for_what_a_table_names(tmp_path):
    touched(tmp_path / "x" / "a.wav", tmp_path / "y" / "deep" / "b.wav")
    (tmp_path / "t.csv").write_text("file,kind\na.wav,dog\nb.wav,cat\n")
    found = table(tmp_path / "t.csv", Columns("file", "kind"), [tmp_path / "x", tmp_path / "y"])
    assert [one.path for one in found.candidates] == [
        tmp_path / "x" / "a.wav",
        tmp_path / "y" / "deep" / "b.wav",
    ]


@pytest.mark.parametrize(
    "before",
    ["# made by Ann, 2024\n", "sep=,\n# made by Ann\n#\n\n# a, b, c\n", "# "],
    ids=["a remark", "several", "before the columns"],
)
def test_remarks_before_the_columns_are_no_columns(before, tmp_path):
    file = tmp_path / "t.csv"
    file.write_text(f"{before}path,label,fold\na.wav,dog,1\n#2.wav,cat,2\n")
    sheet = read_sheet(file)
    assert (sheet.columns, sheet.column("path")) == (("path", "label", "fold"), ["a.wav", "#2.wav"])
    assert sheet.rows[0].number == before.count("\n") + 2


def test_a_recording_whose_name_begins_with_a_hash_is_no_remark(tmp_path):
    (tmp_path / "t.csv").write_text("#1.wav,dog\n#2.wav,cat\nx.wav,dog\n")
    assert read_sheet(tmp_path / "t.csv").column("1") == ["#1.wav", "#2.wav", "x.wav"]


@pytest.mark.parametrize("beginning", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_a_workbook_is_called_one(beginning, tmp_path):
    file = tmp_path / "t.csv"
    file.write_bytes(beginning + bytes(500))
    with pytest.raises(UserError, match=r"t\.csv is a workbook") as refused:
        read_sheet(file)
    assert "as CSV" in str(refused.value.remedy)
    assert read_header(file) is None


@pytest.mark.parametrize("header", ["folder,name,label", "Directory,name,label", "path,name,label"])
def test_a_column_of_folders_tells_recordings_of_one_name_apart(header, tmp_path):
    touched(tmp_path / "siteA" / "2024.wav", tmp_path / "siteB" / "2024.wav")
    (tmp_path / "t.csv").write_text(f"{header}\nsiteB,2024.wav,jay\nsiteA,2024.wav,owl\nsiteC,2024.wav,fox\n")
    listing = table(tmp_path / "t.csv", Columns("name", "label"), [tmp_path])
    assert {one.path.relative_to(tmp_path).as_posix(): one.class_name for one in listing.candidates} == {
        "siteA/2024.wav": "owl",
        "siteB/2024.wav": "jay",
        "siteC/2024.wav": "fox",
    }
    column = header.partition(",")[0]
    assert f"the folders of the recordings are taken from the column “{column}” of t.csv" in map(
        str, listing.notes
    )


def test_a_column_that_was_chosen_for_classes_tells_no_folder(tmp_path):
    touched(tmp_path / "audio" / "a.wav")
    (tmp_path / "t.csv").write_text("folder,name\ndog,a.wav\n")
    (found,) = table(tmp_path / "t.csv", Columns("name", "folder"), [tmp_path]).candidates
    assert (found.path, found.class_name) == (tmp_path / "audio" / "a.wav", "dog")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        pytest.param('"file","kind"\n"1","a.wav","dog"\n"2","b.wav","cat"\n', "row's number", id="R"),
        pytest.param("# of 2024\n# by me\nfile,kind\na.wav,dog\nb.wav,cat\n", "", id="comments"),
        pytest.param('file,kind\na.wav,="dog"\nb.wav,"=""cat"""\n', "", id="texts as formulas"),
        pytest.param(
            'file,kind\na.wav,[\'dog\']\nb.wav,"[""cat""]"\n', "['dog'] is read as dog", id="lists of one"
        ),
    ],
)
def test_dresses_of_cells_and_rows_are_taken_off(tmp_path, content, told):
    (tmp_path / "t.csv").write_text(content)
    found = table(tmp_path / "t.csv", Columns("file", "kind"))
    assert [(one.path.name, one.class_name) for one in found.candidates] == [
        ("a.wav", "dog"),
        ("b.wav", "cat"),
    ]
    assert told in " ".join(map(str, found.notes))


@pytest.mark.parametrize(
    ("cell", "classes"),
    [
        ("\"['dog', 'cat']\"", ("dog", "cat")),
        ('"[""dog"", ""cat"", ""dog""]"', ("dog", "cat")),
        ("dog; cat", ("dog", "cat")),
        ("cat|dog", ("cat", "dog")),
        ('"dog,cat"', ("dog", "cat")),
        ("dog/cat", ("dog/cat",)),
    ],
)
def test_a_cell_may_list_several_classes_and_that_is_said(tmp_path, cell, classes):
    (tmp_path / "t.csv").write_text(f"file,kind\na.wav,{cell}\nb.wav,[noise]\nc.wav,dog\nd.wav,cat\n")
    found = table(tmp_path / "t.csv", Columns("file", "kind"))
    assert [one.class_names for one in found.candidates] == [classes, ("[noise]",), ("dog",), ("cat",)]
    told = "1 row of t.csv lists several classes in column “kind” (line 2" in " ".join(map(str, found.notes))
    assert told == (len(classes) > 1)


def test_rows_that_list_the_same_classes_of_a_file_agree_and_others_do_not(tmp_path):
    rows = ["a.wav,dog;cat", "a.wav,dog;cat", "b.wav,dog;cat", "b.wav,dog", "c.wav,dog", "d.wav,cat"]
    (tmp_path / "t.csv").write_text("\n".join(["file,kind", *rows]) + "\n")
    found = table(tmp_path / "t.csv", Columns("file", "kind"))
    assert [one.class_names for one in found.candidates] == [("dog", "cat"), (), ("dog",), ("cat",)]
    assert "“dog; cat” and “dog” in column “kind”" in " ".join(map(str, found.notes))


@pytest.mark.parametrize("are_listed", [False, True])
def test_flat_json_objects_are_the_rows_of_a_table(tmp_path, are_listed):
    rows = [{"file_name": f"{name}.wav", "label": name, "take": 1} for name in ("owl", "jay")]
    file = tmp_path / "metadata.jsonl"
    file.write_text(json.dumps(rows, indent=1) if are_listed else "\n".join(map(json.dumps, rows)))
    listing = table(file, likely_columns(read_sheet(file)))
    assert [(one.path.name, one.class_name) for one in listing.candidates] == [
        ("owl.wav", "owl"),
        ("jay.wav", "jay"),
    ]
    assert read_header(file) == read_sheet(file)


def test_a_single_object_as_in_files_of_settings_is_no_table(tmp_path):
    file = tmp_path / "config.json"
    file.write_text('{"name": "birds", "classes": ["owl", "jay"]}')
    assert "classes" not in read_header(file).columns
