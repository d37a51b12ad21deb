"""What a model card says of a model, for those who get the model without its project."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from audioclf_gui.core.figures import ClassFigures, Interval
from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text, joined, text_from

if TYPE_CHECKING:
    from audioclf_gui.ml.model_card import ModelCard

Cell: TypeAlias = "Text | str"  # words of ours, or a name or number that is nobody's to translate

_FEW = 30  # measured clips of a class, below which its figures say little
_FIGURES = {
    "accuracy": Text("Accuracy"),
    "balanced_accuracy": Text("Balanced accuracy"),
    "macro_average_precision": Text("Average precision, mean of the classes"),
    "guess_average_precision": Text("Average precision of guessing"),
    "macro_f1": Text("Macro F1"),
    "exact": Text("All classes of a clip right"),
    "log_loss": Text("Log loss, nats"),
    "ece": Text("Calibration error"),
    "r2": Text("R²"),
    "mae": Text("Mean absolute error"),
    "rmse": Text("Root mean square error"),
    "guess_rmse": Text("Root mean square error of guessing"),
}
_MEASURED_ON = {
    "test": Text("On clips that were kept back from training and judged once, at the end."),
    "valid": Text("On clips that were kept back from training."),
    "out-of-fold": Text("Fold by fold, each on the clips that its training had not heard."),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands below it: sentences, then a table if it has rows."""

    title: Text
    sentences: tuple[Text, ...] = ()
    header: tuple[Text, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()


def card_document(
    card: "ModelCard",
    licence: str = "",
    more: Sequence[Text] = (),
    terms: Sequence[Text] = (),
    called: Mapping[str, str] | None = None,
) -> tuple[Section, ...]:
    """The sections of a model card, in the order in which somebody reads them.

    Parameters
    ----------
    licence
        Under which the model may be used, in its owner's words; empty if nobody said.
    more
        What else there is to know about the file that the card is for.
    terms
        Of what is in that file and somebody else's.
    called
        What a class is called in that file, if not as it was when the model was trained.
    """
    report = _mapping(card.record.get("report"))
    return (
        Section(Text("What it is"), (*_what(card), *more)),
        Section(Text("Licence"), (Text.plain(licence) if licence else Text("Not stated."), *terms)),
        _classes(card, report, called or {}),
        _data(report),
        _figures(report),
        Section(Text("Limits"), tuple(_limits(card, report))),
        _settings(card),
        Section(Text("Versions"), rows=tuple(sorted(card.versions.items()))),
    )


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


def _classes(card: "ModelCard", report: Mapping[str, object], called: Mapping[str, str]) -> Section:
    """Each class with what it was trained on and how well it was told from the others."""
    if not card.classes:
        return Section(Text("Classes"), (Text("None: it estimates a number."),))
    trained = _mapping(report.get("trained_clips"))
    judged = {str(row.get("class")): row for row in map(_mapping, _items(report.get("per_class")))}
    rows = tuple(
        (
            _name(name, called.get(name, name)),
            _count(trained.get(name)),
            _count(judged.get(name, {}).get("support")),
            _share(judged.get(name, {}).get("precision")),
            _with_interval(judged.get(name, {}).get("recall"), _recall_interval(judged.get(name, {}))),
            _share(judged.get(name, {}).get("f1")),
            f"{threshold:.2f}",
        )
        for name, threshold in zip(card.classes, card.thresholds, strict=True)
    )
    is_cut = _is_cut(report)
    header = (
        Text("Class"),
        Text("Labels trained on") if is_cut else Text("Clips trained on"),
        Text("Labels measured") if is_cut else Text("Clips measured"),
        Text("Precision"),
        Text("Recall, 95 % interval"),
        Text("F1"),
        Text("Threshold"),
    )
    about = Text("A window whose score reaches the threshold of a class is an event of it.")
    return Section(Text("Classes"), (about,), header, rows)


def _name(trained_as: str, now: str) -> Cell:
    if trained_as == now:
        return now
    return Text("{now} (trained as {before})", now=now, before=trained_as)


def _data(report: Mapping[str, object]) -> Section:
    clips, groups = _mapping(report.get("clips")), _mapping(report.get("groups"))
    parts = {"train": Text("Training"), "valid": Text("Validation"), "test": Text("Test")}
    pieces, is_cut = _mapping(report.get("pieces")), _is_cut(report)
    columns = (clips, *([pieces] if is_cut else []), groups)
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (title, *(_count(column.get(part)) for column in columns))
        for part, title in parts.items()
        if part in clips
    )
    told: list[Text] = []
    if split := report.get("split"):
        told.append(Text("How they were parted: {split}.", split=str(split)))
    if report.get("refit") is True and isinstance(n := report.get("refit_clips"), int):
        told.append(
            Text(
                "Once measured, the model that is kept was trained anew on {n} clip.",
                "Once measured, the model that is kept was trained anew on all {n} clips.",
                n=n,
            )
        )
    if not rows:
        told.append(Text("The model does not say what it was trained on."))
    cut = [Text("Labelled pieces")] if is_cut else []
    header = (Text("Part"), Text("Clips"), *cut, Text("Groups")) if rows else ()
    return Section(Text("Data"), tuple(told), header, rows)


