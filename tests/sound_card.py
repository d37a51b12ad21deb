"""A sound card in the hands of a test: as much of `sounddevice` as is used, with nothing behind it."""

import threading
from types import SimpleNamespace

import numpy as np

CHANNELS_REFUSED, RATE_REFUSED, UNAVAILABLE, HOST_ERROR = -9998, -9997, -9985, -9999
PERMISSION_DENIED = (HOST_ERROR, (0, -13, "Permission denied"))
"""What PortAudio says of a device that belongs to somebody else."""


class PortAudioError(Exception):
    """As of sounddevice: words, number, and for errors of the host what that said."""


class Plug:
    """A device that is in the socket; a test makes it refuse, go quiet or be pulled out."""

    def __init__(self, name, channels=1, rate_hz=8000, rates=None):
        self.name, self.channels, self.rate_hz = name, channels, rate_hz
        self.rates = rates or (rate_hz,)
        self.refusal = None  # code, or code and what the host said


class Stream:
    """An input that is open; sound comes when the test says so."""

    def __init__(self, card, plug, settings):
        self.card, self.plug = card, plug
        self.rate_hz, self.channels = settings["samplerate"], settings["channels"]
        self.callback = settings["callback"]
        self.active = False

    def start(self):
        if not self.card.has(self.plug):
            raise PortAudioError("Device unavailable", UNAVAILABLE)
        self.active = True

    def abort(self):
        if not self.card.has(self.plug):
            raise PortAudioError("Unanticipated host error", HOST_ERROR, (0, -19, "No such device"))
        self.active = False

    def close(self):
        self.active = False
        self.card.streams.remove(self)


class SoundCard:
    """Stands for the module `sounddevice`. As of PortAudio, the list of devices is that of the last start."""

    PortAudioError = PortAudioError

    def __init__(self, *plugs):
        self.plugs = list(plugs)
        self.streams = []
        self.starts = 1
        self._listed = list(plugs)
        self._lock = threading.Lock()
        self.default = SimpleNamespace(device={"input": 0 if plugs else -1, "output": -1})

    def has(self, plug):
        return plug in self.plugs

    def pull(self, plug):
        """Pull it out: what is open of it ends, and the library does not notice until it starts again."""
        self.plugs.remove(plug)
        for stream in self.streams:
            stream.active = stream.active and stream.plug is not plug

    def plug_in(self, plug, place=0):
        self.plugs.insert(place, plug)

    def play(self, samples, *, overflow=False):
        """Let every open input hear `samples`, (frames,) or (frames, channels)."""
        block = np.asarray(samples, np.float32).reshape(len(samples), -1)
        status = SimpleNamespace(input_overflow=overflow)
        for stream in [one for one in self.streams if one.active]:
            wide = np.repeat(block, stream.channels, axis=1) if block.shape[1] == 1 else block
            stream.callback(wide[:, : stream.channels].copy(), len(block), None, status)

    @property
    def is_heard(self):
        return any(stream.active for stream in self.streams)

    def get_portaudio_version(self):
        return 1246720, "PortAudio V19.7.0-devel, revision unknown"

    def query_hostapis(self):
        return [{"name": "Sockets", "default_input_device": 0, "default_output_device": -1}]

    def query_devices(self):
        return [
            {
                "name": plug.name,
                "index": index,
                "hostapi": 0,
                "max_input_channels": plug.channels,
                "max_output_channels": 0,
                "default_samplerate": float(plug.rate_hz),
            }
            for index, plug in enumerate(self._listed)
        ]

    def InputStream(self, **settings):
        plug = self._listed[settings["device"]]
        if not self.has(plug):
            raise PortAudioError("Device unavailable", UNAVAILABLE)
        if plug.refusal is not None:
            code, *said = plug.refusal
            raise PortAudioError("Error opening InputStream", code, *said)
        if settings["channels"] > plug.channels:
            raise PortAudioError("Invalid number of channels", CHANNELS_REFUSED)
        if settings["samplerate"] not in plug.rates:
            raise PortAudioError("Invalid sample rate", RATE_REFUSED)
        self.streams.append(Stream(self, plug, settings))
        return self.streams[-1]

    def _terminate(self):
        assert not self.streams, "PortAudio crashes when it is ended while a stream is open"

    def _initialize(self):
        self.starts += 1
        self._listed = list(self.plugs)
