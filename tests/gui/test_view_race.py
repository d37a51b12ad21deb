"""What workers work out from a view is true of it, whatever the owner does to the project meanwhile."""

import itertools
import queue
import random
import threading
import time

import numpy as np
import pytest

from audioclf_gui.audio.data_check import clips_to_check
from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunId, Suggestion, SuggestionDetail
from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.gui.review.queue import Order, Show, make_queue
from audioclf_gui.jobs.import_plan import ImportPlan, outline
from audioclf_gui.jobs.import_survey import Survey, survey
from audioclf_gui.jobs.layout_guess import PLAIN
from audioclf_gui.ml.dataset import training_data, training_summary

FACTS = AudioFacts(rate_hz=8000, channels=1, frames=8000, encoding="WAV 16 bit")
SECONDS = 10.0
NEW_FILES, BATCH = 40, 20


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "birds") as project:
        yield project


@pytest.fixture
def found(project) -> Survey:
    for number in range(NEW_FILES):
        write_wav(project.folder / "new" / f"{number:03}.wav", np.zeros(80, np.float32), 8000)
    return survey([project.folder / "new"])


def some_clips(project, first, folder="old"):
    names = ("wren", "owl", "robin", "")
    return [
        FoundClip(
            Candidate(project.folder / folder / f"{n:03}.wav", names[n % 4], f"site {n % 5}"), FACTS, str(n)
        )
        for n in range(first, first + BATCH)
    ]


def check(found: Survey, view: CatalogueView) -> None:
    """Everything that workers ask of a view, against what the view itself says."""
    there = {view.audio_path(clip) for clip in view.clips}
    planned = outline(found, ImportPlan(PLAIN), view)
    assert {one.path for one in planned.wanted} == set(found.audio) - there
    assert planned.known == len(set(found.audio) & there)
    data = training_data(view)
    labelled = {clip.id for clip in view.clips if view.labels(clip.id)}
    assert {example.clip_id for example in data.examples} == labelled
    assert training_summary(view).clips == view.labelled == len(labelled)
    assert [clip.id for clip in clips_to_check(view)] == [clip.id for clip in view.clips]
    for entry in make_queue(view, Show.SUGGESTIONS, Order.NAME):
        assert entry.clip_id not in labelled
        assert view.suggestion(entry.clip_id) is not None
    for known in view.classes:
        counted = sum(known.id in {label.class_id for label in view.labels(id_)} for id_ in labelled)
        assert view.class_counts.get(known.id, 0) == counted


class Owner:
    """Adds clips and edits as fast as it can, in the only thread that may."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._chance = random.Random(5)
        self._numbers = itertools.count(0, BATCH)

    def step(self) -> None:
        catalogue = self._project.catalogue
        view, chance = catalogue.view, self._chance
        number = next(self._numbers) % 400
        clips = [clip.id for clip in view.clips]
        some = chance.sample(clips, min(len(clips), 50))
        match chance.randrange(6) if clips else 0:
            case 0:
                folder = chance.choice(("old", "new"))
                catalogue.add_clips(some_clips(self._project, number if folder == "old" else 0, folder))
            case 1:
                catalogue.apply(Text("label"), edits.label_clips(view, some, chance.choice(view.classes).id))
            case 2:
                catalogue.apply(Text("clear"), edits.label_clips(view, some, None))
            case 3:
                catalogue.apply(Text("remove"), edits.remove_clips(view, some[:15]))
            case 4:
                catalogue.undo()
            case _:
                class_id = chance.choice(view.classes).id
                self._project.suggestions.put(
                    [SuggestionDetail(Suggestion(id_, RunId(1), class_id, 0.5), {}, ()) for id_ in some]
                )


@pytest.mark.slow
def test_whatever_the_owner_does_a_worker_s_answers_are_those_of_its_view(project, found):
    project.runs.put(project.runs.next("fast", {}))
    views: queue.Queue[CatalogueView | None] = queue.Queue(maxsize=1)
    checked, faults = [], []

    def work():
        try:
            while (view := views.get()) is not None:
                check(found, view)
                checked.append(view)
        except BaseException as fault:
            faults.append(fault)
            raise

    worker = threading.Thread(target=work)
    worker.start()
    owner, until = Owner(project), time.monotonic() + SECONDS
    while time.monotonic() < until and worker.is_alive():
        owner.step()
        if views.empty():
            views.put(project.catalogue.view)
    if worker.is_alive():
        views.put(None)
    worker.join()
    assert not faults
    assert len(checked) > 10
    assert all(view is not project.catalogue.view for view in checked[:10]), "the project went on meanwhile"
    check(found, checked[0])
