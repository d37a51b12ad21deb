"""What of labels a format of label files, or one file of it, has a place for."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from audioclf_gui.core.label import Region
from audioclf_gui.core.track import MAIN


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What there is a place for; of what there is none a file denies nothing."""

    bands: bool = True
    scores: bool = True
    nameless: bool = True  # stretches without a text
    blanks: bool = True  # texts of several words
    moments: bool = True
    overlaps: bool = True  # stretches over each other in one track
    tracks: bool = False
    files: bool = False  # the name of the sound file with each label, so that one file is about many
    notes: bool = False
    certainties: bool = False
    extra: bool = False  # further columns
    fine_times: bool = True  # to the microsecond; else to the millisecond

    def held(self, region: Region) -> Region:
        """The label without what there is no place for and what may be missing without being denied."""
        return replace(
            region,
            track=region.track if self.tracks else MAIN,
            note=region.note if self.notes else "",
            certainty=region.certainty if self.certainties else None,
            extra=region.extra if self.extra else (),
        )

    def leaves_out(self, region: Region) -> bool:
        """Whether the label as a whole has no place."""
        if region.start_s == region.end_s:
            return not self.moments
        return not self.nameless and not region.text.strip()


USUAL = Capabilities()
"""Of a file that says nothing else: names, times, frequencies and scores."""


def held_by(capabilities: Capabilities, regions: Iterable[Region]) -> list[Region]:
    """The labels as `Capabilities.held` has them."""
    return list(map(capabilities.held, regions))
