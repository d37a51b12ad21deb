"""What a job says while it runs, without a line lost or told twice, whatever becomes of the network."""

import math
import threading
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.events import TrainEvent
from audioclf_gui.remote.azure.account import Account, account_of
from audioclf_gui.remote.azure.event_lines import event_of
from audioclf_gui.remote.azure.events import AzureNote, JobState, LogLine
from audioclf_gui.remote.azure.packages import azure
from audioclf_gui.remote.azure.place import Place
from audioclf_gui.remote.azure.problems import no_workspace, not_logged_in, of_answer, unreachable
from audioclf_gui.remote.azure.tokens import management_scope

ENDED = frozenset({"Completed", "Failed", "Canceled"})
"""The states after which a job does nothing more; from NotResponding it may come back."""

_SLICE_S = 0.5
_LOGS = "user_logs/"
_BUSY = frozenset({408, 429, 500, 502, 503, 504})

Told = TrainEvent | AzureNote | JobState | LogLine


@dataclass(frozen=True, slots=True)
class Follow:
    """A job that is to be listened to."""

    place: Place
    job: str
    every_s: float = 5.0  # so often it is asked how far it is
    most_failures: int = 60  # one after the other, before it is given up


@dataclass(frozen=True, slots=True)
class JobEnded:
    """How a job ended, or how far it was when the listening did."""

    status: str
    problem: str  # what the service says of a failure; empty if nothing

    @property
    def has_ended(self) -> bool:
        """Whether it does nothing more."""
        return self.status in ENDED


def follow_job(request: Follow, stop: threading.Event) -> Generator[Told, None, JobEnded]:
    """Tell what a job tells until it has ended; with `stop` set only the listening ends.

    The events of the training are those that a training here has. When the network is gone, it is tried
    again, from where it broke off.

    Raises
    ------
    UserError
        If there is no such job, the login has expired, or the network stays away.
    """
    return (yield from _follow(account_of(request.place), request, stop))


def _follow(account: Account, request: Follow, stop: threading.Event) -> Generator[Told, None, JobEnded]:
    with _JobReader(account, request.job) as reader:
        failures, ended = 0, None
        while ended is None:
            pause_s = request.every_s
            try:
                yield from reader.news()
                failures = 0
                ended = reader.ended
            except _NotNow as problem:
                failures += 1
                if failures >= request.most_failures:
                    raise problem.as_told from problem
                pause_s = request.every_s if problem.pause_s is None else problem.pause_s
                if failures == 1:
                    yield AzureNote(
                        Text(
                            "{problem}. It is tried again, and goes on where it broke off.",
                            problem=problem.text,
                        )
                    )
            if stop.is_set():
                return ended or JobEnded(reader.status, "")
            if ended is None:
                yield from _pause(pause_s, reader.state, stop)
    return ended


def _pause(seconds: float, state: JobState, stop: threading.Event) -> Generator[JobState, None, None]:
    """Wait, and let whoever listens have its turn meanwhile."""
    slices = max(1, math.ceil(seconds / _SLICE_S))
    for _number in range(slices):
        yield state
        if stop.wait(seconds / slices):
            return


class _NotNow(Exception):  # noqa: N818 - it is no error unless it stays
    """Something did not answer, which may do so later."""

    def __init__(self, as_told: UserError, pause_s: float | None = None) -> None:
        super().__init__(str(as_told))
        self.as_told = as_told
        self.text = as_told.message
        self.pause_s = pause_s  # what the service asks for


@dataclass(slots=True)
class _Log:
    """How much of a log was told."""

    told: int = 0  # bytes, up to the end of a line

    def lines(self, content: bytes, *, is_last: bool) -> list[str]:
        """The whole lines of what follows there; the rest of an unfinished one comes with its end."""
        end = len(content) if is_last else content.rfind(b"\n") + 1
        self.told += end
        return content[:end].decode("utf-8", "replace").splitlines()


