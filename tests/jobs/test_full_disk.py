"""Training on a disk that fills up: what was learnt is kept where there is room, and its place is told."""

import re
import threading
from pathlib import Path

import pytest

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.events import BatchDone
from audioclf_gui.ml.settings import settings_for


@pytest.mark.slow
@pytest.mark.parametrize("all_folds", [False, True])
def test_a_model_finds_room_elsewhere_and_its_place_is_told(small_disk, sounds, tmp_path, all_folds):
    wanted = tuple(
        Candidate(path, path.stem.partition("-")[0], fold=str(number % 2))
        for number, path in enumerate(sorted(sounds.glob("[dw]*.wav")))
    )
    settings = settings_for("fast", epochs=30, mels=16, device="cpu", validate="fold:1")

    def fill_up(event):
        if isinstance(event, BatchDone):
            small_disk.fill()

    with Project.create(small_disk.folder / "Birds") as project:
        carry_out(import_clips(ImportClips(wanted), project.view()), project)
        before = project.catalogue.view.clips
        request = Train(project.runs.next("fast", settings.to_dict()), settings, all_folds)
        job = train(request, project.view(), tmp_path / "cache", threading.Event())
        with pytest.raises(UserError, match="the trained model is kept in ") as refusal:
            carry_out(job, project, fill_up)
        small_disk.free()
    kept = Path(re.search("kept in (.*)", str(refusal.value))[1])
    assert kept.is_relative_to(tmp_path / "cache")
    assert load_bundle(kept).card.classes == ("dog", "wren")
    assert "Free some space" in str(refusal.value.remedy)
    assert not list(small_disk.folder.rglob("*.part"))
    with Project.open(small_disk.folder / "Birds") as project:
        assert project.catalogue.view.clips == before
        assert next(iter(project.runs.all)).status in {RunStatus.FAILED, RunStatus.STOPPED}
