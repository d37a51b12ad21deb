"""What is wrong with a live input: nothing arrives, too loud, hum, gaps."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from audioclf_gui.audio.levels import FLOOR_DB, peak_db, rms_db, swing
from audioclf_gui.core.text import Text
from audioclf_gui.ml.channel_health import ChannelWatch

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
_ONLY_ZEROS = Text("No signal, only zeros: check the permission to use the microphone, or the device.")


@dataclass(frozen=True, slots=True)
class InputHealth:
    """The state of the input over the last half second or so."""

    time_s: float  # end of that stretch
    level_db: float  # dBFS, -120 for silence
    peak_db: float
    problems: tuple[Text, ...]  # none: the input is fine


class InputMeter:
    """Watches mono sound at `rate_hz` go by, and reports every `REPORT_S` seconds of it.

    Parameters
    ----------
    silence_db
        Level in dBFS below which nothing is classified.
    channel
        Which one is listened to, counted from 1; None: the mean of all.
    is_file
        Whether zeros are just silence: those of a microphone mean that it is shut off.

    Attributes
    ----------
    channels
        Watches the channels that it came from.
    """

    def __init__(
        self, rate_hz: int, silence_db: float, channel: int | None = None, *, is_file: bool = False
    ) -> None:
        self.channels = ChannelWatch(channel)
        self._rate_hz = rate_hz
        self._silence_db = silence_db
        self._is_file = is_file
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
        of_channels = self.channels.problems()
        problems = (*self._lost, *of_channels, *self._problems(stretch, is_told=bool(of_channels)))
        self._lost = ()
        return InputHealth(self._frames / self._rate_hz, rms_db(stretch), peak_db(stretch), problems)

    def _problems(self, stretch: Samples, *, is_told: bool) -> list[Text]:
        if not stretch.any() and (is_told or not self._is_file):
            return [] if is_told else [_ONLY_ZEROS]
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
        clipped = float(np.mean(np.abs(stretch) >= _FULL_SCALE))
        if clipped > _CLIPPED_SHARE:
            problems.append(
                Text(
                    "Too loud, {percent:.1f} % of the sound is cut off at {peak_db:.1f} dBFS:"
                    " turn the input down.",
                    percent=100.0 * clipped,
                    peak_db=peak_db(stretch),
                )
            )
        if rms_db(moving) < self._silence_db:
            problems.append(
                Text(
                    "Silence: peaks of {peak_db:.1f} dBFS, in the mean {level_db:.1f} dBFS;"
                    " nothing is classified below {silence_db:.0f} dBFS.",
                    peak_db=peak_db(stretch),
                    level_db=rms_db(moving),
                    silence_db=self._silence_db,
                )
            )
        elif hum := _hum(moving, self._rate_hz):
            problems.append(
                Text(
                    "Mains hum at {hum_hz:.0f} Hz is {percent:.0f} % of the sound:"
                    " check cables and power supply.",
                    hum_hz=hum[0],
                    percent=100.0 * hum[1],
                )
            )
        return problems


def _hum(moving: Samples, rate_hz: int) -> tuple[float, float] | None:
    """The mains frequency that makes up most of the sound, and its share of it; None where none does."""
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
            return mains_hz, sum(shares)
    return None
