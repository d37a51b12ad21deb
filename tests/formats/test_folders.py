"""One folder for each class: parts of a split, folders around them and strays are never classes."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.split_names import fold_of_folder
from audioclf_gui.formats.datasets import LAYOUTS, described_by_names, guess_layout
from audioclf_gui.formats.datasets.recorder_names import is_recorders_file, is_recorders_folder
from audioclf_gui.formats.datasets.storage_names import is_storage_folder


def listed(names):
    return LAYOUTS["folders"].read(Path("/set"), [Path("/set", name) for name in names])


def told(names):
    """Class and fold of each file by its name."""
    return {
        one.path.relative_to("/set").as_posix(): (one.class_name, one.fold)
        for one in listed(names).candidates
    }


def words(names):
    return " | ".join(map(str, listed(names).notes))


def test_the_folder_below_the_root_is_the_class_however_deep_the_file_lies():
    names = ["dog/a.WAV", "dog/kennel 3/b.Flac", "noise/c.wav", "loose.wav", ".trash/d.wav", "dog/._a.WAV"]
    assert told(names) == {
        "dog/a.WAV": ("dog", ""),
        "dog/kennel 3/b.Flac": ("dog", ""),
        "noise/c.wav": ("noise", ""),
        "loose.wav": ("", ""),
    }
    assert "1 file lies in no folder of a class, so it has none: loose.wav" in words(names)


def test_class_folders_are_spelled_as_all_names_are_and_paths_are_left_alone():
    decomposed = unicodedata.normalize("NFD", "čejka")
    names = [f"{decomposed}/a.wav", "鳥/🐦 100%s.wav", " house   sparrow/c.wav", "1.0/d.wav"]
    found = listed(names).candidates
    assert {one.class_name for one in found} == {"čejka", "鳥", "house sparrow", "1"}
    assert {one.path for one in found} == {Path("/set", name) for name in names}


def test_files_elsewhere_do_not_belong_to_the_folder(tmp_path):
    files = [tmp_path / "in" / "dog" / "a.wav", tmp_path / "out" / "b.wav"]
    assert [one.class_name for one in LAYOUTS["folders"].read(tmp_path / "in", files).candidates] == ["dog"]


@pytest.mark.parametrize(
    "part",
    [
        "train", "TRAIN", "Training", "test", "Testing", "val", "valid", "validation", "dev", "eval",
        "Evaluation", "train_set", "TestData", "dev-clean", "train-clean-100", "fold1", "Fold 2", "fold_03",
        "FOLD10", "split4",
    ],
)  # fmt: skip
def test_names_of_a_split_are_folds_in_any_case(part):
    assert fold_of_folder(part) != ""
    names = [f"{part}/dog/a.wav", f"{part}/cat/b.wav", "test/dog/c.wav", "test/cat/d.wav"]
    assert {class_name for class_name, _fold in told(names).values()} == {"dog", "cat"}
    assert f"{part}" in words(names)
    assert "folds and not classes" in words(names)


@pytest.mark.parametrize(
    "name",
    ["tram", "steam train", "test tone", "validator", "folded", "dog", "1", "", "тест test", "trainer"],
)
def test_other_names_are_classes(name):
    assert fold_of_folder(name) == ""


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        pytest.param(
            ["train/dog/a.wav", "Test/cat/b.wav"],
            {"train/dog/a.wav": ("dog", "train"), "Test/cat/b.wav": ("cat", "test")},
            id="parts above the classes",
        ),
        pytest.param(
            ["dog/train/a.wav", "dog/Test/b.wav", "cat/train/take 1/c.wav", "owl/d.wav"],
            {
                "dog/train/a.wav": ("dog", "train"),
                "dog/Test/b.wav": ("dog", "test"),
                "cat/train/take 1/c.wav": ("cat", "train"),
                "owl/d.wav": ("owl", ""),
            },
            id="parts in the classes",
        ),
        pytest.param(
            ["my set/train/dog/a.wav", "my set/val/dog/b.wav", "my set/val/cat/c.wav", "readme.wav"],
            {
                "my set/train/dog/a.wav": ("dog", "train"),
                "my set/val/dog/b.wav": ("dog", "val"),
                "my set/val/cat/c.wav": ("cat", "val"),
                "readme.wav": ("", ""),
            },
            id="a folder around them and a stray file",
        ),
        pytest.param(
            ["train/dog/a.wav", "test/dog/b.wav", "docs/demo.wav", "train/stray.wav"],
            {
                "train/dog/a.wav": ("dog", "train"),
                "test/dog/b.wav": ("dog", "test"),
                "docs/demo.wav": ("", ""),
                "train/stray.wav": ("", "train"),
            },
            id="a folder beside them and a stray file in a part",
        ),
        pytest.param(
            ["train/audio/dog/a.wav", "train/audio/cat/b.wav", "test/audio/dog/c.wav"],
            {
                "train/audio/dog/a.wav": ("dog", "train"),
                "train/audio/cat/b.wav": ("cat", "train"),
                "test/audio/dog/c.wav": ("dog", "test"),
            },
            id="a folder around the classes in each part",
        ),
        pytest.param(
            ["train/a.wav", "test/b.wav"],
            {"train/a.wav": ("", "train"), "test/b.wav": ("", "test")},
            id="no classes at all",
        ),
        pytest.param(
            ["train/a.wav", "test/b.wav", "tram/c.wav"],
            {"train/a.wav": ("", "train"), "test/b.wav": ("", "test"), "tram/c.wav": ("", "")},
            id="parts without classes and another folder",
        ),
        pytest.param(
            ["train/dog/a.wav", "train/cat/b.wav"],
            {"train/dog/a.wav": ("dog", "train"), "train/cat/b.wav": ("cat", "train")},
            id="one part alone",
        ),
        pytest.param(
            ["audio/fold1/a.wav", "audio/fold02/b.wav"],
            {"audio/fold1/a.wav": ("", "1"), "audio/fold02/b.wav": ("", "2")},
            id="numbered folds",
        ),
        pytest.param(
            ["set/birds/owl/a.wav", "set/birds/wren/deep/b.wav"],
            {"set/birds/owl/a.wav": ("owl", ""), "set/birds/wren/deep/b.wav": ("wren", "")},
            id="two folders around the classes",
        ),
        pytest.param(
            ["dog/kennel/a.wav", "dog/b.wav"],
            {"dog/kennel/a.wav": ("dog", ""), "dog/b.wav": ("dog", "")},
            id="one class alone",
        ),
        pytest.param(
            ["train/a.wav", "tram/b.wav", "bus/c.wav"],
            {"train/a.wav": ("train", ""), "tram/b.wav": ("tram", ""), "bus/c.wav": ("bus", "")},
            id="trains among other vehicles",
        ),
        pytest.param(
            ["train/train/a.wav", "train/dog/b.wav", "train/cat/c.wav", "test/dog/d.wav"],
            {
                "train/train/a.wav": ("train", "train"),
                "train/dog/b.wav": ("dog", "train"),
                "train/cat/c.wav": ("cat", "train"),
                "test/dog/d.wav": ("dog", "test"),
            },
            id="trains in the training part",
        ),
        pytest.param(
            ["set/dog/a.wav", "set/cat/b.wav", "set/test/c.wav", "docs/d.wav"],
            {
                "set/dog/a.wav": ("dog", ""),
                "set/cat/b.wav": ("cat", ""),
                "set/test/c.wav": ("", "test"),
                "docs/d.wav": ("", ""),
            },
            id="files to try a model on beside the classes",
        ),
    ],
)
def test_which_folder_is_the_class_and_which_the_fold(names, expected):
    assert told(names) == expected


@pytest.mark.parametrize(
    ("parts", "folds"),
    [
        (("训练", "验证", "测试"), ("train", "valid", "test")),
        (("訓練用データ", "テスト用データ"), ("train", "test")),
        (("학습 데이터", "시험"), ("train", "test")),
        (("Trainingsdaten", "Validierung", "Testdaten"), ("train", "valid", "test")),
        (("Training", "Prüfung"), ("training", "test")),
        (("entraînement", "validation", "test"), ("train", "validation", "test")),
        (("jeu d'entraînement", "jeu de test"), ("train", "test")),
        (("entrenamiento", "prueba"), ("train", "test")),
        (("Treinamento", "Teste"), ("train", "test")),
        (("addestramento", "prova"), ("train", "test")),
        (("обучение", "тест"), ("train", "test")),
        (("Eğitim", "Doğrulama", "Test"), ("train", "valid", "test")),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_parts_of_a_split_in_other_languages_are_folds_which_is_told_as_a_guess(parts, folds, form):
    spelled = [unicodedata.normalize(form, part) for part in parts]
    names = [f"{part}/{one}/{one}.wav" for part in spelled for one in ("dog", "cat")]
    assert told(names) == {
        f"{part}/{one}/{one}.wav": (one, fold)
        for part, fold in zip(spelled, folds, strict=True)
        for one in ("dog", "cat")
    }
    assert "guessed to mean the fold" in words(names)


def test_a_word_for_a_part_alone_among_classes_is_a_class():
    names = ["prova/a.wav", "gatto/b.wav", "cane/c.wav"]
    assert told(names) == {name: (name.partition("/")[0], "") for name in names}


def test_trains_are_told_to_be_a_class_and_wrappers_not_to_be_one():
    assert "train: taken for a class" in words(["train/a.wav", "tram/b.wav", "bus/c.wav"])
    assert "set/birds: taken for a folder around" in words(["set/birds/owl/a.wav", "set/birds/wren/b.wav"])
    assert words(["owl/a.wav", "wren/b.wav"]) == ""


parts = st.sampled_from(["train", "Test", "VAL", "validation", "dev", "eval", "fold1", "Fold2", "test-set"])
class_names = st.sampled_from(["dog", "cat", "čejka", "house sparrow", "owl 2", "tram"])
strays = st.sampled_from(["readme.wav", "docs/x.wav", "extra/deep/x.wav"])


@given(
    pairs=st.lists(st.tuples(parts, class_names), min_size=2, max_size=12, unique=True),
    wrapper=st.sampled_from(["", "my set/", "ESC-50-master/audio/"]),
    beside=st.lists(strays, unique=True),
    inside=st.booleans(),
)
def test_however_a_split_lies_its_parts_are_no_classes_and_its_classes_no_parts(
    pairs, wrapper, beside, inside
):
    files = {
        f"{wrapper}{class_name}/{part}/x.wav" if inside else f"{wrapper}{part}/{class_name}/x.wav": (
            class_name,
            fold_of_folder(part),
        )
        for part, class_name in pairs
    }
    if inside and len({class_name for class_name, _ in files.values()}) == 1:
        return  # nothing tells a class from a folder around the parts
    found = told([*files, *beside])
    assert {name: found[name] for name in files} == files
    assert all(fold == "" for name, (_, fold) in found.items() if name in beside)
    if not inside:
        assert all(found[name] == ("", "") for name in beside)


# What is recognised


def tree(root, *names):
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).touch()
    return root


def guessed(root):
    return guess_layout(root, audio_files(root))


def test_two_folders_that_hold_sound_are_recognised_and_others_are_not(tmp_path):
    tree(tmp_path, "dog/deep/a.WAV", "notes/b.txt", "x.wav", "cat/._c.wav", ".hidden/d.wav", "empty/y.txt")
    tree(tmp_path, "__MACOSX/dog/a.wav", "@eaDir/dog/a.wav")
    assert guessed(tmp_path) is None
    tree(tmp_path, "cat/e.opus")
    assert guessed(tmp_path) == "folders"
    listed = LAYOUTS["folders"].read(tmp_path, audio_files(tmp_path)).candidates
    assert {one.class_name for one in listed} == {"dog", "cat", ""}


@pytest.mark.parametrize(
    "suffix", [".wav", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aif", ".aiff", ".au", ".caf", ".w64"]
)
def test_folders_of_every_kind_of_sound_are_recognised(tmp_path, suffix):
    assert guessed(tree(tmp_path, f"dog/a{suffix}", f"cat/b{suffix.upper()}")) == "folders"


@pytest.mark.parametrize(
    "names",
    [
        ["set/dog/a.wav", "set/cat/b.wav", "docs/readme.txt"],
        ["train/dog/a.wav", "train/cat/b.wav", "test/dog/c.wav"],
        ["train/a.wav", "test/b.wav"],
        ["fold1/a.wav", "fold2/b.wav"],
    ],
)
def test_a_folder_around_the_classes_and_a_split_are_recognised_too(tmp_path, names):
    assert guessed(tree(tmp_path, *names)) == "folders"


STEMS = {
    True: "20240501_053000|AM01_2024-05-01|REC0012|ZOOM0001|STE-001|R_0003|0001|DR0000_0001",
    False: "dog_1|1-100-A-0|0_jackson_12|100-3-0-0|finch_session|owl",
}
PLACES = {
    True: "AM01|SM4_02|site 3|siteA|DCIM|100CANON|card2|Monday|recorderA|channel_1|2021|unit b|Actor_01",
    False: "dog|owl|1|five|rain|night heron|day|machine|cat_2|mice|sites|nights|left|speaker1|a",
}
KINDS = {
    True: "mp3|flac|wav|audio|data|AudioFiles|clips|Recordings 2|44100|16kHz|audio_44.1kHz|raw|m4a|wav mono",
    False: "dog|1|a|16|owl recordings|left|wave hello|new",
}


@pytest.mark.parametrize("expected", [True, False])
@pytest.mark.parametrize(
    ("is_one", "known"),
    [
        pytest.param(is_recorders_file, STEMS, id="files of recorders"),
        pytest.param(is_recorders_folder, PLACES, id="folders of recorders"),
        pytest.param(is_storage_folder, KINDS, id="kinds of files"),
    ],
)
def test_names_that_tell_nothing_of_classes_are_known_and_others_are_not(is_one, known, expected):
    names = known[expected].split("|")
    assert [name for name in names if is_one(name) is expected] == names


def test_folders_of_kinds_of_files_lie_around_the_classes_and_are_told():
    names = ["wav/dog/a.wav", "wav/cat/b.wav", "mp3/dog/c.mp3"]
    assert told(names) == {
        "wav/dog/a.wav": ("dog", ""),
        "wav/cat/b.wav": ("cat", ""),
        "mp3/dog/c.mp3": ("dog", ""),
    }
    assert "mp3, wav: called like recorders, places, times, people or kinds of files, so the folders in" in (
        words(names)
    )
    assert told(["wav/dog/a.wav", "mp3/c.mp3"]) == {"wav/dog/a.wav": ("wav", ""), "mp3/c.mp3": ("mp3", "")}


def test_folders_of_recorders_that_hold_others_lie_around_the_classes():
    assert told(["site 1/dog/a.wav", "site 2/dog/b.wav", "site 2/cat/c.wav"]) == {
        "site 1/dog/a.wav": ("dog", ""),
        "site 2/dog/b.wav": ("dog", ""),
        "site 2/cat/c.wav": ("cat", ""),
    }
    assert told(["site 1/2024-05-01/a.wav", "site 2/2024-05-02/b.wav"]) == {
        "site 1/2024-05-01/a.wav": ("site 1", ""),
        "site 2/2024-05-02/b.wav": ("site 2", ""),
    }


def test_folders_that_recur_in_others_are_told_with_the_way_to_take_them():
    names = ["ann/yes/a.wav", "ann/no/b.wav", "theo/yes/c.wav", "theo/no/d.wav"]
    assert told(names)["ann/yes/a.wav"] == ("ann", "")
    assert "no, yes lie in several of the folders that are taken for classes" in words(names)
    kinds = words(["animals/dog/a.wav", "animals/cat/b.wav", "machines/saw/c.wav"])
    assert "cat, dog, saw lie in the folders that are taken for classes and say nothing more" in kinds
    assert words(["dog/2023/a.wav", "dog/2024/b.wav", "cat/2023/c.wav", "cat/2024/d.wav"]) == ""
    candidates = listed(names).candidates
    inner = described_by_names(candidates, r"(?P<label>[^/]+)/[^/]+$").candidates
    assert [one.class_name for one in inner] == [one.path.parent.name for one in candidates]


def test_folders_in_classes_that_tell_of_kinds_of_files_change_nothing():
    assert told(["dog/wav/a.wav", "cat/mp3/b.mp3"]) == {
        "dog/wav/a.wav": ("dog", ""),
        "cat/mp3/b.mp3": ("cat", ""),
    }


def test_a_class_that_is_called_like_a_recorder_or_kind_of_file_is_told():
    assert "data: taken for a class, though called like" in words(["data/a.wav", "dog/b.wav", "cat/c.wav"])
    assert "siteA, wav: taken for classes, though" in words(["siteA/a.wav", "wav/b.wav", "cat/c.wav"])


def test_parts_within_parts_are_told_to_be_left_out():
    names = ["train/fold1/dog/a.wav", "train/fold2/cat/b.wav", "test/test/dog/c.wav"]
    assert told(names)["train/fold2/cat/b.wav"] == ("cat", "train")
    assert "fold1, fold2: further parts within those of a split" in words(names)
