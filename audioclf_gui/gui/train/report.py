"""A run's report as the window reads it, and what it comes to in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from audioclf_gui.core.label import ClassId
from audioclf_gui.core.model_classes import model_classes, then_and_now
from audioclf_gui.core.text import Text, listed, text_from
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.text import duration_text
from audioclf_gui.gui.translate import words

_GREY = "#999999"
_REFUSED_NAMED = 3
_ENDS = (".", "!", "?", ")", "。", "！", "？", "）")  # of a sentence, in any language of the window


@dataclass(frozen=True, slots=True)
class ClassFigures:
    """How well one class was told from the others; shares are 0 to 1."""

    name: str
    precision: float
    recall: float
    f1: float
    clips: int
    low: float  # 95 % interval of the recall
    high: float


@dataclass(frozen=True, slots=True)
class Figures:
    """What the headline of a finished run says."""

    accuracy: float
    low: float  # 95 % interval of the accuracy
    high: float
    balanced_accuracy: float
    macro_f1: float
    log_loss: float
    ece: float
    best_epoch: int  # 0: there were none
    seconds: float
    measured: int  # clips that the figures are about
    temperature: float | None = None  # of the log loss and the calibration error; None: not known
    folds: tuple[float, ...] = ()  # the accuracy of each fold of a cross-validation
    spread: Mapping[str, tuple[float, float]] = field(default_factory=dict)  # mean and sd over the folds

    @property
    def headline(self) -> float:
        """The accuracy by which a run is called: of a cross-validation the mean of its folds."""
        return self.spread["accuracy"][0] if self.spread else self.accuracy


def figures(report: Mapping[str, Any]) -> Figures | None:
    """The headline; None if the run came to no figures."""
    if "accuracy" not in report:
        return None
    temperature = report.get("figures_temperature")
    folds, mean, sd = report.get("folds", ()), report.get("mean", {}), report.get("sd", {})
    return Figures(
        accuracy=float(report["accuracy"]),
        low=float(report.get("accuracy_low", 0.0)),
        high=float(report.get("accuracy_high", 1.0)),
        balanced_accuracy=float(report.get("balanced_accuracy", 0.0)),
        macro_f1=float(report.get("macro_f1", 0.0)),
        log_loss=float(report.get("log_loss", 0.0)),
        ece=float(report.get("ece", 0.0)),
        best_epoch=0 if report.get("in_one_go") else int(report.get("best_epoch") or 0),
        seconds=sum(float(one.get("seconds", {}).get("total", 0.0)) for one in (report, *folds)),
        measured=sum(map(sum, confusion(report))),
        temperature=None if temperature is None else float(temperature),
        folds=tuple(float(one["accuracy"]) for one in folds),
        spread={name: (float(mean[name]), float(sd[name])) for name in mean},
    )


def confusion(report: Mapping[str, Any]) -> tuple[tuple[int, ...], ...]:
    """Counts, a row for each true class; empty if the run came to none."""
    return tuple(tuple(map(int, row)) for row in report.get("confusion", ()))


def class_figures(report: Mapping[str, Any]) -> tuple[ClassFigures, ...]:
    """The table of the classes in the model's order."""
    return tuple(
        ClassFigures(
            str(one["class"]),
            float(one["precision"]),
            float(one["recall"]),
            float(one["f1"]),
            int(one["support"]),
            float(one.get("low", 0.0)),
            float(one.get("high", 1.0)),
        )
        for one in report.get("per_class", ())
    )


def class_names(report: Mapping[str, Any]) -> tuple[str, ...]:
    """The classes in the order of the matrix."""
    return tuple(one.name for one in class_figures(report)) or tuple(map(str, report.get("classes", ())))


@dataclass(frozen=True, slots=True)
class PresentName:
    """What a class of a run is called now, and what it was called then where that differs."""

    text: Text
    colour: str  # "#rrggbb", grey if the project does not have it


