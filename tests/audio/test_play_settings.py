"""How sound is played is kept as JSON, and what has no meaning is refused."""

import pytest

from audioclf_gui.audio.play_settings import PlaySettings


@pytest.mark.parametrize(
    "settings",
    [
        PlaySettings(),
        PlaySettings(0.1, heterodyne=True, carrier_hz=45_000.0, channel=1),
        PlaySettings(keeps_pitch=True, channel="mix", pre_roll_s=0.5, scrubs=True),
    ],
)
def test_settings_are_kept(settings):
    assert PlaySettings.from_json(settings.to_json()) == settings


@pytest.mark.parametrize(
    "kept", [None, 3, {"speed": 0.01}, {"speed": "fast"}, {"newer": 1}, {"channel": -1}, {"channel": [1]}]
)
def test_what_is_not_understood_means_the_usual_settings(kept):
    assert PlaySettings.from_json(kept) == PlaySettings()


@pytest.mark.parametrize(
    "wrong",
    [
        {"speed": 0.049},
        {"speed": 4.1},
        {"speed": float("nan")},
        {"carrier_hz": 0.0},
        {"channel": "left"},
        {"pre_roll_s": -1.0},
        {"pre_roll_s": float("inf")},
    ],
)
def test_settings_without_meaning_are_refused(wrong):
    with pytest.raises(ValueError, match=r"speed|mixed|channel|before"):
        PlaySettings(**wrong)
