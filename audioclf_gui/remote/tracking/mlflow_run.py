"""A run in MLflow: on a server, in a database, or in a folder of files."""

import math
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from audioclf_gui.core.run import RunStatus
from audioclf_gui.remote.tracking.values import EpochTold, RunBegun, RunEnded

if TYPE_CHECKING:
    from mlflow.entities import Metric

_AT_ONCE = 100  # values in a request: a server takes no more settings, and ten times as many measures
_LONGEST_VALUE = 6000  # characters of a setting
_ENVIRONMENT = {
    "MLFLOW_DISABLE_TELEMETRY": "true",  # it would tell its makers of each use
    "DO_NOT_TRACK": "true",
    "MLFLOW_HTTP_REQUEST_MAX_RETRIES": "1",  # it would try for minutes
    "MLFLOW_HTTP_REQUEST_TIMEOUT": "5",  # seconds
    "MLFLOW_ALLOW_FILE_STORE": "true",  # where a user names a folder, a folder is wanted
    "MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR": "false",
    "GIT_PYTHON_REFRESH": "quiet",
}
_STATUS = {RunStatus.DONE: "FINISHED", RunStatus.STOPPED: "KILLED", RunStatus.FAILED: "FAILED"}


class MlflowRun:
    """One run of one experiment, which is called as the project."""

    def __init__(self, run: RunBegun, place: str) -> None:
        for name, value in _ENVIRONMENT.items():
            os.environ.setdefault(name, value)
        from mlflow.entities import Param
        from mlflow.tracking import MlflowClient

        self._client = MlflowClient(tracking_uri=place)
        known = self._client.get_experiment_by_name(run.project)
        experiment = self._client.create_experiment(run.project) if known is None else known.experiment_id
        tags = {"mlflow.runName": run.title, "run": run.name, "mlflow.source.name": "audioclf"}
        self._run_id: str = self._client.create_run(experiment, tags=tags, run_name=run.title).info.run_id
        params = [Param(name, str(value)[:_LONGEST_VALUE]) for name, value in run.settings.items()]
        for first in range(0, len(params), _AT_ONCE):
            self._client.log_batch(self._run_id, params=params[first : first + _AT_ONCE])

    def tell(self, epochs: Sequence[EpochTold]) -> None:
        """All values of all epochs, in as few requests as it takes."""
        self._log([metric for one in epochs for metric in _metrics(one.values, one.number, one.part)])

    def end(self, ended: RunEnded) -> None:
        """The figures, the files and the model; what the disk or the server refuses is raised at the end."""
        try:
            self._log(list(_metrics(ended.figures, 0, "")))
            for file in ended.files:
                self._client.log_artifact(self._run_id, str(file), "run")
            if ended.model is not None:
                self._client.log_artifacts(self._run_id, str(ended.model), "model")
        finally:
            self._client.set_terminated(self._run_id, _STATUS.get(ended.status, "FAILED"))

    def _log(self, metrics: Sequence["Metric"]) -> None:
        for first in range(0, len(metrics), _AT_ONCE):
            self._client.log_batch(self._run_id, metrics=metrics[first : first + _AT_ONCE])


def begin(run: RunBegun, place: str) -> MlflowRun:
    """See `Tracker`."""
    return MlflowRun(run, place)


def _metrics(values: Mapping[str, float], step: int, part: str) -> Iterator["Metric"]:
    from mlflow.entities import Metric

    now_ms = time.time_ns() // 1_000_000
    for name, value in values.items():
        if math.isfinite(value):
            yield Metric(f"{part}/{name}" if part else name, value, now_ms, step)
