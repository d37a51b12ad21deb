"""Data-set layouts: real packs where they are at hand, small trees for the others."""

import random
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.datasets import (
    LAYOUTS,
    Listing,
    described_by_names,
    guess_layout,
)


def tree(root: Path, *names: str) -> list[Path]:
    """Empty files of these names, in a shuffled list: a layout must not depend on how it was listed."""
    files = [root / name for name in names]
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
    random.Random(len(files)).shuffle(files)
    return files


def guessed(root: Path) -> str | None:
    return guess_layout(root, audio_files(root))


def facts(root: Path, listing: Listing) -> list[tuple[str, str, str, str]]:
    return [(c.path.relative_to(root).as_posix(), c.class_name, c.group, c.fold) for c in listing.candidates]


# ESC-50


def test_the_real_esc10_comes_with_its_folds_and_recordings(shared_data):
    root = shared_data / "env-esc10"
    found = LAYOUTS["esc50"].read(root, ()).candidates
    assert len(found) == 400
    assert set(Counter(candidate.class_name for candidate in found).values()) == {40}
    assert Counter(candidate.fold for candidate in found) == dict.fromkeys("12345", 80)
    assert len({candidate.group for candidate in found}) == 304
    assert all(candidate.path.is_file() and candidate.target is None for candidate in found)
    assert guessed(root) == "esc50"


@pytest.mark.parametrize(
    "place", ["meta/esc50.csv", "esc10.csv", "my clips.CSV", "ESC-50-master/meta/esc50.csv"]
)
def test_the_esc50_table_is_known_by_its_columns(tmp_path, place):
    path = tmp_path / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(
        b"\xef\xbb\xbffilename,fold,target,category,esc10,src_file,take\r\n4-30-B-17.wav,4,17,rain,False,30,B\r\n"
    )
    top = path.parent.parent if path.parent.name == "meta" else path.parent
    (audio,) = tree(top, "audio/4-30-B-17.wav")
    (tmp_path / "other.csv").write_text("a,b\n")
    assert LAYOUTS["esc50"].read(tmp_path, ()).candidates == (Candidate(audio, "rain", "30", "4"),)
    assert guessed(tmp_path) == "esc50"


# UrbanSound8K

URBAN = """slice_file_name,fsID,start,end,salience,fold,classID,class
300002-3-1-4.wav,300002,12.5,16.5,2,6,3,dog_bark
300003-5-0-0.wav,300003,0.0,4.0,1,10,5,engine_idling
"""


def test_urbansound8k_gives_class_fold_and_source_recording(tmp_path):
    tree(tmp_path, "audio/fold6/300002-3-1-4.wav", "metadata/UrbanSound8K.csv")
    (tmp_path / "metadata/UrbanSound8K.csv").write_text(URBAN)
    assert facts(tmp_path, LAYOUTS["urbansound8k"].read(tmp_path, ())) == [
        ("audio/fold6/300002-3-1-4.wav", "dog_bark", "300002", "6"),
        ("audio/fold10/300003-5-0-0.wav", "engine_idling", "300003", "10"),  # missing, and not hidden
    ]
    assert guessed(tmp_path) == "urbansound8k"


# Speech Commands


def test_speech_commands_keeps_speakers_and_the_official_lists(tmp_path):
    files = tree(
        tmp_path,
        "stop/0f0f0f0f_nohash_1.wav",
        "stop/aaaa0000_nohash_0.wav",
        "go/bbbb0000_nohash_0.wav",
        "go/by hand.wav",
        "_background_noise_/running_tap.wav",
    )
    (tmp_path / "validation_list.txt").write_bytes(b"stop/0f0f0f0f_nohash_1.wav\r\n")
    (tmp_path / "testing_list.txt").write_text("go/bbbb0000_nohash_0.wav\n")
    assert facts(tmp_path, LAYOUTS["speechcommands"].read(tmp_path, files)) == [
        ("_background_noise_/running_tap.wav", "", "", ""),
        ("go/bbbb0000_nohash_0.wav", "go", "bbbb0000", "testing"),
        ("go/by hand.wav", "go", "", "training"),
        ("stop/0f0f0f0f_nohash_1.wav", "stop", "0f0f0f0f", "validation"),
        ("stop/aaaa0000_nohash_0.wav", "stop", "aaaa0000", "training"),
    ]
    assert guessed(tmp_path) == "speechcommands"


