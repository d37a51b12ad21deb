"""An older model answers to what came after it, beside the newer one that was measured on it."""

import numpy as np

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.run import Run, RunId, RunStatus
from audioclf_gui.jobs.compare_on_new import CompareOnNew, compare_on_new
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.writing import carry_out

from .conftest import RATE_HZ, collected

CLASSES, IDS = ("dog", "wren", "owl"), (1, 2, 3)


def kept(project, says, number, predictions, learnt=frozenset()):
    """A run whose model takes everything for a dog."""
    name = f"models/run-{number:04}"
    facts = {"classes": CLASSES, "class_ids": IDS, "predictions": predictions, "learnt": learnt}
    says(project.folder / name, [3.0, 2.0, 2.0], **facts)
    return Run(RunId(number), "2026-01-01T00:00:00", "default", {}, RunStatus.DONE, name)


def answer(clip, true, predicted):
    return {
        "clip_id": int(clip.id),
        "start_s": 0.0,
        "stop_s": clip.duration_s,
        "true": true,
        "predicted": predicted,
        "scores": [0.2, 0.6, 0.2],
        "part": "test",
    }


def come_later(project, folder):
    """Twelve wrens of sites of their own, which came after the first run."""
    rng = np.random.default_rng(3)
    wanted = []
    for number in range(12):
        write_wav(folder / f"{number:02}.wav", rng.normal(0.0, 0.1, RATE_HZ // 2).astype(np.float32), RATE_HZ)
        wanted.append(Candidate(folder / f"{number:02}.wav", "wren", group=f"site {number}"))
    carry_out(import_clips(ImportClips(tuple(wanted)), project.view()), project)
    return [clip for clip in project.catalogue.view.clips if clip.group.startswith("site")]


def test_the_newer_run_is_better_on_what_came_after_the_older(project, says, tmp_path):
    old = next(clip for clip in project.catalogue.view.clips if clip.name == "dog-0.wav")
    older = kept(project, says, 1, [answer(old, "dog", "dog")])
    new = come_later(project, tmp_path / "later")
    judged = [answer(old, "dog", "dog"), *(answer(clip, "wren", "wren") for clip in new)]
    newer = kept(project, says, 2, judged)
    found = collected(compare_on_new(CompareOnNew(older, newer), project.view())).result
    assert found.difference.pieces == 12
    assert [one.value for one in found.difference.figures] == [0.0, 1.0]
    assert str(found.text).startswith("Of sounds that came after run 1: On 12 sounds")
    assert "Run 2 is better" in str(found.text)


def test_what_the_older_model_has_learnt_from_does_not_count(project, says, tmp_path):
    old = next(clip for clip in project.catalogue.view.clips if clip.name == "dog-0.wav")
    new = come_later(project, tmp_path / "later")
    older = kept(project, says, 1, [answer(old, "dog", "dog")], frozenset(clip.content for clip in new[:4]))
    newer = kept(project, says, 2, [answer(clip, "wren", "wren") for clip in new])
    found = collected(compare_on_new(CompareOnNew(older, newer), project.view())).result
    assert found.difference.pieces == 8


def test_without_new_sounds_nothing_is_said(project, says):
    old = next(clip for clip in project.catalogue.view.clips if clip.name == "dog-0.wav")
    runs = [kept(project, says, number, [answer(old, "dog", "dog")]) for number in (1, 2)]
    found = collected(compare_on_new(CompareOnNew(*runs), project.view())).result
    assert found.difference.figures is None
    assert found.text is None
