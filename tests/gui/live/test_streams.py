import threading

import numpy as np
import pytest

from audioclf_gui.audio.files import read_mono
from audioclf_gui.audio.streams import FileInput, FileStream, TappedStream
from audioclf_gui.gui.live.options import LiveOptions, remember, remembered
from audioclf_gui.ml.live_settings import LiveSettings

from .conftest import MICROPHONE, RATE_HZ, hiss


def heard(source):
    source.start()
    blocks = []
    while source.is_active:
        blocks.append(source.read())
    return np.concatenate(blocks)[:, 0]


def test_a_file_is_heard_whole(sound_file):
    path = sound_file(hiss(2.345))
    np.testing.assert_array_equal(heard(FileStream(FileInput(path, realtime=False))), read_mono(path))


def test_a_file_in_real_time_does_not_run_ahead(sound_file):
    source = FileStream(FileInput(sound_file(hiss(5.0)), realtime=True))
    source.start()
    frames = sum(len(source.read()) for _ in range(100))
    assert 0 < frames < 2 * RATE_HZ


def test_a_fast_file_waits_for_a_window_that_is_behind(sound_file):
    path = sound_file(hiss(25.0))
    tee = TappedStream(FileInput(path, realtime=False), threading.Event())
    tee.start()
    shown = []
    frames = 0
    while tee.is_active:
        block = tee.read()
        frames += len(block)
        if not len(block):
            shown.append(tee.sound.read())
    shown.append(tee.sound.read())
    assert frames == 25 * RATE_HZ
    np.testing.assert_array_equal(np.concatenate(shown)[:, 0], read_mono(path))


def test_lost_sound_is_a_hole_in_the_picture(microphone):
    tee = TappedStream(MICROPHONE, threading.Event())
    tee.start()
    microphone.hear(np.ones(100))
    tee.read()
    microphone.lost += 50
    microphone.hear(np.ones(100))
    tee.read()
    microphone.hear(np.ones(100))
    tee.read()
    sound = tee.sound.read()[:, 0]
    assert len(sound) == 350
    assert np.count_nonzero(sound == 0) == 50


def test_the_switch_ends_a_source_at_once(microphone):
    switch = threading.Event()
    tee = TappedStream(MICROPHONE, switch)
    tee.start()
    microphone.hear(np.ones(100))
    assert tee.is_active
    switch.set()
    assert not tee.is_active
    assert not len(tee.read())


@pytest.mark.parametrize(
    "options", [LiveOptions(), LiveOptions(LiveSettings(threshold=0.7, hop_s=0.5), keep_s=9.0, span_s=30.0)]
)
def test_options_are_remembered(options, session):
    remember(session, options)
    assert remembered(session) == options


def test_remembered_settings_that_nobody_could_listen_with_are_forgotten(session):
    remember(session, LiveOptions(LiveSettings(hop_s=0.5), keep_s=9.0))
    session.put("live/smoothing", 1.5)
    assert remembered(session) == LiveOptions(keep_s=9.0)