def test_speech_commands_without_lists_has_no_folds(tmp_path):
    files = tree(tmp_path, "stop/0f0f0f0f_nohash_1.wav")
    assert [c.fold for c in LAYOUTS["speechcommands"].read(tmp_path, files).candidates] == [""]


def test_speech_commands_without_lists_is_known_by_its_folder_of_noise(tmp_path):
    names = ("go/a_nohash_0.wav", "stop/b_nohash_0.wav", "_background_noise_/tap.wav")
    files = tree(tmp_path / "set", *names)
    assert guessed(tmp_path) == "speechcommands"
    listing = LAYOUTS["speechcommands"].read(tmp_path, files)
    assert [one.class_name for one in listing.candidates] == ["", "go", "stop"]


def test_speech_commands_repacked_has_the_words_of_the_innermost_folders(tmp_path):
    files = tree(tmp_path, "train/audio/go/a_nohash_0.wav", "train/audio/stop/b_nohash_0.wav")
    (tmp_path / "train" / "testing_list.txt").write_text("stop/b_nohash_0.wav\n")
    assert [fact[1:] for fact in facts(tmp_path, LAYOUTS["speechcommands"].read(tmp_path, files))] == [
        ("go", "a", "training"),
        ("stop", "b", "testing"),
    ]


@pytest.mark.parametrize("name", ["./go/a_nohash_0.wav", "go\\a_nohash_0.wav", "set/Go/A_nohash_0.flac"])
def test_speech_commands_keeps_for_testing_what_a_list_names_in_another_way(tmp_path, name):
    files = tree(tmp_path, "go/a_nohash_0.wav", "go/b_nohash_0.wav")
    (tmp_path / "testing_list.txt").write_text(f"{name}\n")
    listing = LAYOUTS["speechcommands"].read(tmp_path, files)
    assert [one.fold for one in listing.candidates] == ["testing", "training"]


def test_speech_commands_tells_what_is_no_word_and_what_no_list_names(tmp_path):
    names = ("audio/stop/a_nohash_0.wav", "audio/_background_noise_/tap.wav", "stray.wav")
    (tmp_path / "docs").mkdir()
    files = [*tree(tmp_path / "set", *names), *tree(tmp_path, "docs/demo.wav")]
    (tmp_path / "set" / "testing_list.txt").write_text("go/b_nohash_0.wav\n")
    listing = LAYOUTS["speechcommands"].read(tmp_path, files)
    assert facts(tmp_path, listing) == [
        ("docs/demo.wav", "", "", ""),
        ("set/audio/_background_noise_/tap.wav", "", "", ""),
        ("set/audio/stop/a_nohash_0.wav", "stop", "a", "training"),
        ("set/stray.wav", "", "", ""),
    ]
    assert list(map(str, listing.notes)) == [
        "1 file is in neither list, so it is for training",
        "3 files are no spoken words, so they have no class: demo.wav for one",
        "1 name of testing_list.txt is that of no recording here: go/b_nohash_0",
    ]
    (tmp_path / "set" / "testing_list.txt").unlink()
    assert "no lists" in str(LAYOUTS["speechcommands"].read(tmp_path, files).notes[0])


# LibriSpeech

SPEAKERS = """;ID  |SEX| SUBSET           |MINUTES| NAME
7001 | F | dev-clean        | 8.02  | Ann | Example | of Bars
7002 | M | dev-clean        | 8.02  | Bo Example
"""


