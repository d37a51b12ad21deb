"""What a run's report comes to in words, and what its classes are called now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from audioclf_gui.core.figures import Figure
from audioclf_gui.core.model_classes import model_classes, then_and_now
from audioclf_gui.core.report import SINGLE_LABEL, LeftOut, Report, figure_title, report_from_json
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.text import Text, listed
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.text import capitalised, duration_text, minute_text
from audioclf_gui.gui.translate import words
from audioclf_gui.ml.presets import title_of

_GREY = "#999999"
_REFUSED_NAMED = 3
_ENDS = (".", "!", "?", ")", "。", "！", "？", "）")  # of a sentence, in any language of the window


@dataclass(frozen=True, slots=True)
class PresentName:
    """What a class of a run is called now, and what it was called then where that differs."""

    text: Text
    colour: str  # "#rrggbb", grey if the project does not have it


def present_names(report: Report, view: CatalogueView) -> tuple[PresentName, ...]:
    """The classes in the order of the matrix, as the project has them now.

    A run's figures stay those of its own classes: of two that have been merged since, each has its row.
    """
    names = report.classes
    ids = report.class_ids if len(report.class_ids) == len(names) else ()
    colours = {known.id: known.colour for known in view.classes}
    classes = model_classes(view, names, ids)
    return tuple(
        PresentName(text, _GREY if (class_id := classes.of(place)) is None else colours[class_id])
        for place, text in enumerate(then_and_now(view, names, ids))
    )


def remarks(report: Report) -> tuple[str, ...]:
    """What to know about the figures, in sentences: first the notes, which may doubt them; then the sets."""
    told = report.notes if report.error is None else (*report.notes, report.error)
    found = [_sentence(words(one)) for one in told]
    sets = [
        set_text if not report.groups.get(key) else _with_groups(set_text, report.groups[key])
        for key, set_text in _sets(report)
    ]
    if sets:
        found.append(_sentence(words(Text("{sets}.", sets=listed(sets, ", ")))))
    if left_out := report.clips.get("quarantined"):
        found.append(words(_left_out(left_out, report.left_out)))
    if figures := [fold.headline.value_text for fold in report.folds if fold.headline]:
        by_fold = Text(
            "{figure} of each fold: {figures}.",
            figure=figure_title(report.objective),
            figures=listed(figures, ", "),
        )
        found.append(capitalised(words(by_fold)))
        found += map(_sentence, map(words, _interval_of_folds(report)))
    if report.more:
        found.append(
            _sentence(words(Text("{figures}.", figures=listed([one.text for one in report.more], ", "))))
        )
    return tuple(found)


def _interval_of_folds(report: Report) -> Iterator[Text]:
    """How far luck goes in the figure of all folds together, beside which their deviation stands."""
    headline, groups = report.headline, report.judged_groups_text
    if headline is not None and headline.interval_text is not None and groups is not None:
        yield Text(
            "{figure} over all folds together, 95 % interval: {interval}, from {groups}.",
            figure=headline.name,
            interval=headline.interval_text,
            groups=groups,
        )


def ended_text(run: Run, figure: Figure, place: Text | None = None) -> Text:
    """That a run has ended, what it came to, and where it ran if that was elsewhere."""
    if run.status is RunStatus.DONE:
        ended = Text("Run {id:d} finished: {figure}", id=run.id, figure=figure.text)
    else:
        ended = Text("Run {id:d} stopped: {figure}", id=run.id, figure=figure.text)
    return ended if place is None else Text("{ended} ({place})", ended=ended, place=place)


def no_figures_text(run: Run, *, has_model: bool) -> Text:
    """What stands in the place of the figures of a run that has none."""
    if run.status is RunStatus.RUNNING:
        return Text("Shown when the run has ended.")
    if has_model:
        return Text("This run has no figures; its model can be used.")
    return Text("This run kept no model and has no figures.")


def _left_out(n: int, refused: Sequence[LeftOut]) -> Text:
    """How many clips, and of the first of them which and why."""
    left_out = Text(
        "{n} clip could not be used and was left out", "{n} clips could not be used and were left out", n=n
    )
    named = [Text("{name} ({reason})", name=one.name, reason=one.reason) for one in refused[:_REFUSED_NAMED]]
    if not named:
        return Text("{sets}.", sets=left_out)
    more = [Text("…")] if n > len(named) else []
    return Text("{left_out}: {clips}.", left_out=left_out, clips=listed([*named, *more], ", "))


def _sets(report: Report) -> Iterator[tuple[str, Text]]:
    """How many examples each set has: labels where each is of one class, else clips."""
    counts = report.pieces if report.objective == SINGLE_LABEL else report.clips
    train, valid, test = (counts.get(name, 0) for name in ("train", "valid", "test"))
    if report.objective != SINGLE_LABEL:
        yield from _sets_of_clips(train, valid, test)
        return
    if train:
        yield "train", Text("trained on {n} label", "trained on {n} labels", n=train)
    if valid:
        yield "valid", Text("validated on {n} label", "validated on {n} labels", n=valid)
    if test:
        yield "test", Text("tested on {n} label", "tested on {n} labels", n=test)


def _sets_of_clips(train: int, valid: int, test: int) -> Iterator[tuple[str, Text]]:
    if train:
        yield "train", Text("trained on {n} clip", "trained on {n} clips", n=train)
    if valid:
        yield "valid", Text("validated on {n} clip", "validated on {n} clips", n=valid)
    if test:
        yield "test", Text("tested on {n} clip", "tested on {n} clips", n=test)


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
        parts.append(Text("best {figure:.3f} at {epoch}", figure=best[0], epoch=best[1]))
    if seconds_left is not None:
        parts.append(Text("{time} left", time=duration_text(seconds_left)))
    return " · ".join(map(words, parts))


def _sentence(text: str) -> str:
    begun = capitalised(text)
    return begun if begun.endswith(_ENDS) else words(Text("{sets}.", sets=begun))


def state_text(run: Run, compared: Run | None, *, has_model: bool) -> str:
    """Which model it is, what it is compared with, how far the run came and when it began."""
    states = {
        RunStatus.RUNNING: Text("starting…"),
        RunStatus.DONE: Text("finished"),
        RunStatus.STOPPED: _stopped_text(run, has_model=has_model),
        RunStatus.FAILED: Text("failed; no model was kept")
        if "error" in run.report
        else Text("interrupted; no model was kept"),
    }
    parts = [title_of(run.preset, run.settings), states[run.status]]
    if compared is not None:  # before what may be cut off in a small window
        parts.insert(1, _compared_text(compared))
    told = [words(part) for part in parts]
    if run.started_at:
        told.append(f"{minute_text(run.started_at)} UTC")
    return " · ".join(told)


def _compared_text(run: Run) -> Text:
    """Which run it is compared with, and how that is drawn, if anything of it is."""
    report = report_from_json(run.report)
    if report.headline is None:
        return Text("compared with run {id:d} (dashed)", id=run.id)
    figure = report.headline.value_text
    if report.in_one_go:
        return Text("compared with run {id:d}, {figure}", id=run.id, figure=figure)
    return Text("compared with run {id:d}, {figure} (dashed)", id=run.id, figure=figure)


def _stopped_text(run: Run, *, has_model: bool) -> Text:
    """What was kept; a model that was measured may be whole, and only what comes after it was stopped."""
    if not has_model:
        return Text("stopped; no model was kept")
    if report_from_json(run.report).figures is not None:
        return Text("stopped; the model that was measured was kept")
    return Text("stopped; the best epoch was kept")
