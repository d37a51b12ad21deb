"""Ready-made ways to find sounds; a preset is data, and everything it sets can be changed."""

from dataclasses import dataclass

from audioclf_gui.audio.segment import FindSettings, PageSettings, SegmentSettings
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class FindPreset:
    """A named way to find sounds."""

    name: str
    title: Text
    settings: FindSettings


FIND_PRESETS: dict[str, FindPreset] = {
    preset.name: preset
    for preset in (
        FindPreset("level", Text("By level"), SegmentSettings()),
        FindPreset(
            "birds",
            Text("Birds"),
            SegmentSettings(
                10.0, "rms", 0.01, 0.5, 0.05, 0.05, 0.05, low_hz=1000.0, high_hz=11_000.0, over_floor=True
            ),
        ),
        FindPreset(
            "bats",
            Text("Bats"),
            SegmentSettings(8.0, "rms", 0.001, 0.005, 0.001, 0.001, 0.001, low_hz=15_000.0, over_floor=True),
        ),
        FindPreset(
            "speech",
            Text("Speech"),
            SegmentSettings(
                12.0, "rms", 0.01, 0.3, 0.1, 0.05, 0.1, low_hz=100.0, high_hz=6000.0, over_floor=True
            ),
        ),
        FindPreset(
            "machines",
            Text("Machines"),
            SegmentSettings(8.0, "flux", 0.02, 0.5, 0.02, 0.1, 0.1, low_hz=20.0, over_floor=True),
        ),
        FindPreset(
            "whales",
            Text("Whales"),
            SegmentSettings(2.0, "rms", 0.5, 3.0, 3.0, 0.5, 0.5, low_hz=10.0, high_hz=100.0, over_floor=True),
        ),
        FindPreset("windows", Text("Equal windows"), PageSettings()),
    )
}
"""By name, the usual one first; "birds" finds songs, "bats" calls, "machines" what breaks in on a hum.

"whales" finds the long low calls of the large ones, which stand out of the sea by few dB, but for many
seconds.
"""