@pytest.mark.parametrize("table_name", ["SPEAKERS.TXT", "LibriTTS/SPEAKERS.txt"])
def test_librispeech_gives_sex_reader_and_subset(tmp_path, table_name):
    files = tree(
        tmp_path,
        "dev-clean/7001/55/7001-55-0000.flac",
        "dev-clean/7002/56/7002_56_000000_000001.wav",
        "dev-clean/7003/57/7003-57-0000.flac",
        table_name,
    )
    files.remove(tmp_path / table_name)
    (tmp_path / table_name).write_text(SPEAKERS)
    assert [fact[1:] for fact in facts(tmp_path, LAYOUTS["librispeech"].read(tmp_path, files))] == [
        ("F", "7001", "dev-clean"),
        ("M", "7002", "dev-clean"),
        ("", "7003", ""),
    ]
    assert guessed(tmp_path) == "librispeech"


@pytest.mark.parametrize("layout", ["esc50", "urbansound8k", "librispeech"])
def test_a_folder_without_the_table_says_which_folder_to_choose(layout, tmp_path):
    with pytest.raises(UserError, match=tmp_path.name) as refused:
        LAYOUTS[layout].read(tmp_path, ())
    assert "Choose the folder" in str(refused.value.remedy)
    assert guessed(tmp_path) is None


# Names


def from_names(files, *patterns):
    return described_by_names([Candidate(file) for file in files], *patterns).candidates


def test_patterns_find_label_group_and_fold_in_names():
    files = [Path("/x/0_jackson_12.wav"), Path("/x/notes.wav")]
    found = from_names(files, r"(?P<label>\d)_(?P<group>[a-z]+)", r"_(?P<fold>\d)\d\.")
    assert [(c.class_name, c.group, c.fold) for c in found] == [("0", "jackson", "1"), ("", "", "")]


def test_a_pattern_with_a_slash_sees_the_folders():
    (found,) = from_names([Path("/data/site3/dog_1.wav")], r"^(?P<label>[a-z]+)_", r"(?P<group>site\d+)/")
    assert (found.class_name, found.group) == ("dog", "site3")


def test_decomposed_names_match_composed_patterns():
    (found,) = from_names([Path(unicodedata.normalize("NFD", "čejka_1.wav"))], r"(?P<label>čejka)")
    assert found.class_name == "čejka"


def test_names_in_names_of_files_are_spelled_as_all_are():
    (found,) = from_names([Path("house  sparrow _01.wav")], r"(?P<label>[a-z ]+)_(?P<fold>\d+)")
    assert (found.class_name, found.fold) == ("house sparrow", "01")


def test_of_two_patterns_the_second_decides_where_it_finds_something():
    files = [Path("dog_cat.wav"), Path("dog.wav")]
    found = from_names(files, r"^(?P<label>[a-z]+)", r"_(?P<label>[a-z]*)\.")
    assert [one.class_name for one in found] == ["cat", "dog"]


def test_names_that_do_not_fit_and_those_that_overrule_are_told():
    known = [
        Candidate(Path("owl_1.wav"), "wren"),
        Candidate(Path("wren_1.wav"), "wren"),
        Candidate(Path("1.wav")),
    ]
    listing = described_by_names(known, r"^(?P<label>[a-z]+)_")
    assert [one.class_name for one in listing.candidates] == ["owl", "wren", ""]
    unfit, overruled = map(str, listing.notes)
    assert unfit == "1 name does not fit the pattern of the class: 1.wav"
    assert overruled.endswith("and the name counts: owl_1.wav is “owl” and not “wren”")
    assert described_by_names(known).notes == ()


@pytest.mark.parametrize("pattern", ["(?P<label>", r"(\w+)_", r"(?P<species>\w+)"])
def test_a_pattern_without_use_is_refused_with_an_example(pattern):
    with pytest.raises(UserError) as refused:
        from_names([Path("a.wav")], pattern)
    assert pattern in str(refused.value).replace("\\\\", "\\")
    assert "(?P<label>" in str(refused.value.remedy)


# Guessing, and what tables leave out


