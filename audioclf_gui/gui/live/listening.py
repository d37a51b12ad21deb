"""What the job that listens tells, as the Live workspace takes it."""

import time
from collections import deque
from collections.abc import Generator
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np

from audioclf_gui.audio.device_states import DeviceState
from audioclf_gui.audio.fourier import spectra
from audioclf_gui.core.progress import Progress
from audioclf_gui.jobs.listen import ListenEvent, Opened
from audioclf_gui.jobs.listen_beside import BesideTold
from audioclf_gui.jobs.record_heard import NotRecorded

if TYPE_CHECKING:
    from audioclf_gui.ml.live import LiveEvent

_REPORT_S = 1 / 30

ListeningEvent = Opened | Progress | DeviceState | NotRecorded | BesideTold


def gathered(
    events: Generator[ListenEvent, None, None], answers: "deque[LiveEvent]"
) -> Generator[ListeningEvent, None, None]:
    """The same events, but for the answers of the model, of which a fast file has thousands a second.

    They are appended to `answers`, from which the window takes them at its own pace; instead of them
    comes the second that has been heard up to, 30 times a second at most.
    """
    from audioclf_gui.ml.live import LiveScores

    spectra(np.zeros((1, 2), np.float32))  # loads what it needs here, before the window's thread draws
    total, heard_s, reported_at = 0, 0, 0.0
    with closing(events):
        for event in events:
            if isinstance(event, Opened | Progress | DeviceState | NotRecorded | BesideTold):
                total = round(event.duration_s) if isinstance(event, Opened) else total
                yield event
                continue
            answers.append(event)
            heard_s = int(event.end_s) if isinstance(event, LiveScores) else heard_s
            if time.monotonic() - reported_at >= _REPORT_S:
                reported_at = time.monotonic()
                yield Progress(heard_s, total)
