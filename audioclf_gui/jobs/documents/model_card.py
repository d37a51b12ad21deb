"""What a model card says of a model, for those who get the model without its project."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from audioclf_gui.core.figures import ClassFigures
from audioclf_gui.core.report import Report, report_from_json
from audioclf_gui.core.text import Text, joined
from audioclf_gui.jobs.documents.judged import figures_table, measured_on, recall_text, selected
from audioclf_gui.jobs.documents.learnt import data_section
from audioclf_gui.jobs.documents.parts import Block, Cell, Paper, Section, Table
from audioclf_gui.jobs.documents.settings import settings_section, versions_section

if TYPE_CHECKING:
    from audioclf_gui.ml.model_card import ModelCard

_FEW = 30  # measured clips of a class, below which its figures say little


def card_document(
    title: str,
    card: "ModelCard",
    licence: str = "",
    more: Sequence[Text] = (),
    terms: Sequence[Text] = (),
    called: Mapping[str, str] | None = None,
) -> Paper:
    """A model card, its sections in the order in which somebody reads them.

    Parameters
    ----------
    title
        What the card is of, by its own name.
    licence
        Under which the model may be used, in its owner's words; empty if nobody said.
    more
        What else there is to know about the file that the card is for.
    terms
        Of what is in that file and somebody else's.
    called
        What a class is called in that file, if not as it was when the model was trained.
    """
    raw = _mapping(card.record.get("report"))
    report = report_from_json(raw)
    sections = (
        Section(Text("What it is"), (*_what(card), *more)),
        Section(Text("Licence"), (Text.plain(licence) if licence else Text("Not stated."), *terms)),
        _classes(card, report, called or {}),
        data_section(report),
        Section(Text("How good it is"), tuple(_figures(report))),
        Section(Text("Limits"), tuple(_limits(card, report))),
        settings_section(_mapping(card.record.get("settings"))),
        versions_section(card.versions),
    )
    return Paper(Text.plain(title), sections)


def _what(card: "ModelCard") -> Iterator[Text]:
    ends = card.front_end
    yield _task(card)
    yield Text(
        "It hears {window_s:g} s of mono sound at {rate_hz:d} Hz at once; a shorter sound is lengthened by"
        " {rule}, a longer one is heard window by window.",
        window_s=ends.window_s,
        rate_hz=ends.rate_hz,
        rule=Text("repeating it") if ends.pad == "repeat" else Text("silence"),
    )
    yield Text(
        "{architecture} on {front_end}, trained with audioclf-gui.",
        architecture=card.architecture,
        front_end=ends.kind,
    )


def _task(card: "ModelCard") -> Text:
    if not card.classes:
        from audioclf_gui.ml.objectives import objective_to_json

        (quantity,), unit = card.objective.names, str(objective_to_json(card.objective).get("unit", ""))
        told = f"{quantity}, {unit}" if unit else quantity
        return Text("A model that estimates a number of each sound: {quantity}.", quantity=told)
    return Text(
        "A model that tells {n} class of sound.",
        "A model that tells {n} classes of sound.",
        n=len(card.classes),
    )


def _classes(card: "ModelCard", report: Report, called: Mapping[str, str]) -> Section:
    """Each class with what it was trained on and how well it was told from the others."""
    title = Text("Classes")
    if not card.classes:
        return Section(title, (Text("None: it estimates a number."),))
    judged = {row.name: row for row in report.per_class}
    rows = tuple(
        (
            _name(name, called.get(name, name)),
            str(report.trained.get(name, "–")),
            *_measured(judged.get(name)),
            f"{threshold:.2f}",
        )
        for name, threshold in zip(card.classes, card.thresholds, strict=True)
    )
    header = (
        Text("Class"),
        Text("Labels trained on") if report.has_pieces else Text("Clips trained on"),
        Text("Labels measured") if report.has_pieces else Text("Clips measured"),
        Text("Precision"),
        Text("Recall, 95 % interval"),
        Text("F1"),
        Text("Threshold"),
    )
    about = Text("A window whose score reaches the threshold of a class is an event of it.")
    return Section(title, (about, Table(header, rows)))


def _measured(row: ClassFigures | None) -> tuple[str, ...]:
    if row is None:
        return ("–",) * 4
    return str(row.clips), f"{row.precision:.3f}", recall_text(row), f"{row.f1:.3f}"


def _name(trained_as: str, now: str) -> Cell:
    if trained_as == now:
        return now
    return Text("{now} (trained as {before})", now=now, before=trained_as)


def _figures(report: Report) -> Iterator[Block]:
    if report.figures is None:
        yield Text("It was not measured.")
        return
    yield measured_on(report)
    yield from selected(report)
    yield figures_table(report)
    yield from report.notes


def _limits(card: "ModelCard", report: Report) -> Iterator[Text]:
    rate_hz = card.front_end.rate_hz
    yield Text(
        "It hears nothing above {half_hz:d} Hz, and sound of another rate than {rate_hz:d} Hz must be"
        " resampled first.",
        half_hz=rate_hz // 2,
        rate_hz=rate_hz,
    )
    if card.objective.kind == "single-label":
        yield Text(
            "It knows no other sounds than its classes: whatever it hears, the scores of its classes add up"
            " to 1."
        )
    few = [row.name for row in report.per_class if row.clips < _FEW]
    if few:
        yield Text(
            "Measured on fewer than {few:d} clips, so that their figures are rough: {names}.",
            few=_FEW,
            names=joined(few),
        )
    yield Text("Recorders, places and seasons that were not in the data may be harder than the figures say.")


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}