def present_names(report: Mapping[str, Any], view: CatalogueView) -> tuple[PresentName, ...]:
    """The classes in the order of the matrix, as the project has them now.

    A run's figures stay those of its own classes: of two that have been merged since, each has its row.
    """
    names = class_names(report)
    ids = [ClassId(int(one)) for one in report.get("class_ids", ())]
    ids = ids if len(ids) == len(names) else []
    colours = {known.id: known.colour for known in view.classes}
    classes = model_classes(view, names, ids)
    return tuple(
        PresentName(text, _GREY if (class_id := classes.of(place)) is None else colours[class_id])
        for place, text in enumerate(then_and_now(view, names, ids))
    )


def remarks(report: Mapping[str, Any]) -> tuple[str, ...]:
    """What to know about the figures, in sentences: the sets, what was left out, warnings."""
    found = []
    clips, groups = report.get("clips", {}), report.get("groups", {})
    sets = [
        set_text if not groups.get(key) else _with_groups(set_text, int(groups[key]))
        for key, set_text in _sets(clips)
    ]
    if sets:
        found.append(_sentence(words(Text("{sets}.", sets=listed(sets, ", ")))))
    if clips.get("quarantined"):
        found.append(words(_left_out(int(clips["quarantined"]), report.get("refused", ()))))
    if accuracies := [Text.plain(f"{fold['accuracy']:.3f}") for fold in report.get("folds", ())]:
        by_fold = Text(
            "Accuracy of each fold: {accuracies}. The curves are those of the last one.",
            accuracies=listed(accuracies, ", "),
        )
        found.append(words(by_fold))
    told = list(report.get("note_texts", report.get("notes", ())))  # older runs kept them in English only
    if error := report.get("error_text", report.get("error")):
        told.append(error)
    return (*found, *(_sentence(words(text_from(str(one)))) for one in told))


def _left_out(n: int, refused: Sequence[Mapping[str, str]]) -> Text:
    """How many clips, and of the first of them which and why."""
    left_out = Text(
        "{n} clip could not be used and was left out", "{n} clips could not be used and were left out", n=n
    )
    named = [
        Text(
            "{name} ({reason})",
            name=PurePath(one["path"]).name,
            reason=text_from(one.get("reason_text", one["reason"])),
        )
        for one in refused[:_REFUSED_NAMED]
    ]
    if not named:
        return Text("{sets}.", sets=left_out)
    more = [Text("…")] if n > len(named) else []
    return Text("{left_out}: {clips}.", left_out=left_out, clips=listed([*named, *more], ", "))


def _sets(clips: Mapping[str, Any]) -> Iterator[tuple[str, Text]]:
    if n := int(clips.get("train", 0)):
        yield "train", Text("trained on {n} label", "trained on {n} labels", n=n)
    if n := int(clips.get("valid", 0)):
        yield "valid", Text("validated on {n} label", "validated on {n} labels", n=n)
    if n := int(clips.get("test", 0)):
        yield "test", Text("tested on {n} label", "tested on {n} labels", n=n)


def _with_groups(clips: Text, groups: int) -> Text:
    return Text("{clips} ({n} group)", "{clips} ({n} groups)", n=groups, clips=clips)


def progress_text(
    epoch: int,
    epochs: int,
    best: tuple[float, int] | None,
    seconds_left: float | None,
    part: Text | None = None,
) -> str:
    """How far a run is: "fold 2 of 5 · epoch 37 of 60 · best 0.861 at 31 · 1 min 12 s left".

    `part` is the training of a cross-validation that goes on, and the time left is that of this part.
    """
    parts = [] if part is None else [part]
    parts.append(
        Text("epoch {epoch} of {epochs}", epoch=epoch, epochs=epochs)
        if epochs
        else Text("epoch {epoch}", epoch=epoch)
    )
    if best is not None:
        parts.append(Text("best {accuracy:.3f} at {epoch}", accuracy=best[0], epoch=best[1]))
    if seconds_left is not None:
        parts.append(Text("{time} left", time=duration_text(seconds_left)))
    return " · ".join(map(words, parts))


def _sentence(text: str) -> str:
    begun = text[:1].upper() + text[1:]
    return begun if begun.endswith(_ENDS) else words(Text("{sets}.", sets=begun))
