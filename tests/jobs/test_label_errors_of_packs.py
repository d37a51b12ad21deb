"""Labels of real sounds that were exchanged by chance are found again among the first to be looked at."""

import csv
import itertools

import numpy as np
import pytest

from audioclf_gui.core import edits
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.label_errors import LabelErrors, label_errors
from audioclf_gui.jobs.unlearnt_answers import Judges
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.listeners import LISTENERS, packages
from audioclf_gui.ml.settings import settings_for

from .conftest import collected

CLASSES, OF_EACH = 5, 24
EXCHANGED, LOOKED_AT = 6, 9
SEEDS = 3


@pytest.fixture(scope="module")
def esc10(shared_data, tmp_path_factory):
    """A project of 120 clips of ESC-10, and a folder that keeps what was heard from test to test."""
    pack = shared_data / "env-esc10"
    if not pack.is_dir():
        pytest.skip("there is no folder env-esc10 in shared/data")
    with (pack / "esc10.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    classes = sorted({row["category"] for row in rows})[:CLASSES]
    few = [[row for row in rows if row["category"] == name][:OF_EACH] for name in classes]
    wanted = tuple(
        Candidate(pack / "audio" / row["filename"], row["category"], group=row["src_file"])
        for row in itertools.chain(*few)
    )
    folder = tmp_path_factory.mktemp("esc10")
    with Project.create(folder / "project") as project:
        carry_out(import_clips(ImportClips(wanted), project.view()), project)
        yield project, folder / "cache"


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize(("preset", "share"), [("", 0.9), ("forest", 0.7)])
def test_exchanged_labels_are_among_the_first_that_are_doubted(esc10, preset, share):
    if not preset and packages.absent(LISTENERS["birdnet"].needs):
        pytest.skip("no listener is installed")
    project, cache_dir = esc10
    judges = Judges(settings=settings_for(preset) if preset else None)
    found_again = 0
    for seed in range(SEEDS):
        exchanged = exchange_labels(project, np.random.default_rng(seed))
        try:
            found = collected(label_errors(LabelErrors(judges), project.view(), cache_dir)).result
        finally:  # the project is for the other tests, too
            for _ in exchanged:
                project.catalogue.undo()
        first = {one.clip_id for one in found.doubted[:LOOKED_AT]}
        assert found.judged == found.labelled == CLASSES * OF_EACH
        found_again += len(first & exchanged)
    assert found_again >= share * SEEDS * EXCHANGED


def exchange_labels(project, rng):
    """Give some clips another class, each as an edit of its own; tells which."""
    clips = [clip.id for clip in project.catalogue.view.clips]
    classes = [known.id for known in project.catalogue.view.classes]
    exchanged = rng.choice(clips, EXCHANGED, replace=False).tolist()
    for clip_id in exchanged:
        view = project.catalogue.view
        own = view.labels(clip_id)[0].class_id
        other = int(rng.choice([class_id for class_id in classes if class_id != own]))
        project.catalogue.apply(Text("exchange"), edits.label_clips(view, [clip_id], other))
    return set(exchanged)