def test_a_known_data_set_is_guessed_before_plain_folders(tmp_path):
    tree(tmp_path, "stop/a.wav", "go/b.wav")
    assert guessed(tmp_path) == "folders"
    (tmp_path / "testing_list.txt").write_text("go/b.wav\n")
    assert guessed(tmp_path) == "speechcommands"
    (tmp_path / "speakers.TXT").write_text(SPEAKERS)
    assert guessed(tmp_path) == "librispeech"
    (tmp_path / "e.csv").write_text("filename,fold,target,category\n")
    assert guessed(tmp_path) == "esc50"


@pytest.mark.parametrize("missing", ["filename", "fold", "target", "category"])
def test_a_table_that_lacks_a_column_of_esc50_is_not_it(tmp_path, missing):
    columns = [name for name in ("filename", "fold", "target", "category") if name != missing]
    (tmp_path / "t.csv").write_text(",".join(columns) + "\n")
    assert guessed(tmp_path) is None


@pytest.mark.parametrize(("length", "is_known"), [(65_000, True), (66_000, False)])
def test_no_more_than_64_kib_of_a_table_are_read_to_guess(tmp_path, length, is_known):
    header = "filename,fold,target," + "x" * (length - 30) + ",category"
    (tmp_path / "t.csv").write_text(header + "\n")
    assert (guessed(tmp_path) == "esc50") == is_known


def test_hidden_tables_are_not_guessed_from(tmp_path):
    (tmp_path / "._esc50.csv").write_text("filename,fold,target,category\n")
    assert guessed(tmp_path) is None


def test_esc50_without_source_recordings_has_no_groups_and_rows_without_a_file_are_left_out(tmp_path):
    (tmp_path / "t.csv").write_text("filename,fold,target,category\na.wav,1,0,dog\n,2,0,cat\nb.wav,3,1,cat\n")
    found = LAYOUTS["esc50"].read(tmp_path, ()).candidates
    assert [(c.path.name, c.class_name, c.group, c.fold) for c in found] == [
        ("a.wav", "dog", "", "1"),
        ("b.wav", "cat", "", "3"),
    ]
    assert found[0].path == tmp_path / "audio" / "a.wav"


def test_librispeech_readers_without_a_name_count_and_comments_do_not(tmp_path):
    names = ("7001", "7003", "7004", "by hand")
    files = tree(tmp_path, *(f"dev/{name}-1.flac" for name in names))
    (tmp_path / "SPEAKERS.TXT").write_text(
        "7001 | F | dev | 8.0 | Ann\n7003 | M | dev | 8.0\n;7004 | M | dev | 8.0 | Bo\nby hand | | |\n"
    )
    listing = LAYOUTS["librispeech"].read(tmp_path, files)
    assert "2 files are of no reader that SPEAKERS.TXT knows" in str(listing.notes[0])
    found = listing.candidates
    assert [(c.class_name, c.group, c.fold) for c in found] == [
        ("F", "7001", "dev"),
        ("M", "7003", "dev"),
        ("", "7004", ""),
        ("", "", ""),
    ]


def test_esc10_is_what_the_table_of_esc50_marks(tmp_path):
    rows = ["filename,fold,target,category,esc10,src_file,take"]
    for number, mark in enumerate(("True", "False", "TRUE"), start=1):
        audio = tmp_path / f"audio/{number}-30000{number}-A-0.wav"
        audio.parent.mkdir(exist_ok=True)
        audio.touch()
        rows.append(f"{audio.name},{number},0,dog,{mark},30000{number},A")
    (tmp_path / "meta").mkdir()
    (tmp_path / "meta/esc50.csv").write_text("\n".join(rows))
    listing = LAYOUTS["esc10"].read(tmp_path, ())
    assert [one.fold for one in listing.candidates] == ["1", "3"]
    assert "2 recordings are in ESC-10, of the 3 in esc50.csv" in map(str, listing.notes)
    assert guessed(tmp_path) == "esc50", "whoever does not say so gets the whole"
    (tmp_path / "meta/esc50.csv").write_text("filename,fold,target,category\n")
    with pytest.raises(UserError, match="esc10"):
        LAYOUTS["esc10"].read(tmp_path, ())
