"""Which clip a label file speaks of: never a wrong one, and the right one wherever it can be told."""

import tempfile
import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from audioclf_gui.core.clip import AudioFacts, Clip, ClipId, Quarantined
from audioclf_gui.core.clip_finder import ClipFinder
from audioclf_gui.core.content import content_hash
from audioclf_gui.core.text import Text
from audioclf_gui.core.unplaced import UnplacedError
from audioclf_gui.core.view import CatalogueView, first_view

FACTS = AudioFacts(8000, 1, 16000, "WAV 16 bit")


def view_of(folder: Path, clips: list[Clip]) -> CatalogueView:
    return first_view(folder, clips, {}, (), {}, {}, 0)


def put(root: Path, *names: str) -> list[Path]:
    """Files of different content."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name)
    return [root / name for name in names]


@pytest.fixture
def finder(tmp_path):
    """Makes a finder of recordings, which are put below `tmp_path`."""

    def make(*names: str, aside: tuple[str, ...] = (), removed: tuple[str, ...] = (), by_name: bool = False):
        clips = [
            Clip(
                ClipId(number), file.relative_to(tmp_path).as_posix(), FACTS, content_hash(file), removed=gone
            )
            for number, (file, gone) in enumerate(
                [(file, False) for file in put(tmp_path, *names)]
                + [(file, True) for file in put(tmp_path, *removed)],
                start=1,
            )
        ]
        refused = [Quarantined(file, Text("it is empty")) for file in put(tmp_path, *aside)]
        return ClipFinder(view_of(tmp_path, clips), refused, by_name=by_name)

    return make


# What is named


@pytest.mark.parametrize("named", ["/home/me/examples/Phae.long1.wav", r"D:\field\south\Phae.long1.wav"])
def test_a_name_that_hardly_any_other_recording_has_tells_enough(finder, tmp_path, named):
    find = finder("audio/Phae.long1.mp3", "audio/Phae.long2.mp3")
    assert find.of_sound_file(named, tmp_path / "results" / "all.txt").path == "audio/Phae.long1.mp3"


@pytest.mark.parametrize("name", ["20240101_050000", "REC0012", "night", "recording_2", "5E90A4D4"])
def test_a_name_that_many_recordings_have_tells_nothing_of_another_folder(finder, tmp_path, name):
    find = finder(f"audio/{name}.wav")
    with pytest.raises(UnplacedError, match="no clip fits"):
        find.of_sound_file(f"/home/me/north/{name}.wav", tmp_path / "results" / "all.txt")


def test_a_rare_name_does_not_hide_that_another_folder_of_recordings_is_meant(finder, tmp_path):
    find = finder("audio/siteB/Phae.long1.wav", "audio/siteA/other.wav")
    with pytest.raises(UnplacedError, match="no clip fits"):
        find.of_sound_file(r"D:\field\siteA\Phae.long1.wav", tmp_path / "results" / "all.txt")


@pytest.mark.parametrize(
    ("named", "clip"),
    [
        ("siteA/x.wav", "audio/siteA/x.wav"),
        (r"SITEB\X.WAV", "audio/siteB/x.wav"),
        ("./audio/siteC/../siteB/x", "audio/siteB/x.wav"),
        (r"D:\field\siteA\x.wav", "audio/siteA/x.wav"),
        ("file:///C:/field/siteB/x.wav", "audio/siteB/x.wav"),
        ("y.wav", "audio/siteA/y.mp3"),
        (r"D:\field\siteA\y.flac", "audio/siteA/y.mp3"),
        ("siteA/z.mp3", "audio/siteA/z.mp3"),
    ],
)
def test_a_path_binds_in_all_its_parts_whatever_its_ending(finder, tmp_path, named, clip):
    find = finder(
        "audio/siteA/x.wav",
        "audio/siteB/x.wav",
        "audio/siteA/y.mp3",
        "audio/siteA/z.mp3",
        "audio/siteA/z.wav",
    )
    assert find.of_sound_file(named, tmp_path / "results" / "all.csv").path == clip


@pytest.mark.parametrize(
    ("named", "told"),
    [
        ("siteC/x.wav", "no clip fits siteC/x.wav; the nearest with that name is audio/site"),
        (r"D:\far\x.wav", r"no clip fits D:\\far\\x.wav; the nearest with that name is audio/site"),
        ("w.wav", "(?m)no clip fits w.wav$"),
        ("x.wav", "2 clips fit x.wav: audio/siteA/x.wav, audio/siteB/x.wav"),
        ("z", "2 clips fit z: audio/siteA/z.mp3, audio/siteA/z.wav"),
        ("v.wav", "no clip fits v.wav: .*v.wav was put aside: it is empty"),
        ("u.wav", "no clip fits u.wav: .*u.wav was taken out of the project"),
        (r"D:\field\siteB\wav\t.wav", "lies elsewhere than in “siteB”"),
    ],
)
def test_what_is_named_and_not_there_is_reported_with_what_comes_nearest(finder, tmp_path, named, told):
    find = finder(
        *("audio/siteA/x.wav", "audio/siteB/x.wav", "audio/siteA/z.mp3", "audio/siteA/z.wav"),
        "audio/siteA/wav/t.wav",
        aside=("audio/siteA/v.wav",),
        removed=("audio/siteA/u.wav",),
    )
    with pytest.raises(UnplacedError, match=told) as refused:
        find.of_sound_file(named, tmp_path / "results" / "all.csv")
    assert str(refused.value.remedy)


def test_a_path_that_starts_at_the_table_is_the_very_one(finder, tmp_path):
    find = finder("set/siteA/x.wav", "backup/set/siteA/x.wav", "siteA/x.wav")
    assert find.of_sound_file("../siteA/x.wav", tmp_path / "set" / "meta" / "t.csv").path == "set/siteA/x.wav"
    assert find.of_sound_file("siteA/x.wav", tmp_path / "t.csv").path == "siteA/x.wav"


def test_a_path_of_another_machine_is_believed_where_the_label_file_tells_the_same(finder, tmp_path):
    find = finder("audio/x.wav", "audio/y.wav")
    for label_file in ("audio/anything.txt", "elsewhere/x.Table.1.selections.txt"):
        assert find.of_sound_file(r"D:\raw\x.wav", tmp_path / label_file).path == "audio/x.wav"
    with pytest.raises(UnplacedError, match="nearest"):
        find.of_sound_file(r"D:\raw\x.wav", tmp_path / "elsewhere" / "all.txt")


def test_names_alone_count_when_somebody_says_so_unless_two_clips_have_one(finder, tmp_path):
    find = finder("siteA/x.wav", "siteB/x.wav", "siteA/y.wav", by_name=True)
    table = tmp_path / "all.csv"
    assert find.of_sound_file(r"D:\far\y.wav", table).path == "siteA/y.wav"
    assert find.of_sound_file("siteB/x.wav", table).path == "siteB/x.wav"
    assert find.of_label_file(tmp_path / "siteB" / "y.txt").path == "siteA/y.wav"
    with pytest.raises(UnplacedError):
        find.of_sound_file(r"D:\far\x.wav", table)


# What a label file is called


@pytest.mark.parametrize(
    ("label_file", "clip"),
    [
        ("night.txt", "night.wav"),
        ("NIGHT.WAV.txt", "night.wav"),
        ("night.Table.1.selections.txt", "night.wav"),
        ("night.mp3.txt", "night.wav"),
        ("rec.2024-05-01.txt", "rec.2024-05-01.wav"),
        ("ka\u0308uzchen.BirdNET.results.csv", "K\u00e4uzchen.wav"),
        ("night.labels.txt", "night.labels.wav"),
        (".hidden.txt", ".hidden"),
    ],
)
def test_a_label_file_belongs_to_the_recording_it_is_called_after(finder, tmp_path, label_file, clip):
    find = finder(
        "night.wav", "rec.2024-05-01.wav", "rec.wav", "K\u00e4uzchen.wav", "night.labels.wav", ".hidden"
    )
    assert find.of_label_file(tmp_path / label_file).path == clip


@pytest.mark.parametrize(
    "label_file", ["rec_2.txt", "rec 2.txt", "rec.2024-05-01.txt", "record.txt", "re.txt"]
)
def test_a_recording_whose_name_only_begins_the_same_is_another_one(finder, tmp_path, label_file):
    with pytest.raises(UnplacedError, match="no clip fits the label file"):
        finder("rec.wav").of_label_file(tmp_path / label_file)


@pytest.mark.parametrize(
    ("label_file", "clip"),
    [
        ("audio/siteB/x.txt", "audio/siteB/x.wav"),
        ("labels/siteB/x.txt", "audio/siteB/x.wav"),
        ("labels/siteB/jo/x.txt", "audio/siteB/x.wav"),
        ("audio/siteB/labels/x.txt", "audio/siteB/x.wav"),
        ("labels/y.txt", "audio/siteA/y.wav"),
        ("labels/siteA/y.txt", "audio/siteA/y.wav"),
        ("z.txt", "audio/siteA/deep/z.wav"),
    ],
)
def test_folders_tell_recordings_of_equal_names_apart(finder, tmp_path, label_file, clip):
    find = finder("audio/siteA/x.wav", "audio/siteB/x.wav", "audio/siteA/y.wav", "audio/siteA/deep/z.wav")
    assert find.of_label_file(tmp_path / label_file).path == clip


@pytest.mark.parametrize(
    ("label_file", "recordings", "others"),
    [
        pytest.param("siteB/x.txt", ["siteA/x.wav", "siteB/y.wav"], [], id="a folder of other clips"),
        pytest.param(
            "labels/north/x.txt", ["audio/south/x.wav"], ["audio/north/y.wav"], id="a folder on disk"
        ),
        pytest.param(
            "labels/north/x.txt", ["audio/south/x.wav"], ["labels/south/x.txt"], id="a parallel tree"
        ),
        pytest.param("labels/day 2/x.txt", ["audio/day 1/x.wav"], [], id="a folder of one series"),
        pytest.param("labels/north/jo/x.txt", ["audio/south/x.wav", "audio/north/y.wav"], [], id="deeper"),
        pytest.param("archive/x.txt", ["audio/x.wav"], ["archive/x.wav"], id="a recording beside it"),
        pytest.param("old/x.txt", ["old/audio/x.wav", "old/y.wav"], [], id="a folder around it"),
    ],
)
def test_one_recording_of_the_name_is_not_taken_where_folders_tell_of_another(
    finder, tmp_path, label_file, recordings, others
):
    find = finder(*recordings)
    put(tmp_path, *others)
    with pytest.raises(UnplacedError, match=r"no clip fits the label file x\.txt"):
        find.of_label_file(tmp_path / label_file)


def test_a_clip_is_known_again_as_the_copy_of_the_recording_beside_the_label_file(finder, tmp_path):
    find = finder("recordings/x.wav", "recordings/x 2.wav")
    (tmp_path / "card" / "b").mkdir(parents=True)
    (tmp_path / "card" / "b" / "x.wav").write_bytes((tmp_path / "recordings" / "x 2.wav").read_bytes())
    assert find.of_label_file(tmp_path / "card" / "b" / "x.txt").path == "recordings/x 2.wav"
    assert find.of_sound_file("x.wav", tmp_path / "card" / "b" / "t.csv").path == "recordings/x 2.wav"


def test_a_recording_that_is_there_again_is_not_missed(finder, tmp_path):
    find = finder("new/x.wav", removed=("old/x.wav",))
    with pytest.raises(UnplacedError, match="2 clips fit"):
        find.of_label_file(tmp_path / "labels" / "x.txt")
    clip = replace(find._clips["x"][1], content=find._clips["x"][0].content)
    again = ClipFinder(view_of(tmp_path, [find._clips["x"][0], clip]))
    assert again.of_label_file(tmp_path / "labels" / "x.txt").path == "new/x.wav"


# Made trees


@dataclass(frozen=True)
class Recording:
    """One of a made tree: a clip, or one that is absent in one way or another."""

    folder: str
    name: str
    state: str  # "clip", "aside", "removed", "on disk" or "absent"

    @property
    def place(self) -> str:
        return f"{self.folder}/{self.name}"

    @property
    def stem(self) -> str:
        return self.name.rpartition(".")[0]

    @property
    def key(self) -> str:
        return unicodedata.normalize("NFC", self.stem).casefold()

    @property
    def way(self) -> list[str]:
        return [unicodedata.normalize("NFC", part).casefold() for part in self.folder.split("/")]


FOLDERS = [
    "siteA",
    "siteB",
    "n\u00f6rd",
    "s\u00fcd/siteA",
    "s\u00fcd/siteB",
    "siteA/night",
    "2024/n\u00f6rd",
    ".",
]
STEMS = ["rec", "rec_2", "rec 2", "rec.2024-05-01", "Rec", "K\u00e4uz", "20240101_050000"]
ENDINGS = [".txt", ".Table.1.selections.txt", ".BirdNET.results.csv", ".TextGrid"]

recordings = st.builds(
    Recording,
    st.sampled_from(FOLDERS),
    st.builds(str.__add__, st.sampled_from(STEMS), st.sampled_from([".wav", ".mp3", ".WAV"])),
    st.sampled_from(["clip", "clip", "clip", "aside", "removed", "on disk", "absent"]),
)
trees = st.lists(recordings, min_size=1, max_size=8, unique_by=lambda one: (one.folder, one.name.casefold()))


def make(root: Path, tree: list[Recording]) -> tuple[ClipFinder, dict[ClipId, Recording]]:
    """Put the tree on disk, and another recording into each folder; the clips by their ids."""
    audio = root / "audio"
    everything = [*tree, *(Recording(folder, f"other {n}.wav", "clip") for n, folder in enumerate(FOLDERS))]
    clips, aside, known = [], [], {}
    for number, one in enumerate(everything, start=1):
        file = audio / one.folder / one.name
        file.parent.mkdir(parents=True, exist_ok=True)
        if one.state != "absent":
            file.write_text(f"{number}")
        if one.state in {"clip", "removed"}:
            place = file.relative_to(root).as_posix()
            content = content_hash(file)
            clips.append(Clip(ClipId(number), place, FACTS, content, removed=one.state == "removed"))
            known[ClipId(number)] = one
        elif one.state == "aside":
            aside.append(Quarantined(file, Text("damaged")))
    return ClipFinder(view_of(root, clips), aside), known


def can_be_told(wanted: Recording, tree: list[Recording], *, by_end: bool) -> bool:
    """Whether nothing else has the name in its folder; if the end decides, no other folder ends the same."""
    alike = [one for one in tree if one != wanted and (one.folder, one.key) == (wanted.folder, wanted.key)]
    ways = [Recording(folder, "", "").way for folder in FOLDERS if folder != wanted.folder]
    return not alike and not (by_end and any(way[-len(wanted.way) :] == wanted.way for way in ways))


def answer(finder: ClipFinder, label_file: Path, named: str) -> ClipId | None:
    try:
        found = finder.of_sound_file(named, label_file) if named else finder.of_label_file(label_file)
    except UnplacedError:
        return None
    return found.id


def is_right(found: Recording, wanted: Recording, suffix: str) -> bool:
    """The recording itself, or its like in the same folder where the project knows nothing of itself."""
    is_unknown = wanted.state == "absent" or (
        wanted.state == "on disk" and suffix != Path(wanted.name).suffix.lower()
    )
    return found == wanted or (is_unknown and (found.folder, found.key) == (wanted.folder, wanted.key))


spellings = st.sampled_from(
    [
        str,
        str.upper,
        str.lower,
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: unicodedata.normalize("NFC", text).casefold(),
    ]
)


@settings(max_examples=400)
@given(trees, st.data())
def test_no_label_ever_lands_on_a_wrong_clip_and_what_can_be_told_is_found(tree, data):
    wanted = data.draw(st.sampled_from(tree), "the recording that is meant")
    like = [one for one in tree if (one.folder, one.key) == (wanted.folder, wanted.key)]
    spelled = data.draw(spellings, "how its name is spelled") if len(like) == 1 else str
    way = data.draw(
        st.sampled_from(["beside", "parallel", "relative", "relative up", "foreign", "this machine"])
    )
    assume(wanted.folder != "." or way in {"beside", "this machine"})
    ending = data.draw(st.sampled_from(ENDINGS))
    suffix = data.draw(st.sampled_from([Path(wanted.name).suffix, "", ".flac"]), "of the name that is told")
    is_named = data.draw(st.booleans())
    alone = can_be_told(wanted, tree, by_end=way not in {"beside", "this machine", "relative up"})
    name = spelled(wanted.stem) + suffix
    own = name + ending
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        finder, known = make(root, tree)
        match way:
            case "beside":
                label_file, named = root / "audio" / wanted.folder / own, name if is_named else ""
            case "parallel":
                label_file, named = root / "labels" / wanted.folder / own, name if is_named else ""
            case "relative":
                label_file, named = root / "results" / "all.csv", f"{spelled(wanted.folder)}/{name}"
            case "relative up":
                label_file, named = root / "audio" / "all.csv", f"./siteA/../{wanted.folder}/{name}"
            case "foreign":
                far = spelled(wanted.folder).replace("/", "\\")
                label_file, named = root / "results" / "all.csv", f"D:\\field\\{far}\\{name}"
            case _:
                label_file, named = root / "results" / "all.csv", str(root / "audio" / wanted.folder / name)
        found = answer(finder, label_file, named)
    if found is None:
        assert wanted.state != "clip" or not alone, "what can be told must be found"
    else:
        assert is_right(known[found], wanted, suffix.lower()), f"{known[found]} instead of {wanted}"