def _is_cut(report: Mapping[str, object]) -> bool:
    """Whether pieces of clips were labelled, of which a clip may have many."""
    clips, pieces = _mapping(report.get("clips")), _mapping(report.get("pieces"))
    return any(
        pieces.get(part, clips[part]) != clips[part] for part in ("train", "valid", "test") if part in clips
    )


def _figures(report: Mapping[str, object]) -> Section:
    title = Text("How good it is")
    spread = _mapping(report.get("mean")), _mapping(report.get("sd"))
    intervals = report_from_json(report).intervals
    rows = [
        (
            words,
            _with_interval(report.get(name), intervals.get(name)),
            _fold_spread(name, *spread),
        )
        for name, words in _FIGURES.items()
        if _is_number(report.get(name))
    ]
    if not rows:
        return Section(title, (Text("It was not measured."),))
    has_folds = any(row[2] for row in rows)
    pooled = (Text("All folds together, 95 % interval"), Text("Folds, mean ± sd"))
    header = (Text("Figure"), *(pooled if has_folds else (Text("Value, 95 % interval"),)))
    told = [_MEASURED_ON.get(str(report.get("measured_on")), Text("On labelled clips."))]
    if selection := report.get("selection"):
        told.append(Text("Kept: {selection}.", selection=str(selection)))
    told += [text_from(str(note)) for note in _items(report.get("note_texts") or report.get("notes"))]
    return Section(title, tuple(told), header, tuple(row if has_folds else row[:2] for row in rows))


def _limits(card: "ModelCard", report: Mapping[str, object]) -> Iterator[Text]:
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
    few = [
        str(row.get("class"))
        for row in map(_mapping, _items(report.get("per_class")))
        if isinstance(support := row.get("support"), int) and support < _FEW
    ]
    if few:
        yield Text(
            "Measured on fewer than {few:d} clips, so that their figures are rough: {names}.",
            few=_FEW,
            names=joined(few),
        )
    yield Text("Recorders, places and seasons that were not in the data may be harder than the figures say.")


def _settings(card: "ModelCard") -> Section:
    settings = _mapping(card.record.get("settings"))
    rows = tuple((name, "" if value is None else str(value)) for name, value in sorted(settings.items()))
    return Section(Text("Settings"), header=(Text("Setting"), Text("Value")) if rows else (), rows=rows)


def _mapping(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _items(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _count(value: object) -> str:
    return str(value) if _is_number(value) else "–"


def _share(value: object) -> str:
    return f"{value:.3f}" if _is_number(value) else "–"


def _with_interval(value: object, interval: Interval | None) -> str:
    return _share(value) if interval is None else f"{_share(value)} ({interval[0]:.2f}–{interval[1]:.2f})"


def _recall_interval(row: Mapping[str, object]) -> Interval | None:
    """None where the clips of the class are of too few groups to tell."""
    one = ClassFigures.from_json(row)
    return None if one.low is None or one.high is None else (one.low, one.high)


def _fold_spread(name: str, mean: Mapping[str, object], sd: Mapping[str, object]) -> str:
    return f"{_share(mean[name])} ± {_share(sd.get(name))}" if name in mean else ""
