"""How to listen is remembered from one start of the window to the next."""

from dataclasses import fields

import pytest

from audioclf_gui.audio.device_stream import DeviceInput
from audioclf_gui.cli.live import LIVE_OPTIONS
from audioclf_gui.cli.parser import make_parser
from audioclf_gui.gui.live.options import LiveOptions, remember, remembered
from audioclf_gui.gui.live.options_panel import OptionsPanel
from audioclf_gui.ml.decision_settings import LiveSettings


@pytest.mark.parametrize(
    "options",
    [
        LiveOptions(),
        LiveOptions(LiveSettings(threshold=0.7, hop_s=0.5), keep_s=9.0, pre_roll_s=1.5, span_s=30.0),
    ],
)
def test_options_are_remembered(options, session):
    remember(session, options)
    assert remembered(session) == options


def test_remembered_settings_that_nobody_could_listen_with_are_forgotten(session):
    remember(session, LiveOptions(LiveSettings(hop_s=0.5), keep_s=9.0))
    session.put("live/smoothing", 1.5)
    assert remembered(session) == LiveOptions(keep_s=9.0)


OTHER = LiveSettings(
    threshold=0.3,
    release=0.5,
    smoothing=0.25,
    min_event_s=1.0,
    join_s=2.0,
    cool_down_s=3.0,
    silence_db=-40.0,
    hop_s=0.5,
)
"""Every setting is another one than usual."""

OF_THE_PICTURES = {"keep_s", "pre_roll_s", "span_s"}
"""What is kept as clips and shown, of which a command line has neither."""


BESIDE = {"log", "log_daily", "log_mb", "keep_near", "keep_margin", "keep_per_hour", "alert", "alert_command"}
"""The same of what is done unasked."""


def test_every_setting_of_listening_is_in_the_window_and_on_the_command_line(qtbot):
    settings = {one.name for one in fields(LiveSettings)}
    assert all(getattr(OTHER, name) != getattr(LiveSettings(), name) for name in settings)
    panel = OptionsPanel(LiveOptions())
    qtbot.addWidget(panel)
    panel.show_options(LiveOptions(OTHER))
    assert panel.options.settings == OTHER
    assert {one.name for one in fields(LiveOptions)} == OF_THE_PICTURES | {"settings", "unasked"}
    assert {name for name, _unit, _what in LIVE_OPTIONS} == settings
    of_command = vars(make_parser().parse_args(["live", "bundle"]))
    assert of_command.keys() >= settings | {"input", "rate_hz", "channel", "equaliser"} | BESIDE
    assert {one.name for one in fields(DeviceInput)} == {"device", "rate_hz", "channel"}
