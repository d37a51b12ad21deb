"""Writing a model for other programs: a file that goes from samples to scores, checked before it is kept."""

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.core.content import check_place, write_where_wanted
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.text import Text, Words, joined
from audioclf_gui.jobs.documents.markdown import as_markdown
from audioclf_gui.jobs.documents.model_card import card_document
from audioclf_gui.jobs.documents.page import as_html
from audioclf_gui.jobs.documents.parts import Paper
from audioclf_gui.jobs.results import ResultWritten
from audioclf_gui.ml.exporters import Exporter, exporter_called
from audioclf_gui.ml.exporters.facts import facts_of

if TYPE_CHECKING:  # torch comes with the first export
    from audioclf_gui.ml.bundle import Bundle
    from audioclf_gui.ml.compression import Loss
    from audioclf_gui.ml.windows import Samples

TOLERANCE = 1e-4
"""By so much a score of the file may differ from the model's own on its test sounds; above 1, relative."""


@dataclass(frozen=True, slots=True)
class ExportModel:
    """Which model, as what, and where to."""

    bundle: Path
    target: str  # a key of `EXPORTERS`
    file: Path
    int8: bool = False  # weights of eight bits: a smaller file
    card: bool = True  # with a model card beside the file, as Markdown and as HTML
    licence: str = ""  # in the owner's words; empty: not stated


@dataclass(frozen=True, slots=True)
class ModelExported:
    """What was written, and what there is to know about it."""

    written: tuple[ResultWritten, ...]  # the model's file comes first
    largest_difference: float  # of a score of the file, in full precision, from the model's own
    facts: Mapping[str, object]  # what the file says of itself
    notes: tuple[Text, ...]


def export_model(
    request: ExportModel, project: ProjectView | None = None, words: Words = str
) -> Generator[Progress, None, ModelExported]:
    """Write a model's file, checked against the model's own test sounds, and its card.

    What is in the place of a file is kept beside it. If anything goes wrong no file is left.

    Parameters
    ----------
    project
        The classes are called as in this project, and the cost of eight bits is measured on its clips.
    words
        The language of the card.

    Raises
    ------
    UserError
        If packages are missing, the model cannot be used or become such a file, the file would not answer as
        the model does, or the disk refuses it.
    """
    from audioclf_gui.ml.bundle import in_words_of, load_bundle

    exporter = exporter_called(request.target)
    exporter.check_installed()
    _check_place(request.file)
    yield Progress(0, 3)
    bundle = loaded = load_bundle(request.bundle)
    if project is not None:
        bundle, _classes = in_words_of(project.catalogue, loaded)
    yield Progress(1, 3)
    content = exporter.written(bundle)
    difference = _checked(bundle, exporter, content)
    yield Progress(2, 3)
    loss, whole_bytes = None, len(content)
    if request.int8:
        content = exporter.compressed(content)
        loss = yield from _loss(bundle, exporter.opened(content, bundle), project)
    facts = facts_of(bundle.card, request.licence, None if loss is None else loss.facts)
    cost = () if loss is None else (loss.text, _sizes(whole_bytes, len(content)))
    terms = _terms(bundle)
    files = {request.file: exporter.stamped(content, facts)}
    if request.card:
        named = _names(loaded, bundle)
        more = (*_decides(request.bundle), *cost)
        card = card_document(request.file.stem, loaded.card, request.licence, more, terms, named)
        files |= _cards(request, card, words)
    written = tuple(ResultWritten(file, _put(file, content)) for file, content in files.items())
    yield Progress(3, 3)
    return ModelExported(written, difference, facts, (_hears(bundle), *terms, *cost))


def _decides(bundle: Path) -> tuple[Text, ...]:
    """How sure the model was made to be since it was trained, if it was."""
    from audioclf_gui.ml.chosen_thresholds import read_chosen

    card, chosen = read_chosen(bundle)
    if chosen is None:
        return ()
    told = Text(
        "Its thresholds were chosen for {wanted}. {outcome}",
        wanted=chosen.how_sure.text,
        outcome=chosen.outcome.text,
    )
    if not chosen.by_hand:
        return (told,)
    names = joined(card.classes[place] for place in chosen.by_hand)
    return told, Text("Set by hand since: {classes}.", classes=names)


