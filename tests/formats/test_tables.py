"""Tables that name files, in the shapes in which people store them."""

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import Columns, read_sheet, table


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
