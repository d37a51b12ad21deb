"""What a job in Azure tells beside the events of its training."""

from dataclasses import dataclass

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class AzureNote:
    """Something that whoever waits should know."""

    text: Text


@dataclass(frozen=True, slots=True)
class JobState:
    """How far a job is; told again and again while nothing happens, for whoever wants to end the waiting."""

    job: str
    status: str  # as the service calls it: Queued, Running and so on


@dataclass(frozen=True, slots=True)
class LogLine:
    """What something else than the training says there, a download of packages for one."""

    log: str
    line: str
