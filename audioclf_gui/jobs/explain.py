"""What a model hears of a sound, and what in it speaks for a class."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text, joined
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.of_classes import check_has_classes

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.occlusion import Occlusion

_STEPS = 100


@dataclass(frozen=True, slots=True)
class Explain:
    """A model, and a sound that it answers to.

    Attributes
    ----------
    class_name : str
        Whose score is explained; empty for the highest.
    sound : Path, optional
        A WAV file to be written: what the model hears of it.
    """

    bundle: Path
    path: Path
    class_name: str = ""
    sound: Path | None = None


def explain(request: Explain, view: CatalogueView | None = None) -> "Generator[Progress, None, Occlusion]":
    """See by how much the score of a class drops without each part of the sound.

    Parameters
    ----------
    view
        The project in whose words the model answers; None for its own.

    Raises
    ------
    UserError
        If the model or the sound cannot be read, the model names no class, or not this one, or the sound
        cannot be written.
    """
    from audioclf_gui.ml.bundle import in_words_of, load_bundle
    from audioclf_gui.ml.occlusion import Occlusion, occlusion

    yield Progress(0, _STEPS)
    bundle = load_bundle(request.bundle)
    check_has_classes(bundle.card.objective, Text("Choose a model that was trained on classes."))
    if view is not None:
        bundle, _classes = in_words_of(view, bundle)
    _check_known(request.class_name, bundle.card.classes)
    found: Occlusion | None = None
    for event in occlusion(bundle, request.path, request.class_name):
        if isinstance(event, Occlusion):
            found = event
        else:
            yield Progress(round(event * _STEPS), _STEPS)
    assert found is not None
    if request.sound is not None:
        try:
            write_wav(request.sound, found.samples, found.rate_hz)
        except OSError as error:
            raise cannot_write(request.sound, error) from error
    return found


def _check_known(name: str, classes: tuple[str, ...]) -> None:
    if name and name not in classes:
        raise UserError(
            Text("the model knows no class called {name}", name=name),
            remedy=Text("It knows: {names}.", names=joined(classes)),
        )
