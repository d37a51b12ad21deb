"""Windows are cut alike from a whole sound and from one that arrives in pieces."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.ml.windows import PAD_RULES, WindowStream, fit, starts, usual_window_s


def sound(frames):
    return np.arange(1, frames + 1, dtype=np.float32)


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("zeros", [1, 2, 3, 0, 0, 0, 0]), ("repeat", [1, 2, 3, 1, 2, 3, 1])],
)
def test_a_short_sound_is_lengthened_by_the_rule(rule, expected):
    assert fit(sound(3), 7, rule).tolist() == expected


@pytest.mark.parametrize("rule", PAD_RULES)
def test_a_long_sound_keeps_its_beginning_and_an_empty_one_is_silence(rule):
    assert fit(sound(9), 4, rule).tolist() == [1, 2, 3, 4]
    assert fit(sound(0), 3, rule).tolist() == [0, 0, 0]


def test_an_unknown_rule_is_refused():
    with pytest.raises(ValueError, match="mirror"):
        fit(sound(3), 7, "mirror")


@pytest.mark.parametrize(
    ("durations_s", "expected_s"),
    [
        ([5.001, 5.0], 5.01),  # or each of the first would take two windows
        ([5.0, 5.0], 5.0),
        ([0.1], 0.5),
        ([60.0], 6.0),
        ([1.0] * 99 + [5.0], 1.0),
        ([*range(1, 101)], 6.0),
    ],
)
def test_the_usual_window_holds_nearly_all_clips_within_bounds(durations_s, expected_s):
    assert usual_window_s(durations_s) == pytest.approx(expected_s)
    assert usual_window_s([60.0], longest_s=12.5) == pytest.approx(12.5)


@pytest.mark.parametrize(
    ("total", "window", "hop", "expected"),
    [
        pytest.param(0, 4, 2, [], id="nothing"),
        pytest.param(1, 4, 2, [0], id="one frame"),
        pytest.param(3, 4, 2, [0], id="shorter than a window"),
        pytest.param(4, 4, 2, [0], id="one window"),
        pytest.param(8, 4, 2, [0, 2, 4], id="the last hop ends where the sound ends"),
        pytest.param(9, 4, 2, [0, 2, 4, 5], id="a last window aligned to the end"),
        pytest.param(9, 2, 5, [0, 5, 7], id="hops longer than windows"),
    ],
)
def test_windows_cover_a_sound_to_its_end(total, window, hop, expected):
    assert starts(total, window, hop) == expected


@pytest.mark.parametrize(("window", "hop"), [(0, 1), (4, 0), (4, -1)])
def test_windows_that_never_move_are_refused(window, hop):
    with pytest.raises(ValueError, match="cannot step"):
        starts(10, window, hop)
    with pytest.raises(ValueError, match="cannot step"):
        WindowStream(window, hop, "zeros")


@given(
    blocks=st.lists(st.integers(0, 23), max_size=12),
    window=st.integers(1, 17),
    hop=st.integers(1, 19),
    rule=st.sampled_from(PAD_RULES),
)
def test_blocks_give_the_windows_of_the_whole_sound(blocks, window, hop, rule):
    whole = sound(sum(blocks))
    stream, found = WindowStream(window, hop, rule), []
    offset = 0
    for frames in blocks:
        found += stream.push(whole[offset : offset + frames])
        offset += frames
    found += stream.push(whole[:0], last=True)
    assert [start for start, _ in found] == starts(len(whole), window, hop)
    for start, samples in found:
        assert samples.tolist() == fit(whole[start:], window, rule).tolist()


def test_an_endless_sound_is_not_kept():
    stream = WindowStream(100, 50, "zeros")
    for _ in range(200):
        stream.push(sound(1000))
    assert stream.frames == 200_000
    assert len(stream._held) < 1150
