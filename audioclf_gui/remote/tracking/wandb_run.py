"""A run of Weights & Biases that stays on this computer, until its user sends it with `wandb sync`."""

import os
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.run import RunStatus
from audioclf_gui.remote.tracking.confusion_picture import confusion_picture
from audioclf_gui.remote.tracking.values import EpochTold, RunBegun, RunEnded

_ENVIRONMENT = {
    "WANDB_ERROR_REPORTING": "false",  # it would tell its makers of its errors
    "WANDB_SILENT": "true",
}


class WandbRun:
    """One offline run."""

    def __init__(self, run: RunBegun, place: str) -> None:
        for name, value in _ENVIRONMENT.items():
            os.environ.setdefault(name, value)
        import wandb

        self._wandb = wandb
        Path(place).mkdir(parents=True, exist_ok=True)
        self._run = wandb.init(
            mode="offline",
            dir=place,
            project=run.project,
            name=run.title,
            group=run.name,
            config=dict(run.settings),
            reinit="create_new",
            settings=wandb.Settings(
                console="off",
                disable_code=True,
                disable_git=True,
                save_code=False,
                silent=True,
                x_disable_machine_info=True,
                x_disable_stats=True,
            ),
        )

    def tell(self, epochs: Sequence[EpochTold]) -> None:
        """All values of all epochs; a fold has names of its own."""
        for one in epochs:
            named = {f"{one.part}/{name}" if one.part else name: value for name, value in one.values.items()}
            self._run.log({**named, "epoch": one.number})

    def end(self, ended: RunEnded) -> None:
        """The figures, the table of confusions, and the model as an artefact."""
        self._run.summary.update(dict(ended.figures))
        if ended.confusion:
            picture = confusion_picture(ended.confusion, ended.classes)
            self._run.log({"confusion": self._wandb.Image(picture)})
        if ended.model is not None:
            artefact = self._wandb.Artifact(f"model-{self._run.group}", type="model")
            artefact.add_dir(str(ended.model))
            self._run.log_artifact(artefact)
        self._run.finish(exit_code=0 if ended.status is not RunStatus.FAILED else 1)


def begin(run: RunBegun, place: str) -> WandbRun:
    """See `Tracker`."""
    return WandbRun(run, place)
