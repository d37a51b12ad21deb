"""A model listens to a file in the place of a microphone."""

import threading
from contextlib import closing

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.streams import FileInput
from audioclf_gui.jobs.edit_clips import MergeClasses, RenameClass, edit_clips
from audioclf_gui.jobs.listen import Listen, Opened, listen
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.decision_settings import LiveSettings
from audioclf_gui.ml.live import Decision, LiveScores, SecondAnswer

from .conftest import RATE_HZ, collected


def test_a_file_is_listened_to_from_its_start_to_its_end(bundle, tmp_path):
    noise = (0.1 * np.random.default_rng(1).standard_normal(2 * RATE_HZ)).astype(np.float32)
    write_wav(tmp_path / "noise.wav", noise, RATE_HZ)
    source = FileInput(tmp_path / "noise.wav", realtime=False)
    request = Listen(bundle, source, LiveSettings(threshold=0.0, hop_s=0.5))
    told = collected(listen(request))
    (opened,) = told.of(Opened)
    assert opened.classes == ("dog", "wren", "owl")
    assert opened.thresholds == (0.0, 0.0, 0.0)
    assert (opened.rate_hz, opened.duration_s) == (RATE_HZ, 2.0)
    assert [scores.end_s for scores in told.of(LiveScores)] == pytest.approx([0.5, 1.0, 1.5, 2.0])
    assert told.of(Decision)[0].accepted
    assert len(opened.recent.last_seconds(9.0)) == 2 * RATE_HZ


def test_what_is_heard_is_called_as_the_project_calls_it_now(project, says, sounds, tmp_path):
    bundle = says(tmp_path / "m", [3.0, 2.0, 2.0], classes=("dog", "wren", "owl"), class_ids=(1, 2, 3))
    carry_out(edit_clips(RenameClass("dog", "hound"), project.view()), project)
    carry_out(edit_clips(MergeClasses(("hound",), "wren"), project.view()), project)
    source = FileInput(sounds / "dog-0.wav", realtime=False)
    told = collected(listen(Listen(bundle, source, LiveSettings(), view=project.catalogue.view)))
    (opened,) = told.of(Opened)
    assert (opened.classes, opened.thresholds) == (("wren", "owl"), (0.4, 0.6))
    assert {one.class_name for one in told.of(Decision)} == {"wren"}
    assert {len(one.scores) for one in told.of(LiveScores)} == {2}


def test_digital_silence_is_no_event_whatever_the_gate(bundle, tmp_path):
    write_wav(tmp_path / "nothing.wav", np.zeros(2 * RATE_HZ, np.float32), RATE_HZ)
    settings = LiveSettings(threshold=0.0, silence_db=-200.0)
    told = collected(listen(Listen(bundle, FileInput(tmp_path / "nothing.wav", realtime=False), settings)))
    assert told.of(LiveScores)
    assert not any(one.accepted for one in told.of(Decision))


def test_whoever_shows_the_sound_is_waited_for(bundle, tmp_path):
    write_wav(tmp_path / "long.wav", np.zeros(15 * RATE_HZ, np.float32), RATE_HZ)
    source = FileInput(tmp_path / "long.wav", realtime=False)
    shown = 0
    with closing(listen(Listen(bundle, source, LiveSettings(hop_s=1.0), is_shown=True))) as events:
        opened = None
        for event in events:
            opened = event if isinstance(event, Opened) else opened
            if opened is not None:
                shown += len(opened.sound.read())
    assert shown == 15 * RATE_HZ


def test_listening_ends_when_it_is_asked_to(bundle, sounds):
    stop = threading.Event()
    stop.set()
    told = collected(listen(Listen(bundle, FileInput(sounds / "dog-0.wav"), LiveSettings()), stop))
    assert not told.of(LiveScores)


def test_a_second_model_hears_the_same_sound(says, sounds, tmp_path):
    first = says(tmp_path / "first", [9.0, 0.0, 0.0])
    second = says(tmp_path / "second", [0.0, 0.0, 9.0], thresholds=(0.3, 0.3, 0.3))
    source = FileInput(sounds / "dog-0.wav", realtime=False)
    told = collected(listen(Listen(first, source, LiveSettings(), second=second)))
    (opened,) = told.of(Opened)
    assert (opened.second.name, opened.second.thresholds) == ("second", (0.3, 0.3, 0.3))
    alone = collected(listen(Listen(second, source, LiveSettings()))).of(Decision)
    beside = [one.answer for one in told.of(SecondAnswer) if isinstance(one.answer, Decision)]
    assert beside == alone
    assert {one.class_name for one in beside if one.accepted} == {"owl"}
    assert {one.class_name for one in told.of(Decision) if one.accepted} == {"dog"}
