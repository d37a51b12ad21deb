"""What lies under the paths that were chosen for an import."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.recording_names import name_key
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets import LAYOUTS, guess_layout
from audioclf_gui.jobs.files_beside import files_beside, is_called_of_text
from audioclf_gui.jobs.layout_guess import PLAIN, TABLE, ChosenFolder, guess


@dataclass(frozen=True, slots=True)
class Survey:
    """What lies under the paths that were chosen or dropped."""

    root: Path  # around all of them
    sources: tuple[ChosenFolder, ...]
    label_files: tuple[Path, ...]
    tables: tuple[Path, ...]
    layout: str  # the one that it looks like
    notes: tuple[Text, ...] = ()  # why it looks like that one, or like none
    unused: tuple[Path, ...] = ()  # label files and tables that are about nothing that is there
    layouts: frozenset[str] = frozenset()  # all that some of the sources show

    @property
    def audio(self) -> tuple[Path, ...]:
        """All sound files."""
        return tuple(file for source in self.sources for file in source.audio)

    @property
    def heard(self) -> frozenset[str]:
        """The names of the sound files as they are compared, see `recording_names.name_key`."""
        return frozenset(name_key(file.name) for file in self.audio)


def survey(paths: Sequence[Path]) -> Survey:
    """Look at files and folders; to be run where waiting for the disk does no harm.

    Each file counts once, also if its path is given twice or lies in a folder that is given too.

    Raises
    ------
    UserError
        If a path does not exist.
    """
    for path in paths:
        if not path.exists():
            raise UserError(
                Text("{path} does not exist", path=path), remedy=Text("Check the path; nothing was imported.")
            )
    if len({path.anchor for path in paths}) > 1:  # some start at the working folder, others at a root
        paths = [path.absolute() for path in paths]
    sound = [path for path in paths if path.is_dir() or not is_called_of_text(path)]
    sources = _joined(_sources(sound))
    beside = files_beside(paths, {name_key(file.name) for source in sources for file in source.audio})
    has_folder = any(path.is_dir() for path in paths)
    guessed = guess(sources if has_folder else (), beside.naming, beside.reasons, beside.label_files)
    layout = guessed.layout or (PLAIN if sources else TABLE)
    shown = frozenset(
        key for key, one in LAYOUTS.items() if any(one.fits(source.root, source.audio) for source in sources)
    )
    known = {*sound, *beside.label_files, *beside.tables}
    strange = tuple(path for path in dict.fromkeys(paths) if path not in known)
    if strange:  # read as sound, so that somebody says what is wrong with them
        sources = (*sources, ChosenFolder(_root(strange), strange))
    return Survey(
        _root(paths), sources, beside.label_files, beside.tables, layout, guessed.notes, beside.unused, shown
    )


def _sources(paths: Sequence[Path]) -> tuple[ChosenFolder, ...]:
    """The outermost of the folders, and the folder around the files that lie in none of them."""
    given: dict[Path, Path] = {}
    for path in paths:
        given.setdefault(path.resolve(), path)
    folders = {real: path for real, path in given.items() if path.is_dir()}
    outermost = [path for real, path in folders.items() if folders.keys().isdisjoint(real.parents)]
    sources = [ChosenFolder(path, tuple(audio_files(path))) for path in outermost]
    single = tuple(path for real, path in given.items() if real not in folders)
    if single:
        found = {file.resolve() for source in sources for file in source.audio}
        single = tuple(path for path in single if path.resolve() not in found)
    for anchor in dict.fromkeys(path.anchor for path in single):
        on_it = tuple(path for path in single if path.anchor == anchor)
        sources.append(ChosenFolder(_root(on_it), on_it))
    return tuple(sources)


def _joined(sources: tuple[ChosenFolder, ...]) -> tuple[ChosenFolder, ...]:
    """Folders of which none shows a layout by itself are those of classes: the data set is around them."""
    filled = [source for source in sources if source.audio]
    is_apart = len({source.root.anchor for source in filled}) > 1
    if len(filled) < 2 or is_apart or any(guess_layout(source.root, source.audio) for source in filled):
        return sources
    root = _root([source.root for source in filled])
    return (ChosenFolder(root, tuple(file for source in filled for file in source.audio)),)


def folder_around(folders: Sequence[Path]) -> Path:
    """The innermost that holds all; of those on several drives, which have none, the one on the first's."""
    return Path(os.path.commonpath([one for one in folders if one.anchor == folders[0].anchor]))


def _root(paths: Sequence[Path]) -> Path:
    if len(paths) == 1 and paths[0].is_dir():
        return paths[0]
    return folder_around([path.parent for path in paths])
