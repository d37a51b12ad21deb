"""Ready-made views for kinds of sound; a preset is data, and everything it sets can be changed."""

import math
from dataclasses import dataclass, replace

from audioclf_gui.audio.spectrogram_view import Analysis, SpectrogramView
from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class ViewPreset:
    """A named view.

    Attributes
    ----------
    lowest_hz, highest_hz : float
        Sampling rates of recordings that are usually made of such sounds.
    is_offered : bool
        Whether sound of such a rate suggests it so strongly that it is offered.
    """

    name: str
    title: Text
    view: SpectrogramView
    lowest_hz: float
    highest_hz: float = math.inf
    is_offered: bool = False

    def suits(self, rate_hz: int) -> bool:
        """Whether a recording's sampling rate suggests it."""
        return self.lowest_hz <= rate_hz <= self.highest_hz

    def applied_to(self, view: SpectrogramView) -> SpectrogramView:
        """The preset with the colours and the lanes of the view that it replaces."""
        analysis = replace(self.view.analysis, separate=view.analysis.separate)
        return replace(self.view, colours=view.colours, analysis=analysis)


VIEW_PRESETS: dict[str, ViewPreset] = {
    preset.name: preset
    for preset in (
        ViewPreset("general", Text("General"), SpectrogramView(), 0.0),
        ViewPreset(
            "birds", Text("Birds"), SpectrogramView(axis="linear", high_hz=12_000.0), 32_000.0, 96_000.0
        ),
        ViewPreset(
            "bats",
            Text("Bats"),
            SpectrogramView(axis="linear", low_hz=10_000.0, shown="above median"),
            128_000.0,
            is_offered=True,
        ),
        ViewPreset(
            "speech",
            Text("Speech"),
            SpectrogramView(Analysis(window_s=0.01), axis="linear", high_hz=5_500.0),
            8_000.0,
            24_000.0,
        ),
        ViewPreset(
            "machines",
            Text("Machines"),
            SpectrogramView(Analysis(window_s=0.1), axis="log", low_hz=20.0),
            8_000.0,
            51_200.0,
        ),
        ViewPreset(
            "whales",
            Text("Whales"),
            SpectrogramView(Analysis(window_s=0.2), axis="log", low_hz=10.0, shown="above median"),
            100.0,
            4_000.0,
            is_offered=True,
        ),
    )
}
"""By name, the usual one first."""


def offered_view(rate_hz: int) -> ViewPreset | None:
    """The preset that a sampling rate suggests strongly, if there is one."""
    return next((one for one in VIEW_PRESETS.values() if one.is_offered and one.suits(rate_hz)), None)
