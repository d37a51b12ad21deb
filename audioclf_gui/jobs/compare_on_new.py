"""What an older run makes of sounds that came after it, beside a newer one that was trained with such."""

from collections.abc import Collection, Generator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.jobs.compare_runs import Key, Predictions, RunDifference, difference_of, in_words_of_now

if TYPE_CHECKING:  # torch comes with the model
    from audioclf_gui.ml.objectives import Objective


@dataclass(frozen=True, slots=True)
class CompareOnNew:
    """An older run and a newer one, both of which kept a model."""

    older: Run
    newer: Run


@dataclass(frozen=True, slots=True)
class OnNew:
    """How both did on sounds that neither had learnt from, and on which only the newer one was measured."""

    older: Run
    difference: RunDifference

    @property
    def text(self) -> Text | None:
        """In a sentence; None where there is no such sound."""
        if self.difference.figures is None:
            return None
        return Text(
            "Of sounds that came after run {id:d}: {comparison}",
            id=self.older.id,
            comparison=self.difference.text,
        )


def compare_on_new(request: CompareOnNew, project: ProjectView) -> Generator[Progress, None, OnNew]:
    """Let the older model answer now to the new sounds on which the newer one was measured.

    Raises
    ------
    UserError
        If a model cannot be used.
    """
    from audioclf_gui.ml.bundle import read_card, read_predictions

    yield Progress(0, 1)
    view = project.catalogue
    runs = request.older.id, request.newer.id
    older, newer = (project.folder / one.bundle for one in (request.older, request.newer))
    cards = read_card(older), read_card(newer)
    judged = in_words_of_now(view, cards[1], read_predictions(newer))
    wanted = judged.keys() - {_key(one) for one in read_predictions(older)}
    if not wanted or cards[0].objective.kind != cards[1].objective.kind:
        return OnNew(request.older, RunDifference(runs, None))
    goal, answers = yield from _answers_of(older, view, wanted)
    common = [key for key in judged if key in answers and answers[key]["true"] == judged[key]["true"]]
    if not common:
        return OnNew(request.older, RunDifference(runs, None))
    pairs = [[one[key] for key in common] for one in (answers, judged)]
    clips = [view.clips_by_id[ClipId(clip_id)] for clip_id, _, _ in common]
    return OnNew(request.older, difference_of(runs, [goal, cards[1].objective], pairs, clips))


def _answers_of(
    folder: Path, view: CatalogueView, wanted: Collection[Key]
) -> "Generator[Progress, None, tuple[Objective, Predictions]]":
    """What a model says now of those wanted sounds that it has not learnt from."""
    from audioclf_gui.ml.bundle import in_words_of, load_bundle
    from audioclf_gui.ml.evaluation import Predicted, known_examples, unlearnt_predictions
    from audioclf_gui.ml.events import CacheProgress
    from audioclf_gui.ml.objective_choice import data_of_kind

    bundle, _classes = in_words_of(view, load_bundle(folder))
    goal = bundle.card.objective
    examples = known_examples(data_of_kind(view, goal.kind), goal.classes)
    chosen = [one for one in examples if (int(one.clip_id), one.start_s, one.stop_s) in wanted]
    found: Predictions = {}
    for event in unlearnt_predictions(bundle, chosen):
        match event:
            case CacheProgress():
                yield Progress(event.done, event.total)
            case Predicted():
                found = {_key(one): {**one, "true_then": one["true"]} for one in event.predictions}
    return goal, found


def _key(prediction: Mapping[str, Any]) -> Key:
    return int(prediction["clip_id"]), float(prediction["start_s"]), float(prediction["stop_s"])
