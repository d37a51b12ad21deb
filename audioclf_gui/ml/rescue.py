"""A trained model whose place refuses it, because the disk is full for one, is saved where there is room."""

import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

_FOLDER = "audioclf-gui rescued models"


def saved_somewhere(place: Path, save: Callable[[Path], object], cache_dir: Path) -> Path:
    """Save a model at its place, or else where there is room; where it is now.

    Parameters
    ----------
    place
        The model's folder, as `…/project/models/run-0001`.
    save
        Writes it to the folder that it is given; an OSError says that it cannot be there.
    cache_dir
        The first other folder that is tried; after it come the user's own and the temporary one.

    Raises
    ------
    OSError
        What was said of `place`, if there is room nowhere.
    """
    try:
        save(place)
    except OSError as refusal:
        for folder in _elsewhere(cache_dir):
            try:
                rescued = _free(folder / _FOLDER, place)
                save(rescued)
            except OSError:
                continue
            return rescued
        raise refusal
    return place


def _elsewhere(cache_dir: Path) -> Iterator[Path]:
    yield cache_dir
    yield Path.home()
    yield Path(tempfile.gettempdir())


def _free(folder: Path, place: Path) -> Path:
    """A folder for the model that this process may write; those of other runs stay."""
    project = place.parent.parent.name
    return folder / f"{project} {place.name} {os.getpid()}"
