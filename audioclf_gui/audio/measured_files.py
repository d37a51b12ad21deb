"""Measuring stretches of files."""

from collections.abc import Generator
from pathlib import Path

from audioclf_gui.audio.files import Frames, MonoReader, known_facts
from audioclf_gui.audio.measurements import Measurements, Stretch, measuring


def measuring_file(path: Path, stretch: Stretch, reader: MonoReader) -> Generator[float, None, Measurements]:
    """As `measurements.measuring`, of a stretch of a file; to cancel, stop iterating.

    Raises
    ------
    UnreadableAudioError
        If the file cannot be opened or its sound breaks off in an error.
    """
    facts = known_facts(path)

    def read(start: int, stop: int) -> Frames:
        return reader.read(path, None, start / facts.rate_hz, stop / facts.rate_hz)

    return (yield from measuring(read, facts.rate_hz, facts.frames, stretch))
