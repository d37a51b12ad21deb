"""What is wrong with a live input: nothing arrives, too loud, hum, gaps."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.levels import FLOOR_DB, peak_db, rms_db, swing
from audioclf_gui.core.text import Text

Samples = npt.NDArray[np.float32]

REPORT_S = 0.5

_FULL_SCALE = 0.999
_CLIPPED_SHARE = 0.001
_OFFSET = 0.02  # of full scale
_MAINS_HZ = (50.0, 60.0)
_HARMONICS = 6
_HUM_WIDTH_HZ = 4.0  # two bins of half a second, which is what a Hann window smears a tone over
_HUM_SHARE = 0.6  # of the power, in the mains frequency and its harmonics together
_FUNDAMENTAL_SHARE = 0.1  # in the mains frequency itself, or any tone of 300 Hz would be called hum
_LEAST_HUM_RATE_HZ = 1000


@dataclass(frozen=True, slots=True)
class InputHealth:
    """The state of the input over the last half second or so."""

    time_s: float  # end of that stretch
    level_db: float  # dBFS, -120 for silence
    peak_db: float
    problems: tuple[Text, ...]  # none: the input is fine


class InputMeter:
    """Watches mono sound at `rate_hz` go by, and reports every `REPORT_S` seconds of it."""

    def __init__(self, rate_hz: int, silence_db: float) -> None:
        self._rate_hz = rate_hz
        self._silence_db = silence_db
        self._report_frames = max(1, round(REPORT_S * rate_hz))
        self._held: Samples = np.zeros(0, np.float32)
        self._frames = 0
        self._lost: tuple[Text, ...] = ()  # for the next report

    def push(self, mono: Samples) -> list[InputHealth]:
        """The reports that `mono` (frames,) completes."""
        self._held = np.concatenate([self._held, mono])
        reports = []
        while len(self._held) >= self._report_frames:
            stretch, self._held = self._held[: self._report_frames], self._held[self._report_frames :]
            self._frames += len(stretch)
            reports.append(self._report(stretch))
        return reports

    def gap(self, lost_frames: int) -> None:
        """Sound was lost; the next report says so. 0: nobody knows how much."""
        lost = Text("Some sound got lost: the computer is too busy, or the device skipped.")
        if lost_frames:
            lost = Text(
                "{lost_ms:.0f} ms of sound got lost: the computer is too busy, or the device skipped.",
                lost_ms=1000.0 * lost_frames / self._rate_hz,
            )
        self._lost = (lost,)
        self._frames += len(self._held) + lost_frames
        self._held = self._held[:0]

    def stalled(self) -> InputHealth:
        """The report for a while in which the device delivered nothing at all."""
        problem = Text("No sound arrives from the device: is it still connected?")
        return InputHealth(self._frames / self._rate_hz, FLOOR_DB, FLOOR_DB, (problem,))

    def _report(self, stretch: Samples) -> InputHealth:
        problems = (*self._lost, *self._problems(stretch))
        self._lost = ()
        return InputHealth(self._frames / self._rate_hz, rms_db(stretch), peak_db(stretch), problems)

    def _problems(self, stretch: Samples) -> list[Text]:
        if not stretch.any():
            return [Text("No signal, only zeros: check the permission to use the microphone, or the device.")]
        offset = float(stretch.mean())
        moving = swing(stretch)
        problems = []
        if abs(offset) > _OFFSET:
            problems.append(
                Text(
                    "A constant offset of {percent:+.0f} % of full scale: the device may be faulty.",
                    percent=100.0 * offset,
                )
            )
        if np.mean(np.abs(stretch) >= _FULL_SCALE) > _CLIPPED_SHARE:
            problems.append(Text("Too loud, the peaks are cut off: turn the input down."))
        if rms_db(moving) < self._silence_db:
            problems.append(Text("Silence: nothing above {level_db:.0f} dBFS.", level_db=self._silence_db))
        elif hum_hz := _hum_hz(moving, self._rate_hz):
            problems.append(
                Text(
                    "Mains hum at {hum_hz:.0f} Hz is louder than all else: check cables and power supply.",
                    hum_hz=hum_hz,
                )
            )
        return problems


def _hum_hz(moving: Samples, rate_hz: int) -> float | None:
    """The mains frequency that makes up most of the sound; None where none does."""
    if rate_hz < _LEAST_HUM_RATE_HZ:
        return None
    power = np.square(np.abs(np.fft.rfft(moving * np.hanning(len(moving)))))
    frequencies_hz = np.fft.rfftfreq(len(moving), 1.0 / rate_hz)
    total = float(power.sum())
    if not total:
        return None
    for mains_hz in _MAINS_HZ:
        shares = [
            float(power[np.abs(frequencies_hz - order * mains_hz) <= _HUM_WIDTH_HZ].sum()) / total
            for order in range(1, _HARMONICS + 1)
        ]
        if shares[0] >= _FUNDAMENTAL_SHARE and sum(shares) >= _HUM_SHARE:
            return mains_hz
    return None
