"""One folder for each class, perhaps below or above the parts of a split."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.spelling import name_in_file
from audioclf_gui.core.split_names import fold_abroad, fold_of_folder, is_ordinary_word
from audioclf_gui.core.text import Text, joined
from audioclf_gui.formats.datasets.layouts import layout
from audioclf_gui.formats.datasets.listing import Listing
from audioclf_gui.formats.datasets.places import in_order, parts_below
from audioclf_gui.formats.datasets.recorder_names import is_recorders_folder
from audioclf_gui.formats.datasets.storage_names import is_storage_folder

_Folders = tuple[str, ...]
_Tree = Mapping[_Folders, set[str]]
"""For each folder those directly in it."""

_NAMED = 8  # folders in one sentence
_OF_INNERMOST = r"(?P<label>[^/]+)/[^/]+$"


class _Placed(NamedTuple):
    """A file, taken apart at the first folder that is a part of a split."""

    file: Path
    before: _Folders  # those before that part; all of them if there is none
    part: str = ""  # that folder
    after: _Folders = ()  # those after it, without further parts
    further: _Folders = ()  # the further parts that are others


def _has_several(root: Path, files: Sequence[Path]) -> bool:
    """Whether the folders give at least two classes or two folds to the audio files."""
    listed = folders(root, files).candidates
    classes, folds = {name for one in listed for name in one.class_names}, {one.fold for one in listed} - {""}
    return len(classes) > 1 or len(folds) > 1


@layout(
    "folders",
    Text("Folders: one for each class"),
    _has_several,
    lambda folder: Text("{folder} looks like one folder for each class", folder=folder),
)
def folders(root: Path, files: Sequence[Path]) -> Listing:
    """The folder directly below `root` is the class, however deep the file lies in it.

    Folders that are called like parts of a split (`train`, `Test`, `fold1`) are folds and never classes,
    whether they lie above the folders of the classes or in them; in other languages (`训练`, `prueba`) only
    where several parts lie beside each other. A single folder around the others is no class, nor are several
    that are called after recorders or kinds of files (`wav` and `mp3`, `site 1` and `site 2`) and have
    folders in them that are not. Files beside the folders of the classes are unlabelled; hidden ones are
    left out.
    """
    below = [(file, parts[:-1]) for file in in_order(files) if (parts := parts_below(root, file))]
    tree = _tree(folder for _, folder in below)
    placed = [_taken_apart(file, folder, tree) for file, folder in below]
    levels = _levels(placed)
    around = _around([level for one, level in zip(placed, levels, strict=True) if one.part] or levels)
    depth = len(around)
    outer = _outer(level[depth:] for level in levels if level[:depth] == around)
    if outer:
        levels = [(*level[:depth], *level[depth + 1 :]) for level in levels]
    candidates = [
        Candidate(
            one.file,
            name_in_file(level[depth]) if len(level) > depth and level[:depth] == around else "",
            fold=_fold(one.part),
        )
        for one, level in zip(placed, levels, strict=True)
    ]
    prefixes = {one.before for one in placed if one.part}
    wrappers = [*(prefixes.pop() if len(prefixes) == 1 else ()), *around]
    notes = (
        *_folder_notes(placed, wrappers, outer, tree),
        *_class_notes(candidates),
        *_inner_notes(levels, depth),
    )
    return Listing(tuple(candidates), notes)


def _levels(placed: Sequence[_Placed]) -> list[_Folders]:
    """For each file the folders of which the first ones may lie around the others, and the next is its class.

    Where the folders before the parts of a split differ, these are the classes. Where they are the same for
    all parts, the classes are in the parts, and what lies beside the parts has none; unless no part has a
    folder in it, and there are several beside them.
    """
    prefixes = {one.before for one in placed if one.part}
    if len(prefixes) != 1:
        return [one.before for one in placed]
    if any(one.after for one in placed):
        return [one.after for one in placed]
    (prefix,) = prefixes
    depth = len(prefix)
    beside = [() if one.part or one.before[:depth] != prefix else one.before[depth:] for one in placed]
    has_classes = len({folder[0] for folder in beside if folder}) > 1
    return beside if has_classes else [() for _ in placed]


def _taken_apart(file: Path, folder: _Folders, tree: _Tree) -> _Placed:
    for place in range(len(folder)):
        if _is_part(folder[: place + 1], tree):
            inside = [folder[: deeper + 1] for deeper in range(place + 1, len(folder))]
            after = tuple(one[-1] for one in inside if not _is_part(one, tree))
            fold = _fold(folder[place])
            further = tuple(one[-1] for one in inside if _is_part(one, tree) and _fold(one[-1]) != fold)
            return _Placed(file, folder[:place], folder[place], after, further)
    return _Placed(file, folder)


def _tree(folders_of_files: Iterable[_Folders]) -> _Tree:
    tree: defaultdict[_Folders, set[str]] = defaultdict(set)
    for folder in set(folders_of_files):
        for place, name in enumerate(folder):
            tree[folder[:place]].add(name)
    return dict(tree)


def _is_part(folder: _Folders, tree: _Tree) -> bool:
    name = folder[-1]
    if not fold_of_folder(name):
        return bool(fold_abroad(name)) and _has_other_part(folder, tree)
    return not _is_noun(folder, tree)


def _fold(part: str) -> str:
    return fold_of_folder(part) or fold_abroad(part)


def _has_other_part(folder: _Folders, tree: _Tree) -> bool:
    """Whether another part of the same split lies beside it."""
    return any(_fold(name) not in {"", _fold(folder[-1])} for name in tree[folder[:-1]])


def _is_noun(folder: _Folders, tree: _Tree) -> bool:
    """Whether a folder called train holds trains: among other classes, without any other part of a split."""
    others = tree[folder[:-1]] - {folder[-1]}
    return (
        is_ordinary_word(folder[-1])
        and folder not in tree
        and len(others) > 1
        and not any(map(_fold, others))
    )


def _around(levels: Sequence[_Folders]) -> _Folders:
    """The folders that lie around all others, before there are several beside each other."""
    depth = 0
    while len(names := {level[depth] for level in levels if len(level) > depth}) == 1:
        depth += 1
    return next(level[:depth] for level in levels if len(level) > depth) if names else ()


def _outer(levels: Iterable[_Folders]) -> list[str]:
    """The folders, if all are called like no classes, and every file lies in one in them that is not."""
    inside = [level for level in levels if level]
    names = sorted({level[0] for level in inside})
    if len(names) < 2 or any(len(level) < 2 for level in inside) or not all(map(tells_no_class, names)):
        return []
    return [] if any(tells_no_class(name) for name in {level[1] for level in inside}) else names


def _folder_notes(
    placed: Sequence[_Placed], wrappers: Sequence[str], outer: Sequence[str], tree: _Tree
) -> Iterator[Text]:
    """Which folders were taken for something else than classes, or for a class in spite of their names."""
    if parts := sorted({one.part for one in placed} - {""}):
        yield Text(
            "{folders}: taken for the parts of a split, so they are folds and not classes",
            folders=_enumerated(parts),
        )
    if guessed := sorted(name for name in {one.part for one in placed} if name and not fold_of_folder(name)):
        yield Text(
            "{folders}: guessed to mean the fold {folds}",
            "{folders}: guessed to mean the folds {folds}",
            n=len(guessed),
            folders=_enumerated(guessed),
            folds=joined(map(_fold, guessed)),
        )
    if further := sorted({name for one in placed for name in one.further}):
        yield Text(
            "{folders}: further parts within those of a split, which are not heeded, as a clip has one fold",
            folders=_enumerated(further),
        )
    if wrappers:
        yield Text(
            "{folders}: taken for a folder around the others, so it is no class", folders="/".join(wrappers)
        )
    if outer:
        yield Text(
            "{folders}: called like recorders, places, times, people or kinds of files, so the folders in"
            " them are taken for the classes",
            folders=_enumerated(outer),
        )
    nouns = [name for folder, names in tree.items() for name in names if _is_noun((*folder, name), tree)]
    if nouns:
        yield Text(
            "{folder}: taken for a class, since no other part of a split lies beside it", folder=nouns[0]
        )


def _class_notes(candidates: Sequence[Candidate]) -> Iterator[Text]:
    """Which folders may be no classes after all, and which files have none."""
    classes = sorted({one.class_name for one in candidates} - {""})
    doubtful = [name for name in classes if tells_no_class(name)]
    if doubtful:
        yield Text(
            "{folders}: taken for a class, though called like a recorder, a place, a time, a person or a kind"
            " of file",
            "{folders}: taken for classes, though called like recorders, places, times, people or kinds of"
            " files",
            n=len(doubtful),
            folders=_enumerated(doubtful),
        )
    n = sum(not one.class_name for one in candidates)
    if 0 < n < len(candidates):
        yield Text(
            "{n} file lies in no folder of a class, so it has none: {first}",
            "{n} files lie in no folder of a class, so they have none: {first} for one",
            n=n,
            first=next(one.path.name for one in candidates if not one.class_name),
        )


def _inner_notes(levels: Sequence[_Folders], depth: int) -> Iterator[Text]:
    """Folders in those of the classes: they may be the classes themselves, surely where several have them."""
    around: defaultdict[str, set[str]] = defaultdict(set)
    for level in levels:
        if len(level) > depth + 1 and not tells_no_class(level[depth + 1]):
            around[level[depth + 1]].add(level[depth])
    shared = sorted(name for name, outer in around.items() if len(outer) > 1)
    if len(shared) > 1:
        yield Text(
            "{folders} lie in several of the folders that are taken for classes; if they are the classes,"
            " take these from file names by the pattern {pattern}",
            folders=_enumerated(shared),
            pattern=_OF_INNERMOST,
        )
    elif len(around) > 1:
        yield Text(
            "{folders} lie in the folders that are taken for classes and say nothing more; if they are the"
            " classes, take these from file names by the pattern {pattern}",
            folders=_enumerated(sorted(around)),
            pattern=_OF_INNERMOST,
        )


def tells_no_class(name: str) -> bool:
    """Whether a folder's name tells where, when, with what or who was recorded, or how it is kept."""
    return is_recorders_folder(name) or is_storage_folder(name)


def _enumerated(names: Sequence[str]) -> Text:
    return joined([*names[:_NAMED], "…"] if len(names) > _NAMED else names)
