"""What is wrong with single channels of an input: dead ones, and ones with crossed wires."""

import numpy as np
import numpy.typing as npt

from audioclf_gui.core.text import Text

Frames = npt.NDArray[np.float32]

_FEW = 8  # channels; more are an array of microphones, of which pairs may cancel each other in a tone
_DEAD = 1e-10  # of full scale squared, as mean: −100 dBFS, below the noise of any converter
_HEARD = 1e-6  # the same: −60 dBFS, louder than noise; in silence no channel is called dead
_INVERTED = -0.9  # correlation
_ALIKE = 0.1  # of the louder one's power


class ChannelWatch:
    """Watches frames (frames, channels) go by; `problems` tells of all since the last time.

    Parameters
    ----------
    channel
        Which one is listened to, counted from 1; None: the mean of all.
    """

    def __init__(self, channel: int | None = None) -> None:
        self._channel = channel
        self._frames = 0
        self._sums = np.zeros(0)
        self._products = np.zeros((0, 0))

    def push(self, block: Frames) -> None:
        """Look at a block."""
        if block.shape[1] != len(self._sums):
            if not len(block):
                return
            self._clear(block.shape[1])
        exact = block.astype(np.float64)
        self._frames += len(block)
        self._sums += exact.sum(axis=0)
        self._products += exact.T @ exact

    def problems(self) -> list[Text]:
        """What is wrong with channels; nothing where there is but one, or silence."""
        count = len(self._sums)
        if not self._frames or not 1 < count <= _FEW:
            return []
        means = self._sums / self._frames
        covariance = self._products / self._frames - np.outer(means, means)
        self._clear(count)
        power = np.diag(covariance)
        loudest = int(power.argmax())
        if power[loudest] < _HEARD:
            return []
        found = [self._dead(place + 1, loudest + 1) for place in np.flatnonzero(power < _DEAD).tolist()]
        for place in range(count):
            shared = covariance[place, loudest] / np.sqrt(max(power[place] * power[loudest], 1e-30))
            if shared < _INVERTED and power[place] > _ALIKE * power[loudest]:
                found.append(self._inverted(place + 1, loudest + 1))
        return found

    def _dead(self, channel: int, other: int) -> Text:
        if channel == self._channel:
            return Text(
                "Channel {channel}, which is listened to, carries no sound, but channel {other} does:"
                " choose that one.",
                channel=channel,
                other=other,
            )
        return Text(
            "Channel {channel} is dead, channel {other} is not: check its cable, or choose channel {other}.",
            channel=channel,
            other=other,
        )

    def _inverted(self, channel: int, other: int) -> Text:
        if self._channel is not None:
            return Text("Channel {channel} is channel {other} inverted.", channel=channel, other=other)
        return Text(
            "Channel {channel} is channel {other} inverted, so that the two cancel each other:"
            " one of them is heard instead of their mean. Check the wires of the plug.",
            channel=channel,
            other=other,
        )

    def _clear(self, channels: int) -> None:
        self._frames = 0
        self._sums = np.zeros(channels)
        self._products = np.zeros((channels, channels))
