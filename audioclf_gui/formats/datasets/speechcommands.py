"""Speech Commands: a folder for each word, the speaker in the name, lists of what is kept for testing."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.recording_names import plain
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below, visible_folders
from audioclf_gui.formats.text import FileText

_LISTS: Mapping[str, str] = {"validation": "validation_list.txt", "testing": "testing_list.txt"}
_AFTER_SPEAKER = "_nohash_"
_NOISE = "_background_noise_"


def speechcommands(root: Path, files: Sequence[Path]) -> Listing:
    """Word, speaker and official part of each clip; what neither list names is for training.

    Without the lists no clip has a fold. The long recordings of noise are unlabelled: their folder
    is not a word.
    """
    top = split_lists(root) or root
    folds = {
        plain(name.strip().replace("\\", "/")): fold
        for fold, file in _LISTS.items()
        if (top / file).is_file()
        for name in FileText.decode((top / file).read_bytes()).lines
    }
    return Listing(tuple(_candidate(file, folds) for file in in_order(files) if parts_below(root, file)))


def split_lists(root: Path) -> Path | None:
    """The folder with the lists: `root` or one in it."""
    places = (root, *visible_folders(root))
    return next(
        (place for place in places if any((place / file).is_file() for file in _LISTS.values())), None
    )


def _candidate(file: Path, folds: Mapping[str, str]) -> Candidate:
    word = file.parent.name
    if word == _NOISE:
        return Candidate(file)
    speaker, mark, _ = file.name.partition(_AFTER_SPEAKER)
    fold = folds.get(plain(f"{file.parent.name}/{file.name}"), "training") if folds else ""
    return Candidate(file, word, speaker if mark else "", fold)
