from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.devices import Device
from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.recent_sound import RecentSound
from audioclf_gui.audio.ring_buffer import RingBuffer
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.core.label import ClassId, LabelClass, distinct_colour
from audioclf_gui.gui.live.heard import Passage
from audioclf_gui.gui.live.options import LiveOptions
from audioclf_gui.gui.live.session import ListeningSession, kept_as, what_is_missing
from audioclf_gui.jobs.keep_sound import Occasion
from audioclf_gui.jobs.listen import Opened
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.decisions import Event, EventTold, Phase

RATE_HZ = 1000
MICROPHONE = Device("Test microphone", "Arrays", 1, RATE_HZ, is_default=True)
BUNDLE = Path("models/run-0001")
NOON = datetime(2026, 3, 1, 12, 0, 0)
DOG, RAIN = LabelClass(ClassId(1), "dog", "#112233"), LabelClass(ClassId(2), "rain", "#445566")


def ramp(seconds):
    """Samples that tell their place, exact in 16 bits."""
    return (np.arange(round(seconds * RATE_HZ)) % 2**15 / 2**15).astype(np.float32)


def opened(heard_s=0.0, occasion=None):
    recent = RecentSound(RATE_HZ, 600.0)
    recent.push(ramp(heard_s))
    sound = RingBuffer(RATE_HZ, 1)
    return Opened(
        ("rain", "owl"), (0.5, 0.5), None, 1.0, RATE_HZ, RATE_HZ / 2, 0.0, -70.0, sound, recent, occasion
    )


def sit(session, source, now, heard_s=0.0):
    session.ask(BUNDLE, source)
    session.begin(opened(heard_s, Occasion(source, BUNDLE.name, now)), now)


def event(time_s, phase=Phase.BEGUN):
    return EventTold(0, phase, Event(time_s - 0.5, time_s, "rain", 0.9))


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
    sit(session, MICROPHONE, NOON + timedelta(seconds=60))
    groups = [sitting.opened.occasion.group for sitting in session.sittings]
    assert groups == ["live 2026-03-01 12-00-00", "live 2026-03-01 12-01-00"]


@pytest.mark.parametrize("before", [MICROPHONE, FileInput(Path("night.wav"))])
def test_a_file_has_a_list_and_times_of_its_own(session, before):
    sit(session, before, NOON)
    session.log.add([event(1.0)])
    sit(session, FileInput(Path("dawn.wav")), NOON + timedelta(seconds=60))
    assert (session.log.rows, session.origin) == ([], None)
    assert [sitting.opened.occasion.group for sitting in session.sittings] == ["dawn"]
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


def kept(session):
    """The sound of what a key would keep."""
    stretch = session.wanted()
    return session.sitting_of(stretch).to_keep(stretch, {})


def test_without_an_event_the_last_seconds_are_kept_that_the_options_say(session):
    assert session.wanted() is None
    sit(session, MICROPHONE, NOON)
    assert session.wanted() is None, "nothing was heard yet"
    sit(session, MICROPHONE, NOON, heard_s=5.0)
    np.testing.assert_array_equal(kept(session).samples, ramp(5.0)[3000:])
    session.options = LiveOptions(keep_s=10.0)
    np.testing.assert_array_equal(kept(session).samples, ramp(5.0))


def test_the_last_event_is_kept_with_what_was_heard_just_before(session):
    session.options = LiveOptions(keep_s=2.0, pre_roll_s=0.25, span_s=10.0)
    sit(session, MICROPHONE, NOON, heard_s=9.0)
    session.log.add([event(6.0, Phase.ENDED)])
    wanted = kept(session)
    np.testing.assert_array_equal(wanted.samples, ramp(9.0)[5250:6000])
    assert wanted.origin.class_name == "rain"
    assert wanted.origin.scores == {"rain": 0.9}
    assert wanted.origin.began == NOON + timedelta(seconds=5.25)
    session.options = LiveOptions(keep_s=2.0, span_s=2.0)
    assert session.wanted() == Passage(7.0, 9.0), "the event cannot be seen any more"


def test_an_event_that_goes_on_is_kept_up_to_now(session):
    sit(session, MICROPHONE, NOON, heard_s=9.0)
    session.log.add([event(8.5)])
    np.testing.assert_array_equal(kept(session).samples, ramp(9.0)[7500:])


def test_what_is_pointed_at_comes_before_the_last_event(session):
    sit(session, MICROPHONE, NOON, heard_s=9.0)
    session.log.add([event(6.0)])
    session.picked = Passage(1.0, 2.5)
    np.testing.assert_array_equal(kept(session).samples, ramp(9.0)[1000:2500])


def test_an_event_without_end_is_kept_from_its_last_half_minute(session):
    sit(session, MICROPHONE, NOON, heard_s=90.0)
    session.log.add([EventTold(0, Phase.BEGUN, Event(1.0, 90.0, "rain", 0.9))])
    assert (session.wanted().start_s, session.wanted().end_s) == (60.0, 90.0)


def test_what_was_heard_before_a_stop_can_still_be_kept(session):
    sit(session, MICROPHONE, NOON, heard_s=5.0)
    sit(session, MICROPHONE, NOON + timedelta(seconds=60), heard_s=3.0)
    session.picked = Passage(1.0, 2.0)
    wanted = kept(session)
    np.testing.assert_array_equal(wanted.samples, ramp(5.0)[1000:2000])
    assert wanted.group == "live 2026-03-01 12-00-00"


def test_ten_minutes_are_remembered_whatever_was_stopped_between(session):
    for number, heard_s in enumerate((100.0, 300.0, 400.0, 10.0)):
        sit(session, MICROPHONE, NOON + timedelta(seconds=1000 * number), heard_s)
    assert [sitting.recent.end_s for sitting in session.sittings] == [300.0, 400.0, 10.0]


def test_a_file_is_read_again_where_its_sound_is_forgotten(session, tmp_path):
    write_wav(tmp_path / "night.wav", ramp(30.0), RATE_HZ)
    source = FileInput(tmp_path / "night.wav")
    session.ask(BUNDLE, source)
    recent = RecentSound(RATE_HZ, 5.0)
    recent.push(ramp(30.0))
    occasion = Occasion(source, BUNDLE.name, NOON)
    session.begin(replace(opened(0.0, occasion), recent=recent), NOON)
    session.picked = Passage(2.0, 3.0)
    wanted = kept(session)
    np.testing.assert_allclose(wanted.samples, ramp(30.0)[2000:3000], atol=1e-4)
    assert (wanted.origin.source, wanted.origin.from_s) == ("night.wav", 2.0)


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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rain", "Kept 5 s as rain; it is in the label queue, and the next training learns from it."),
        ("", "Kept 5 s without a class; it is in the label queue, and training leaves it out"),
        ("background", "Kept 5 s as none of the classes"),
    ],
)
def test_of_a_kept_clip_is_said_what_training_makes_of_it(name, said):
    assert str(kept_as(name, "5 s")).startswith(said)
