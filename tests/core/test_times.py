"""Times that differ by less than programs write are one for everybody who asks."""

import re
from pathlib import Path

import pytest

import audioclf_gui
from audioclf_gui.core.label import Region
from audioclf_gui.core.times import SAME_S
from audioclf_gui.core.track import is_clear
from audioclf_gui.formats.losses import losses
from audioclf_gui.formats.registry import FORMATS


@pytest.mark.parametrize(("over_s", "overlap"), [(0.5 * SAME_S, 0), (2 * SAME_S, 1)])
def test_an_edge_that_two_programs_rounded_is_one_in_the_window_and_in_files(over_s, overlap):
    spans = [(0.0, 0.25 + over_s), (0.25, 0.5)]
    assert is_clear(spans[0][1], spans[1][0]) is not bool(overlap)
    told = losses(FORMATS["textgrid"], [Region(*span, "a", track="words") for span in spans])
    assert len(told) == overlap


def test_how_near_times_are_one_is_said_in_one_place():
    root = Path(audioclf_gui.__file__).parent
    found = [
        path.name
        for path in root.rglob("*.py")
        if re.search(r"^_?(?:SAME|ROUNDING)\w*_S\b *=", path.read_text("utf-8"), re.MULTILINE)
    ]
    assert found == ["times.py"]
