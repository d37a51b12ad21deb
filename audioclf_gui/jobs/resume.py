"""Going on with a training run that was stopped, or cut off by force."""

from dataclasses import replace
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.run import Run, RunStatus
from audioclf_gui.core.runs import bundle_of, holds_model
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.run_log import settings_file
from audioclf_gui.jobs.train import Train, checkpoints
from audioclf_gui.ml.settings import settings_from_dict


def can_go_on(folder: Path, run: Run) -> bool:
    """Whether a run of the project in `folder` ended early and left the state of an epoch."""
    has_ended_early = run.status in (RunStatus.STOPPED, RunStatus.FAILED)
    return has_ended_early and any(checkpoints(folder / bundle_of(run.id)).glob("*.safetensors"))


def to_go_on(folder: Path, run: Run) -> Train:
    """What to ask `jobs.train.train` for, so that a run of the project in `folder` goes on where it ended.

    Raises
    ------
    UserError
        If nothing was left to go on from.
    """
    if not can_go_on(folder, run):
        raise UserError(
            Text("run {id:d} cannot be gone on with", id=run.id),
            remedy=Text("Train anew: only a run that ended early, after an epoch at least, can go on."),
        )
    bundle = bundle_of(run.id)
    so_far = run if run.has_model and holds_model(folder / run.bundle) else None
    return Train(
        replace(run, status=RunStatus.RUNNING, bundle=bundle, report=run.report if so_far else {}),
        settings_from_dict(run.settings),
        all_folds=_holds_out_all_folds(settings_file(folder / bundle)),
        goes_on=True,
        so_far=so_far,
    )


def _holds_out_all_folds(file: Path) -> bool:
    try:
        return json_value(file.read_bytes())["all_folds"] is True
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{file} is not the settings file of a run: {problem}", file=file, problem=str(error)),
            remedy=Text("Train anew."),
        ) from error
