"""What a run answered, class by class and group by group, in pictures and tables."""

from collections.abc import Iterator, Sequence

from audioclf_gui.core.figures import ClassFigures, RegressionFigures
from audioclf_gui.core.group_names import group_title
from audioclf_gui.core.quantity import in_unit
from audioclf_gui.core.text import Text, Words
from audioclf_gui.jobs.documents.judged import recall_text
from audioclf_gui.jobs.documents.parts import Block, Cell, InlinePicture, Table
from audioclf_gui.jobs.documents.run_facts import RunFacts
from audioclf_gui.jobs.figures.confusion import confusion_drawing
from audioclf_gui.jobs.figures.estimates import estimates
from audioclf_gui.jobs.figures.reliability import reliability
from audioclf_gui.jobs.figures.svg import Drawing
from audioclf_gui.jobs.figures.thresholds import AnsweredClass, threshold_curves

_MOST_IN_MATRIX = 60  # classes; of more, nobody could read the numbers
_MOST_IN_SHARES = 20  # up to which the matrix is shown twice
_MOST_PAIRS = 15  # of classes that are told of as confused
_MOST_CURVES = 12  # classes, of which the curves are shown
_MOST_NAMED = 20  # clips


def confusion(facts: RunFacts) -> Iterator[Block]:
    """The matrix as counts and as shares, and what is confused most; nothing where there is none."""
    matrix, names = facts.report.confusion, facts.names
    if not matrix:
        return
    judged = sum(map(sum, matrix))
    right = sum(row[at] for at, row in enumerate(matrix))
    told = Text(
        "Confusion matrix: {right} of {n} answer right, {classes} classes.",
        "Confusion matrix: {right} of {n} answers right, {classes} classes.",
        n=judged,
        right=right,
        classes=len(names),
    )
    if len(names) <= _MOST_IN_MATRIX:
        counts = Text("Counts: a row for each true class, a column for each answer.")
        yield InlinePicture(told, counts, lambda words: _matrix(facts, words, in_shares=False))
    if len(names) <= _MOST_IN_SHARES:
        shares = Text("Shares of each true class, in %.")
        yield InlinePicture(told, shares, lambda words: _matrix(facts, words, in_shares=True))
    pairs = _confused(matrix)
    if not pairs:
        yield Text("No class was taken for another one.")
        return
    rows = tuple(
        (names[true], names[answered], str(count), f"{100.0 * count / sum(matrix[true]):.0f} %")
        for count, true, answered in pairs[:_MOST_PAIRS]
    )
    header = (Text("True class"), Text("Taken for"), Text("Count"), Text("Share of the class"))
    yield Table(header, rows, Text("Confused most often"))


def _matrix(facts: RunFacts, words: Words, *, in_shares: bool) -> Drawing:
    names = list(map(words, facts.names))
    return confusion_drawing(facts.report.confusion, names, words, in_shares=in_shares)


def _confused(matrix: Sequence[Sequence[int]]) -> list[tuple[int, int, int]]:
    """Count, true class and answer of each wrong answer that was given, the most frequent first."""
    found = [
        (count, true, answered)
        for true, row in enumerate(matrix)
        for answered, count in enumerate(row)
        if count and true != answered
    ]
    return sorted(found, key=lambda one: (-one[0], one[1], one[2]))


def classes(facts: RunFacts) -> Iterator[Block]:
    """A row for each class; nothing where a number was estimated."""
    report = facts.report
    if not report.per_class:
        return
    header = [
        Text("Class"),
        Text("Labels trained on") if report.has_pieces else Text("Clips trained on"),
        Text("Labels measured") if report.has_pieces else Text("Clips measured"),
        Text("Precision"),
        Text("Recall, 95 % interval"),
        Text("F1"),
        Text("Missed"),
        Text("False"),
    ]
    if facts.scores:
        header += [Text("Average precision"), Text("Area under ROC"), Text("Threshold")]
    rows = tuple(_class_row(facts, place, one) for place, one in enumerate(report.per_class))
    yield Table(tuple(header), rows)
    yield Text(
        "Precision: of the answers of a class, the share that is right. Recall: of the sounds of a class, the"
        " share that was answered so. F1 is their harmonic mean."
    )


def _class_row(facts: RunFacts, place: int, one: ClassFigures) -> tuple[Cell, ...]:
    missed, false = one.missed, one.false
    if matrix := facts.report.confusion:
        missed = sum(matrix[place]) - matrix[place][place]
        false = sum(row[place] for row in matrix) - matrix[place][place]
    row: list[Cell] = [
        facts.names[place],
        str(facts.report.trained.get(one.name, "–")),
        str(one.clips),
        f"{one.precision:.3f}",
        recall_text(one),
        f"{one.f1:.3f}",
        str(missed),
        str(false),
    ]
    if facts.scores:
        scores = facts.scores[place]
        row += [_or_none(scores.average_precision), _or_none(scores.area), f"{facts.thresholds[place]:.2f}"]
    return tuple(row)


