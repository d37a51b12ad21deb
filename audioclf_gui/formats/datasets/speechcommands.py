"""Speech Commands: a folder for each word, the speaker in the name, lists of what is kept for testing."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.present import is_file, is_folder
from audioclf_gui.core.recording_names import recording_name
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below, visible_folders
from audioclf_gui.formats.text import FileText

_LISTS: Mapping[str, str] = {"validation": "validation_list.txt", "testing": "testing_list.txt"}
_REST = "training"
_AFTER_SPEAKER = "_nohash_"
_NOISE = "_background_noise_"
_Spoken: TypeAlias = tuple[str, str]  # a word and the name of a recording of it, as they are compared


def speechcommands_top(root: Path, files: Sequence[Path] = ()) -> Path | None:  # noqa: ARG001 - as `Layout.shows`
    """The folder with the lists, or else with the folder of noise: `root` or one in it."""
    places = (root, *visible_folders(root))
    with_lists = (place for place in places if any(is_file(place / file) for file in _LISTS.values()))
    with_noise = (place for place in places if is_folder(place / _NOISE))
    return next(with_lists, None) or next(with_noise, None)


@layout(
    "speechcommands",
    Text("Speech Commands"),
    speechcommands_top,
    lambda folder: Text(
        "{folder} looks like Speech Commands: it has the same lists of files, or folder of noise",
        folder=folder,
    ),
)
def speechcommands(root: Path, files: Sequence[Path]) -> Listing:
    """Word, speaker and official part of each clip; what neither list names is for training.

    Without the lists no clip has a fold. The long recordings of noise are unlabelled, since their folder
    is not a word, and so are files that lie in none.
    """
    top = speechcommands_top(root) or root
    lists = {
        file: tuple(filter(None, map(_listed, FileText.decode((top / file).read_bytes()).lines)))
        for file in _LISTS.values()
        if (top / file).is_file()
    }
    folds = {name: fold for fold, file in _LISTS.items() for name in lists.get(file, ())}
    candidates = tuple(
        _candidate(file, parts_below(top, file) or (), folds)
        for file in in_order(files)
        if parts_below(root, file)
    )
    notes = (*_notes(candidates, folds), *_absent(candidates, lists))
    return Listing(candidates, notes, tuple(top / name for name in lists))


def _listed(name: str) -> _Spoken | None:
    """The word and the name that a path means, whatever stands before them and however they are joined."""
    called = recording_name(name)
    return None if called is None else ("".join(called.folders[-1:]), called.key)


def _absent(candidates: Sequence[Candidate], lists: Mapping[str, Sequence[_Spoken]]) -> Iterator[Text]:
    """What lists name and is not there: nobody else would notice, since all others are for training."""
    there = {_listed(one.path.as_posix()) for one in candidates}
    for file, names in lists.items():
        absent = [name for name in names if name not in there]
        if absent:
            yield Text(
                "{n} name of {file} is that of no recording here: {first}",
                "{n} names of {file} are those of no recordings here: {first} for one",
                n=len(absent),
                file=file,
                first="/".join(filter(None, absent[0])),
            )


def _notes(candidates: Sequence[Candidate], folds: Mapping[_Spoken, str]) -> Iterator[Text]:
    if not folds:
        yield Text("there are no lists of files for validation and testing, so no clip has a fold")
    elif n := sum(one.fold == _REST for one in candidates):
        yield Text(
            "{n} file is in neither list, so it is for training",
            "{n} files are in neither list, so they are for training",
            n=n,
        )
    without = [one.path for one in candidates if not one.class_name]
    if without:
        yield Text(
            "{n} file is no spoken word, so it has no class: {first}",
            "{n} files are no spoken words, so they have no class: {first} for one",
            n=len(without),
            first=without[0].name,
        )


def _candidate(file: Path, parts: tuple[str, ...], folds: Mapping[_Spoken, str]) -> Candidate:
    """What is known of a file by its `parts` below the folder with the lists, none for one elsewhere.

    The word is the folder that holds the file: others around it, as `train/audio`, came with repacking.
    """
    word, name = ("", "", *parts)[-2:]
    if not word or word == _NOISE:
        return Candidate(file)
    speaker, mark, _ = name.partition(_AFTER_SPEAKER)
    spoken = _listed(f"{word}/{name}")
    fold = _REST if spoken is None else folds.get(spoken, _REST)
    return Candidate(file, name_in_file(word), speaker if mark else "", fold if folds else "")
