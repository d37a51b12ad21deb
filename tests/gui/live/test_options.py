"""How to listen is remembered from one start of the window to the next."""

import pytest

from audioclf_gui.gui.live.options import LiveOptions, remember, remembered
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