def _or_none(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def calibration(facts: RunFacts) -> Iterator[Block]:
    """Whether the scores mean what they say; nothing for reports that do not tell."""
    steps = facts.report.reliability
    if not steps:
        return
    told = Text(
        "Reliability diagram of {n} step: on the line, scores are right as often as they say.",
        "Reliability diagram of {n} steps: on the line, scores are right as often as they say.",
        n=len(steps),
    )
    caption = Text(
        "Each dot stands for the answers of about one score, the larger the more of them; below the line the"
        " model is surer than it should be."
    )
    yield InlinePicture(told, caption, lambda words: reliability(steps, words))
    rows = tuple((f"{score:.2f}", f"{share:.2f}", str(count)) for score, share, count in steps)
    yield Table((Text("Mean score"), Text("Share that is right"), Text("Answers")), rows)


def curves_of_thresholds(facts: RunFacts) -> Iterator[Block]:
    """Precision over recall and ROC with the threshold; of many classes those that are told worst."""
    known = [place for place, one in enumerate(facts.scores) if one.there.any()]
    worst = sorted(known, key=lambda place: facts.scores[place].average_precision or 0.0)[:_MOST_CURVES]
    if not worst:
        return
    if len(worst) < len(known):
        yield Text(
            "Shown are the {n} classes of the lowest average precision.",
            "Shown are the {n} classes of the lowest average precision.",
            n=len(worst),
        )
    told = Text(
        "Precision over recall, and recall over false alarm rate, of {n} class.",
        "Precision over recall, and recall over false alarm rate, of {n} classes.",
        n=len(worst),
    )
    caption = Text(
        "The dot is the threshold of the model that is kept: a window whose score reaches it is an event of"
        " the class. The average precision and the area under ROC stand in the table of the classes."
    )
    yield InlinePicture(told, caption, lambda words: _tiles(facts, sorted(worst), words))


def _tiles(facts: RunFacts, places: Sequence[int], words: Words) -> Drawing:
    return threshold_curves(
        [
            AnsweredClass(words(facts.names[place]), facts.scores[place], facts.thresholds[place])
            for place in places
        ],
        words,
    )


def groups(facts: RunFacts) -> Iterator[Block]:
    """A row for each group that was judged, the worst first; nothing where there is one or none."""
    found = facts.report.per_group
    if len(found) < 2:
        return
    rows = tuple(
        (one.name, *(str(figure.value_text) for figure in one.figures), str(one.pieces)) for one in found
    )
    title = group_title(facts.report.judged_by)
    yield Table((title, *(figure.name for figure in found[0].figures), Text("Clips")), rows)


def estimated(facts: RunFacts) -> Iterator[Block]:
    """Estimates over truth, errors, and the clips of the largest ones; nothing where there are classes."""
    figures = facts.report.figures
    if not isinstance(figures, RegressionFigures) or not figures.estimates:
        return
    told = Text(
        "Estimates of {n} clip over the truth, and their errors; {quantity}.",
        "Estimates of {n} clips over the truth, and their errors; {quantity}.",
        n=len(figures.estimates),
        quantity=figures.quantity,
    )
    caption = Text("On the dashed line an estimate is right; above it, it is too high.")
    yield InlinePicture(told, caption, lambda words: estimates(figures, words))
    unit = figures.unit
    rows = tuple(
        (
            facts.clips[one.clip_id],
            str(in_unit(one.number, unit)),
            str(in_unit(one.estimate, unit)),
            str(in_unit(one.error, unit)),
        )
        for one in facts.far[:_MOST_NAMED]
    )
    header = (Text("Clip"), Text("Number"), Text("Estimate"), Text("Error"))
    yield Table(header, rows, Text("Largest errors"))


def doubts(facts: RunFacts) -> Iterator[Block]:
    """Labels that the model doubts, the likeliest errors first; nothing where it could not say."""
    found = facts.doubted
    if found is None:
        return
    if not found.doubted:
        yield Text(
            "The model doubts none of {n} judged label.",
            "The model doubts none of {n} judged labels.",
            n=found.judged,
        )
        return
    yield Text(
        "{doubted:d} of {n} judged label is taken for something else by a model that had not heard it: have a"
        " look, it may be right.",
        "{doubted:d} of {n} judged labels are taken for something else by a model that had not heard them:"
        " have a look, it may be right.",
        n=found.judged,
        doubted=len(found.doubted),
    )
    rows = tuple(
        (facts.clips[one.clip_id], one.given, f"{one.score:.2f}", one.predicted, f"{one.answer.score:.2f}")
        for one in found.doubted[:_MOST_NAMED]
    )
    header = (Text("Clip"), Text("Label"), Text("Its score"), Text("The model says"), Text("Its score"))
    yield Table(header, rows)
