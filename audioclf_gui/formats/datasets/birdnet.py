"""Training folders of BirdNET: one for each class, for several, for what it is not, and for no class at all.

Source: the chapter on training of BirdNET-Analyzer's documentation.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.spelling import name_in_file, twin_key
from audioclf_gui.core.split_names import fold_of_folder
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below

_NOTHING = frozenset(("noise", "background", "other", "silence"))
_BACKGROUND = "background"
"""What this program calls sound that is of none of the classes."""
_SPECIES = re.compile(r"[A-Z][a-z]+ [a-z-]+_\S.*")
"""As BirdNET calls species: Strix aluco_Tawny Owl."""


def birdnet_shows(root: Path, files: Sequence[Path]) -> bool:
    """Whether folders are called as only BirdNET calls them.

    One is for what another is not, or for several of the others together; or most are called by the
    scientific and the common name.
    """
    names = {folder for file in files if (folder := _folder(root, file)[0])}
    single = {twin_key(name) for name in names if not _is_combined(name)}
    for name in filter(_is_combined, names):
        if any(twin_key(part.lstrip("-")) in single for part in _parts(name)):
            return True
    return len(names) > 1 and 2 * sum(_SPECIES.fullmatch(name) is not None for name in names) > len(names)


@layout(
    "birdnet",
    Text("BirdNET: training folders"),
    birdnet_shows,
    lambda folder: Text(
        "{folder} looks like training folders of BirdNET: they are called as it wants them", folder=folder
    ),
)
def birdnet(root: Path, files: Sequence[Path]) -> Listing:
    """The classes that a folder's name lists; those of noise and the like are background, of none.

    Classes with a minus before them are ruled out for the clips, as by a person who hears that they are not.
    """
    candidates = []
    negative, nothing = Counter[str](), Counter[str]()
    for file in in_order(files):
        if not parts_below(root, file):
            continue
        folder, fold = _folder(root, file)
        parts = _parts(folder)
        classes = [name_in_file(part) for part in parts if not part.startswith("-")]
        minus = (name_in_file(part.lstrip("-")) for part in parts if part.startswith("-"))
        ruled_out = tuple(name for name in minus if name and name not in classes)
        if ruled_out:
            negative[folder] += 1
        if len(parts) == 1 and twin_key(folder) in _NOTHING:
            nothing[folder] += 1
            classes = [_BACKGROUND]
        first, others = next(iter(classes), ""), tuple(classes[1:])
        candidates.append(Candidate(file, first, "", fold, others=others, ruled_out=ruled_out))
    return Listing(tuple(candidates), tuple(_notes(candidates, negative, nothing)))


def _folder(root: Path, file: Path) -> tuple[str, str]:
    """The folder of the class that a file lies in, and the part of a split around it, if there is one."""
    folders = (parts_below(root, file) or ("",))[:-1]
    fold = fold_of_folder(folders[0]) if len(folders) > 1 else ""
    return (folders[1] if fold else folders[0] if folders else ""), fold


def _is_combined(name: str) -> bool:
    return "," in name or name.startswith("-")


def _parts(name: str) -> list[str]:
    return [part.strip() for part in name.split(",") if part.strip(" -")]


def _notes(candidates: Sequence[Candidate], negative: Counter[str], nothing: Counter[str]) -> Iterator[Text]:
    if nothing:
        yield Text(
            "{folders}: taken for sound of none of the classes, so the class is “{name}”",
            folders=quoted(sorted(nothing)),
            name=_BACKGROUND,
        )
    several = [one for one in candidates if one.others]
    if several:
        yield Text(
            "{n} clip lies in a folder of several classes and gets all of them: {classes}",
            "{n} clips lie in folders of several classes and get all of them: {classes} for one",
            n=len(several),
            classes=quoted(several[0].class_names),
        )
    if negative:
        yield Text(
            "{n} clip lies in a folder that says what it is not ({folders}): that is ruled out for it, and"
            " not suggested; models do not learn from it",
            "{n} clips lie in folders that say what they are not ({folders}): that is ruled out for them, and"
            " not suggested; models do not learn from it",
            n=negative.total(),
            folders=quoted(sorted(negative)),
        )
    without = [one.path for one in candidates if not one.class_name and not one.ruled_out]
    if without:
        yield Text(
            "{n} file lies in no folder of a class, so it has none: {first}",
            "{n} files lie in no folder of a class, so they have none: {first} for one",
            n=len(without),
            first=without[0].name,
        )