def _check_place(file: Path) -> None:
    try:
        check_place(file)
    except OSError as error:
        raise cannot_write(file, error) from error


def _put(file: Path, content: bytes) -> Path | None:
    try:
        return write_where_wanted(file, content)
    except OSError as error:
        raise cannot_write(file, error) from error


def _test_sounds(bundle: "Bundle") -> "Samples":
    """The sounds (n, window_frames) by which the model proves itself whenever it is opened."""
    from safetensors.numpy import load

    from audioclf_gui.ml.bundle import VECTORS
    from audioclf_gui.ml.bundle_files import current_folder

    sounds: Samples = load((current_folder(bundle.folder) / VECTORS).read_bytes())["samples"]
    return sounds


def _checked(bundle: "Bundle", exporter: Exporter, content: bytes) -> float:
    """The largest difference between scores of the file and of the model; UserError if it is too large."""
    import numpy as np

    from audioclf_gui.ml.inference import score_windows

    sounds = _test_sounds(bundle)
    expected = score_windows(bundle, sounds)
    scale = max(1.0, float(np.abs(expected).max()))  # quantities may be of any size
    difference = float(np.abs(exporter.opened(content, bundle)(sounds) - expected).max()) / scale
    if not difference <= TOLERANCE:
        raise UserError(
            Text(
                "the file would not answer as the model does (scores differ by {difference:.2g}),"
                " so none was written",
                difference=difference,
            ),
            remedy=Text("Train the model again and export that, or use its own folder."),
        )
    return difference


def _loss(
    bundle: "Bundle", small: "Callable[[Samples], Samples]", project: ProjectView | None
) -> "Generator[Progress, None, Loss]":
    """What eight bits cost: on the project's clips, or if there are none on the model's test sounds."""
    from audioclf_gui.ml.compression import loss_on_sounds, measured_loss
    from audioclf_gui.ml.objective_choice import data_of_kind

    loss = None
    if project is not None:
        data = data_of_kind(project.catalogue, bundle.card.objective.kind)
        loss = yield from measured_loss(bundle, small, data)
    return loss or loss_on_sounds(bundle, small, _test_sounds(bundle))


def _cards(request: ExportModel, document: Paper, words: Words) -> dict[Path, bytes]:
    """The model card beside the file."""
    card = request.file.with_name(f"{request.file.stem}-model-card")
    return {
        card.with_name(f"{card.name}.md"): as_markdown(document, words).encode(errors="replace"),
        card.with_name(f"{card.name}.html"): as_html(document, words).encode(errors="replace"),
    }


def _names(trained: "Bundle", bundle: "Bundle") -> dict[str, str]:
    """What each class that the model was trained on is called now."""
    now = bundle.card.classes
    places = range(len(now)) if bundle.places is None else bundle.places
    return {name: now[place] for name, place in zip(trained.card.classes, places, strict=True)}


def _hears(bundle: "Bundle") -> Text:
    ends = bundle.card.front_end
    return Text(
        "It hears {window_s:g} s of mono sound at {rate_hz} Hz at once: {frames} samples.",
        window_s=ends.window_s,
        rate_hz=ends.rate_hz,
        frames=ends.window_frames,
    )


def _terms(bundle: "Bundle") -> tuple[Text, ...]:
    """Whose network is in the file, and whether it may be passed on."""
    from audioclf_gui.ml.exporters.graph.networks import beside
    from audioclf_gui.ml.front_ends.listener import Listening
    from audioclf_gui.ml.listeners.credit import credit

    front = bundle.network.front_end
    if not isinstance(front, Listening):
        return ()
    listener = front.listener
    other = beside(listener.network)
    if other is None:
        held = Text("The network {name} is in the file.", name=listener.name)
        return held, credit(listener), listener.sharing
    apart = Text(
        "The network {name} is not in the file: the example {example} runs it from {file}.",
        name=listener.name,
        example="classify_with_tflite.py",
        file=other.file,
    )
    return apart, credit(listener)


def _sizes(before: int, after: int) -> Text:
    return Text("The file has {after} kB instead of {before} kB.", after=after // 1000, before=before // 1000)
