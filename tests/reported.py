"""Runs whose answers are made up, with models that keep them: for what is told of runs, without training."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from audioclf_gui.core.clip import AudioFacts, Candidate, ClipId, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, Run, RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.ml.models import build
from audioclf_gui.ml.objectives.multi_label import MultiLabel
from audioclf_gui.ml.objectives.regression import Regression
from audioclf_gui.ml.objectives.single_label import SingleLabel
from audioclf_gui.ml.settings import settings_for

AWKWARD = ("<script>alert(1)</script>", '"&', "čejka chocholatá", "杜鹃")
GROUPS = 6
NOTE = Text("The hard group is {group}: accuracy {accuracy:.2f}.", group="site <3>", accuracy=0.5)


def project_of(folder: Path, classes: Sequence[str], each: int = 12) -> Project:
    """A project with so many clips of each class, from six sites; their sounds are not there."""
    facts = AudioFacts(8000, 1, 4000, "WAV 16 bit")
    found = [
        FoundClip(
            Candidate(
                folder / f"clip-{number:03}.wav", classes[number % len(classes)], f"site <{number % GROUPS}>"
            ),
            facts,
            hashlib.blake2b(str(number).encode(), digest_size=16).hexdigest(),
        )
        for number in range(each * len(classes))
    ]
    project = Project.create(folder)
    project.catalogue.add_clips(found)
    return project


class Runner:
    """Puts runs into a project, each with a model and its answers to every clip."""

    def __init__(self, project: Project, save_tiny: Callable[..., Path]) -> None:
        self._project, self._save = project, save_tiny
        self._clips = project.catalogue.view.clips
        self._groups = np.array([int(clip.id) % GROUPS for clip in self._clips])

    def of_classes(
        self, classes: Sequence[str], skill: float = 2.0, folds: int = 0, **settings: object
    ) -> Run:
        """A run of one class for each sound, the better the more skill it has."""
        rng = np.random.default_rng(len(self._project.runs.all))
        true = np.array([number % len(classes) for number in range(len(self._clips))])
        wanted = np.eye(len(classes), dtype=np.float32)[true]
        scores = _softmax(rng.standard_normal(wanted.shape) + skill * wanted)
        return self._put(SingleLabel(tuple(classes)), wanted, scores, folds, settings)

    def of_sets(self, classes: Sequence[str], skill: float = 2.0, **settings: object) -> Run:
        """A run of any number of classes for each sound."""
        rng = np.random.default_rng(7)
        wanted = (rng.random((len(self._clips), len(classes))) < 0.3).astype(np.float32)
        scores = 1.0 / (1.0 + np.exp(1.5 - skill * wanted - rng.standard_normal(wanted.shape)))
        return self._put(MultiLabel(tuple(classes)), wanted, scores.astype(np.float32), 0, settings)

    def of_numbers(self, error: float = 2.0) -> Run:
        """A run that estimates a depth."""
        rng = np.random.default_rng(8)
        true = rng.uniform(-5.0, 40.0, (len(self._clips), 1)).astype(np.float32)
        estimated = (true + error * rng.standard_normal(true.shape)).astype(np.float32)
        return self._put(Regression(("depth <b>",), "m", 20.0, 5.0), true, estimated, 0, {})

    def without_model(self) -> Run:
        """A run that failed before it came to anything."""
        run = self._project.runs.next("default", settings_for("default").to_dict())
        told = Text("the disk of {name} is full", name="<i>models</i>")
        report = {"error": str(told), "error_text": told.stored()}
        failed = Run(run.id, run.started_at, run.preset, run.settings, RunStatus.FAILED, "", report)
        self._project.runs.put(failed)
        return failed

    def _put(self, goal, wanted, scores, folds: int, settings) -> Run:
        run = self._project.runs.next("fast", settings_for("fast", **settings).to_dict())
        thresholds = (0.5,) * len(goal.classes)
        figures = goal.figures(wanted, scores, thresholds, self._groups)
        part = "out-of-fold" if folds else "test"
        counts = {"train": 40, "valid": 8, "test": len(self._clips)}
        report = {
            "objective": goal.kind,
            "classes": list(goal.classes),
            "class_ids": self._class_ids(goal.classes),
            "clips": {**counts, "quarantined": 1},
            "pieces": {**counts, "train": 55},
            "groups": {"train": 10, "valid": 2, "test": GROUPS},
            "refused": [{"path": "/x/<u>bad.wav", "reason": "it is empty"}],
            "trained_clips": dict.fromkeys(goal.classes, 9),
            "split": "by group",
            "selection": "the weights at the end of the schedule",
            "measured_on": part,
            "device": "cpu",
            "seconds": {"total": 75.2},
            "best_epoch": 4,
            "rate_hz": 8000,
            "window_s": 0.5,
            "judged_groups": GROUPS,
            "judged_by": "group",
            "note_texts": [NOTE.stored()],
            "per_group": [
                {
                    "group": f"site <{at}>",
                    "pieces": 9,
                    **goal.of_group(wanted[self._groups == at], scores[self._groups == at], thresholds),
                }
                for at in range(GROUPS)
            ],
            **figures,
        }
        if folds:
            report["folds"] = [dict(report) for _number in range(folds)]
            report |= {"mean": {goal.figure_key: 0.8}, "sd": {goal.figure_key: 0.05}}
        done = Run(run.id, run.started_at, run.preset, run.settings, RunStatus.DONE, run.bundle, report)
        self._project.runs.put(done)
        self._project.runs.add_epochs(done.id, _epochs(max(1, folds)))
        self._keep(done, goal, wanted, scores, thresholds, report)
        return done

    def _keep(self, run, goal, wanted, scores, thresholds, report) -> None:
        predictions = []
        for clip, truth, row in zip(self._clips, wanted, scores, strict=True):
            true, answer = goal.answer(truth, row, thresholds)
            whole = {"start_s": 0.0, "stop_s": clip.duration_s, "part": "test"}
            known = {"true": true, "predicted": answer, "scores": row.astype(float).tolist()}
            predictions.append({"clip_id": int(ClipId(clip.id)), **whole, **known})
        options = {"widths": [4, 8]}
        self._save(
            self._project.runs.bundle_path(run),
            model=build("r4_cnn", goal.outputs, (16, 26), options),
            predictions=predictions,
            objective=goal,
            options=options,
            class_ids=tuple(self._class_ids(goal.classes)),
            thresholds=thresholds,
            record={"report": report, "settings": dict(run.settings)},
        )

    def _class_ids(self, names: Sequence[str]) -> list[int]:
        known = {one.name: int(one.id) for one in self._project.catalogue.view.classes}
        return [known[name] for name in names] if set(names) <= set(known) else []


def _softmax(logits):
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)


def _epochs(parts: int) -> list[Epoch]:
    return [
        Epoch(number, 2.0 / number, 0.5 + 0.05 * number, 2.2 / number, 0.4 + 0.05 * number, 1e-3, 1.0, part)
        for part in range(1, parts + 1)
        for number in range(1, 7)
    ]
