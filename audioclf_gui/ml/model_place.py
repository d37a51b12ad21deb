"""A trained model whose place refuses it, because the disk is full for one, is saved where there is room."""

import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from torch import nn

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.bundle import save_bundle
from audioclf_gui.ml.heard_scenes import HeardScenes
from audioclf_gui.ml.model_card import ModelCard

_FOLDER = "audioclf-gui rescued models"


@dataclass(frozen=True, slots=True)
class ModelPlace:
    """Where the model of a run belongs, and where there may be room instead."""

    bundle: Path
    cache_dir: Path

    def keep(self, card: ModelCard, model: nn.Module) -> Path:
        """Save what was learnt so far, without figures; where it is now. OSError if there is room nowhere."""
        return self._saved(card, model, (), None)

    def save(
        self,
        card: ModelCard,
        model: nn.Module,
        predictions: Sequence[Mapping[str, object]],
        heard: HeardScenes | None,
    ) -> None:
        """Save the finished model.

        Raises
        ------
        UserError
            If it had to be saved elsewhere; tells where.
        OSError
            If there is room nowhere.
        """
        saved = self._saved(card, model, predictions, heard)
        if saved != self.bundle:
            raise UserError(
                Text(
                    "{name} cannot be written into the project, so the trained model is kept in {folder}",
                    name=self.bundle.name,
                    folder=saved,
                ),
                remedy=Text(
                    "Free some space on the project's disk. Until then choose the model's folder to use it."
                ),
            )

    def _saved(
        self,
        card: ModelCard,
        model: nn.Module,
        predictions: Sequence[Mapping[str, object]],
        heard: HeardScenes | None,
    ) -> Path:
        def save(folder: Path) -> None:
            save_bundle(folder, card, model, predictions, heard)

        return saved_somewhere(self.bundle, save, self.cache_dir)


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