@dataclass(slots=True)
class _JobReader:
    """Asks the run history, and reads the logs that it names from where they were left."""

    account: Account
    job: str
    status: str = ""
    ended: JobEnded | None = None
    logs: dict[str, _Log] = field(default_factory=dict)
    _history: str = ""
    _with_token: Any = None
    _without: Any = None

    def __enter__(self) -> Self:
        core, policies = azure("core"), azure("core.pipeline.policies")
        login = policies.BearerTokenCredentialPolicy(self.account.credential, management_scope())
        self._with_token = core.PipelineClient(
            "", policies=[login]
        )  # none that tries again: that is done here
        self._without = core.PipelineClient("", policies=[])
        return self

    def __exit__(self, *_error: object) -> None:
        self._with_token.close()
        self._without.close()

    @property
    def state(self) -> JobState:
        """How far it is."""
        return JobState(self.job, self.status)

    def news(self) -> Generator[Told, None, None]:
        """What is new since the last time; `ended` says whether it is all."""
        details = self._json(self._with_token, f"{self._history_url()}/runs/{self.job}/details")
        before, self.status = self.status, str(details.get("status", ""))
        if self.status != before:
            yield self.state
        is_over = self.status in ENDED
        for name, address in sorted((details.get("logFiles") or {}).items()):
            if name.startswith(_LOGS):
                yield from self._lines(name, address, is_last=is_over)
        if is_over:
            problem = ((details.get("error") or {}).get("error") or {}).get("message") or ""
            self.ended = JobEnded(self.status, str(problem))

    def _lines(self, name: str, address: str, *, is_last: bool) -> Generator[Told, None, None]:
        log = self.logs.setdefault(name, _Log())
        answer = self._get(self._without, address, {"Range": f"bytes={log.told}-"}, allowed=(416, 404))
        if answer.status_code in {416, 404}:
            return
        content = answer.content if answer.status_code == 206 else answer.content[log.told :]
        for line in log.lines(content, is_last=is_last):
            event = event_of(line)
            yield LogLine(name, line) if event is None else event

    def _history_url(self) -> str:
        if not self._history:
            place = self.account.place
            workspace = self.account.found(lambda: self.account.client.workspaces.get(place.workspace))
            if workspace is None:
                raise no_workspace(place)
            region = self._json(self._without, workspace.discovery_url)["api"]
            self._history = (
                f"{region}/history/v1.0/subscriptions/{place.subscription}/resourceGroups/{place.resource_group}"
                f"/providers/Microsoft.MachineLearningServices/workspaces/{place.workspace}"
            )
        return self._history

    def _json(self, client: Any, address: str) -> Mapping[str, Any]:
        values: Mapping[str, Any] = self._get(client, address, {}).json()
        return values

    def _get(
        self, client: Any, address: str, headers: Mapping[str, str], allowed: tuple[int, ...] = ()
    ) -> Any:
        errors = azure("core.exceptions")
        request = azure("core.rest").HttpRequest("GET", address, headers=dict(headers))
        try:
            answer = client.send_request(request)
        except errors.ClientAuthenticationError as error:
            refused = not_logged_in(error)  # later in a job the network may be away from the login alone
            raise (_NotNow(refused) if self._history else refused) from error
        except (errors.ServiceRequestError, errors.ServiceResponseError, errors.HttpResponseError) as error:
            raise _NotNow(unreachable(error)) from error
        if answer.status_code < 400 or answer.status_code in allowed:
            return answer
        if answer.status_code in _BUSY:
            pause = answer.headers.get("Retry-After", "")
            refused = of_answer(self.account.place, errors.HttpResponseError(response=answer))
            raise _NotNow(refused, float(pause) if pause.isdecimal() else None)
        if answer.status_code == 404:
            raise no_job(self.job)
        raise of_answer(self.account.place, errors.HttpResponseError(response=answer))


def state_of(job: Any) -> str:
    """How far a job of the SDK is, as the service calls it."""
    return str(getattr(job.status, "value", job.status) or "")


def no_job(name: str) -> UserError:
    """That a job is not in the workspace."""
    return UserError(
        Text("there is no job {name} in the workspace", name=name),
        remedy=Text("Look at `audioclf azure list PROJECT` for those of a project."),
    )
