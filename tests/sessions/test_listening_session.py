from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.core.label import ClassId, LabelClass, distinct_colour
from audioclf_gui.gui.live.options import LiveOptions
from audioclf_gui.gui.live.session import ListeningSession, kept_as, what_is_missing
from audioclf_gui.jobs.listen import Opened
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.decisions import Event, EventTold, Phase
from audioclf_gui.ml.live import RecentSound

RATE_HZ = 1000
MICROPHONE = Device("Test microphone", "Arrays", 1, RATE_HZ, is_default=True)
BUNDLE = Path("models/run-0001")
NOON = datetime(2026, 3, 1, 12, 0, 0)
DOG, RAIN = LabelClass(ClassId(1), "dog", "#112233"), LabelClass(ClassId(2), "rain", "#445566")


def opened(heard_s=0.0):
    recent = RecentSound(RATE_HZ, 30.0)
    if heard_s:
        recent.push(np.arange(round(heard_s * RATE_HZ), dtype=np.float32))
    sound = RingBuffer(RATE_HZ, 1)
    return Opened(("rain", "owl"), (0.5, 0.5), None, 1.0, RATE_HZ, RATE_HZ / 2, 0.0, sound, recent)


def sit(session, source, now, heard_s=0.0):
    session.ask(BUNDLE, source)
    session.begin(opened(heard_s), now)


def event(time_s):
    return EventTold(0, Phase.BEGUN, Event(time_s - 0.5, time_s, "rain", 0.9))


@pytest.fixture
def session():
    return ListeningSession(LiveOptions(keep_s=2.0))


def test_a_microphone_s_list_goes_on_at_the_next_sitting(session):
    sit(session, MICROPHONE, NOON)
    session.log.add([event(1.0)])
    sit(session, MICROPHONE, NOON + timedelta(seconds=60))
    session.log.add([event(2.0)])
    assert [row.time_s for row in session.log.rows] == [1.0, 62.0]
    assert session.origin == NOON


def test_each_sitting_is_a_recording_group_of_its_own(session):
    sit(session, MICROPHONE, NOON)
    first = session.group
    sit(session, MICROPHONE, NOON + timedelta(seconds=60))
    assert (first, session.group) == ("live 2026-03-01 12-00-00", "live 2026-03-01 12-01-00")


@pytest.mark.parametrize("before", [MICROPHONE, FileInput(Path("night.wav"))])
def test_a_file_has_a_list_and_times_of_its_own(session, before):
    sit(session, before, NOON)
    session.log.add([event(1.0)])
    sit(session, FileInput(Path("dawn.wav")), NOON + timedelta(seconds=60))
    assert (session.log.rows, session.origin, session.group) == ([], None, "dawn")
    session.log.add([event(3.0)])
    assert session.log.rows[0].time_s == 3.0


def test_a_microphone_after_a_file_begins_a_list(session):
    sit(session, FileInput(Path("night.wav")), NOON)
    session.log.add([event(1.0)])
    sit(session, MICROPHONE, NOON + timedelta(seconds=60))
    assert session.log.rows == []
    assert session.origin == NOON + timedelta(seconds=60)


def test_a_cleared_list_keeps_its_clock(session):
    sit(session, MICROPHONE, NOON)
    sit(session, MICROPHONE, NOON + timedelta(seconds=60))
    session.log.add([event(1.0)])
    session.clear_log()
    assert session.log.rows == []
    session.log.add([event(2.0)])
    assert session.log.rows[0].time_s == 62.0


def test_what_is_kept_are_the_last_seconds_that_the_options_say(session):
    assert session.last_seconds() is None
    sit(session, MICROPHONE, NOON)
    assert session.last_seconds() is None, "nothing was heard yet"
    sit(session, MICROPHONE, NOON, heard_s=5.0)
    np.testing.assert_array_equal(session.last_seconds(), np.arange(3000, 5000))
    session.options = LiveOptions(keep_s=10.0)
    assert len(session.last_seconds()) == 5000


def test_a_sitting_counts_what_is_kept_anew(session):
    sit(session, MICROPHONE, NOON)
    session.kept += 1
    sit(session, MICROPHONE, NOON)
    assert session.kept == 0


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (LiveOptions(keep_s=9.0, span_s=60.0), False),
        (LiveOptions(LiveSettings(threshold=0.7)), True),
        (LiveOptions(LiveSettings(smoothing=0.1)), True),
    ],
)
def test_only_options_that_change_what_is_heard_need_a_restart(session, options, expected):
    assert not session.needs_restart
    sit(session, MICROPHONE, NOON)
    session.options = options
    assert session.needs_restart is expected
    sit(session, MICROPHONE, NOON)
    assert not session.needs_restart


def test_classes_have_the_project_s_colours_where_it_has_them(session):
    assert session.colours([DOG, RAIN]) == {}
    sit(session, MICROPHONE, NOON)
    assert session.colours([DOG, RAIN]) == {"rain": "#445566", "owl": distinct_colour(1)}


@pytest.mark.parametrize(
    ("source", "bundle", "words"),
    [
        (None, None, "There is no model yet"),
        (MICROPHONE, None, "There is no model yet"),
        (None, BUNDLE, "Connect a microphone"),
    ],
)
def test_what_is_missing_is_said(source, bundle, words):
    assert str(what_is_missing(source, bundle)).startswith(words)


def test_nothing_is_missing_with_a_model_and_an_input():
    assert what_is_missing(MICROPHONE, BUNDLE) is None


@pytest.mark.parametrize(("class_id", "name"), [(RAIN.id, "rain"), (None, "a clip without a class")])
def test_a_kept_clip_is_named_by_its_class(class_id, name):
    said = str(kept_as([DOG, RAIN], class_id, "5 s"))
    assert said == f"Kept 5 s as {name}; it is in the label queue."
