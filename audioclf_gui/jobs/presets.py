"""The presets that a person has saved: files in the user's own folder, so that every project has them.

Each is a YAML file as it is exported, see `ml.preset_file`; its name is the one that stands in it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

from audioclf_gui.core.content import put_where_wanted, write_atomically, write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.spelling import tidied
from audioclf_gui.core.text import Text, joined
from audioclf_gui.ml.preset_file import ENDINGS, checked_name, is_preset_file, read_preset, written_preset
from audioclf_gui.ml.presets import PRESETS
from audioclf_gui.ml.saved_preset import SavedPreset, with_whole_paths
from audioclf_gui.ml.settings import settings_for

DELETED = "deleted"
"""The folder among the presets for files of those that were deleted or replaced."""


@dataclass(frozen=True, slots=True)
class KeptPreset:
    """A preset and its file."""

    preset: SavedPreset
    file: Path


@dataclass(frozen=True, slots=True)
class KeptPresets:
    """All presets of the user, by name, and what is wrong with files that hold none."""

    all: tuple[KeptPreset, ...]
    problems: tuple[UserError, ...] = ()

    def find(self, name: str) -> KeptPreset | None:
        """The one of that name, whatever its capitals; None if there is none."""
        return next((one for one in self.all if _key(one.preset.name) == _key(name)), None)


def preset_folder() -> Path:
    """Where the user's presets lie; it need not be there."""
    return platformdirs.user_config_path("audioclf-gui", appauthor=False) / "presets"


def kept_presets(folder: Path) -> KeptPresets:
    """All presets in a folder; a file that cannot be used is told and keeps no other from being found."""
    found: dict[str, KeptPreset] = {}
    problems: list[UserError] = []
    for file in sorted(file for ending in ENDINGS for file in folder.glob(f"*{ending}")):
        try:
            kept = KeptPreset(read_preset(file), file)
        except UserError as error:
            problems.append(error)
            continue
        first = found.setdefault(_key(kept.preset.name), kept)
        if first is not kept:
            problems.append(
                UserError(
                    Text(
                        "{file} is left out: {first} holds a preset called {name} too",
                        file=file.name,
                        first=first.file.name,
                        name=kept.preset.name,
                    ),
                    remedy=Text("Change the name in one of them, or delete it: {folder}.", folder=folder),
                )
            )
    return KeptPresets(tuple(found[key] for key in sorted(found)), tuple(problems))


def preset_called(name: str, folder: Path) -> SavedPreset:
    """The preset that a name, or a YAML file, or a ready-made one's name stands for.

    Raises
    ------
    UserError
        If there is none, or the file cannot be used.
    """
    if is_preset_file(name):
        return read_preset(Path(name))
    if name in PRESETS:
        return SavedPreset(name, settings_for(name))
    return _known(name, folder).preset


def save_preset(preset: SavedPreset, folder: Path, *, replacing: bool = False) -> KeptPreset:
    """Keep a preset; files that it names are named from the root.

    Parameters
    ----------
    replacing
        Whether it may take the place of one of its name, whose file is then kept beside.

    Raises
    ------
    UserError
        If its name cannot be used or is taken, or the folder cannot be written.
    """
    preset = replace(preset, name=checked_name(preset.name), settings=with_whole_paths(preset.settings))
    before = kept_presets(folder).find(preset.name)
    if not replacing:
        check_free(preset.name, folder)
    file = _free_file(folder, preset.name) if before is None else before.file
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if before is not None:
            _put_aside(before.file)
        write_atomically(file, written_preset(preset).encode())
    except OSError as error:
        raise cannot_write(file, error) from error
    return KeptPreset(preset, file)


def check_free(name: str, folder: Path) -> None:
    """UserError unless a preset can be called so without taking the place of another."""
    before = kept_presets(folder).find(checked_name(name))
    if before is not None:
        raise UserError(
            Text("there is a preset called {name} already", name=before.preset.name),
            remedy=Text("Choose another name, or replace that one."),
        )


def rename_preset(name: str, new_name: str, folder: Path) -> KeptPreset:
    """Call a preset otherwise.

    Raises
    ------
    UserError
        If there is none of that name, the new one cannot be used, or the folder cannot be written.
    """
    kept = _known(name, folder)
    renamed = replace(kept.preset, name=checked_name(new_name))
    if _key(new_name) != _key(name):
        check_free(new_name, folder)
    try:
        write_atomically(kept.file, written_preset(renamed).encode())
    except OSError as error:
        raise cannot_write(kept.file, error) from error
    return KeptPreset(renamed, kept.file)


def delete_preset(name: str, folder: Path) -> Path:
    """Take a preset away; the file that it is kept in, which can be imported again.

    Raises
    ------
    UserError
        If there is none of that name, or the folder cannot be written.
    """
    kept = _known(name, folder)
    try:
        return _put_aside(kept.file, move=True)
    except OSError as error:
        raise cannot_write(kept.file, error) from error


def export_preset(preset: SavedPreset, file: Path) -> Path | None:
    """Write a preset as a file for others; returns where a file is kept that was there.

    Raises
    ------
    UserError
        If the file's name does not end in .yaml or .yml, or it cannot be written.
    """
    if not is_preset_file(file.name):
        raise UserError(
            Text("{file} would not be known as a preset", file=file.name),
            remedy=Text("Let its name end in .yaml."),
        )
    try:
        return write_where_wanted(file, written_preset(preset).encode())
    except OSError as error:
        raise cannot_write(file, error) from error


def import_preset(file: Path, folder: Path, name: str = "", *, replacing: bool = False) -> KeptPreset:
    """Keep the preset in a file, under another name if one is given; as `save_preset`."""
    preset = read_preset(file)
    return save_preset(replace(preset, name=name or preset.name), folder, replacing=replacing)


def _known(name: str, folder: Path) -> KeptPreset:
    kept = kept_presets(folder)
    found = kept.find(name)
    if found is None:
        names = [one.preset.name for one in kept.all]
        raise UserError(
            Text("there is no saved preset called {name!r}", name=name),
            remedy=Text("There are: {names}.", names=joined(names))
            if names
            else Text("Save one first: `audioclf presets save NAME`, or import a file."),
        )
    return found


def _key(name: str) -> str:
    return tidied(name).casefold()


def _free_file(folder: Path, name: str) -> Path:
    taken = {file.name.casefold() for file in folder.glob("*")}
    stem, number = file_name(name), 2
    free = f"{stem}.yaml"
    while free.casefold() in taken:
        free, number = f"{stem} {number}.yaml", number + 1
    return folder / free


def _put_aside(file: Path, *, move: bool = False) -> Path:
    """Keep what a file holds among the deleted ones."""
    place = file.parent / DELETED / file.name
    place.parent.mkdir(exist_ok=True)
    if move:
        put_where_wanted(file, place)
    else:
        write_where_wanted(place, file.read_bytes())
    return place
