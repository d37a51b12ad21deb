"""What `audioclf live` says of devices that come, go and refuse."""

import json
import subprocess
import sys
import threading

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from tests.sound_card import PERMISSION_DENIED, Plug

RATE_HZ = 8000
NOISE = (0.1 * np.random.default_rng(1).standard_normal(RATE_HZ)).astype(np.float32)


@pytest.fixture
def bundle(says, tmp_path):
    """A model that hears a dog in everything."""
    return says(tmp_path / "model", [9.0, 0.0, 0.0])


class Somebody(threading.Thread):
    """Does things at the sound card while the command runs, as soon as it has got so far."""

    def __init__(self, card, microphone):
        super().__init__()
        self.card, self.microphone = card, microphone

    def run(self):
        self.until(lambda: self.card.is_heard)
        self.card.play(NOISE)
        self.card.pull(self.microphone)
        starts = self.card.starts
        self.until(lambda: self.card.starts > starts)  # it has been looked for
        self.card.plug_in(self.microphone)
        self.until(lambda: self.card.is_heard)
        while self.card.is_heard:
            self.card.play(NOISE)

    def until(self, holds):
        for _attempt in range(3000):
            if holds():
                return
            threading.Event().wait(0.01)
        raise TimeoutError


def test_a_device_that_is_pulled_out_and_put_back_is_told_in_words_and_for_machines(
    audioclf, plugged, bundle
):
    microphone = Plug("Mic", rate_hz=RATE_HZ)
    somebody = Somebody(plugged(microphone), microphone)
    somebody.start()
    status, out, err = audioclf("live", bundle, "--seconds", "8", "--json")
    somebody.join()
    assert status == 0
    assert "listening to Mic (Sockets) at 8000 Hz" in err
    assert "Mic has gone. Connect it again: listening goes on by itself" in err
    assert "Mic is back" in err
    lines = [json.loads(line) for line in out.splitlines()]
    told = [line["device"] for line in lines if "device" in line]
    assert [(one["name"], one["trouble"]) for one in told] == [("Mic", "unplugged"), ("Mic", None)]
    accepted = [place for place, line in enumerate(lines) if line.get("accepted")]
    away = [place for place, line in enumerate(lines) if "device" in line]
    assert accepted[0] < away[0] < away[1] < accepted[-1]


@pytest.mark.parametrize(
    ("plug", "options", "said"),
    [
        pytest.param(None, (), ("no microphone", "Connect one"), id="none"),
        pytest.param(Plug("Mic"), ("--rate-hz", "96000"), ("96000 Hz", "device’s own"), id="rate"),
        pytest.param(Plug("Mic"), ("--channel", "2"), ("1 channel, not 2", "fewer channels"), id="channel"),
        pytest.param(Plug("Mic"), ("--input", "USB"), ("no input called USB", "Use one of: Mic"), id="name"),
    ],
)
def test_a_device_that_cannot_be_used_is_a_user_error_with_a_remedy(
    audioclf, plugged, bundle, plug, options, said
):
    plugged(*filter(None, [plug]))
    status, _out, err = audioclf("live", bundle, *options)
    assert status == 1
    assert all(words in err for words in said), err


def test_permission_that_is_refused_is_called_so(audioclf, plugged, bundle):
    microphone = Plug("Mic")
    microphone.refusal = PERMISSION_DENIED
    plugged(microphone)
    status, _out, err = audioclf("live", bundle)
    assert status == 1
    assert "privacy settings" in err


def test_a_device_is_called_by_its_host_and_name_and_a_choice_is_announced(audioclf, plugged, bundle):
    card = plugged(Plug("USB Mic", rate_hz=RATE_HZ), Plug("USB Line", channels=2, rate_hz=RATE_HZ))
    status, _out, err = audioclf("live", bundle, "--input", "usb", "--seconds", "0")
    assert "2 inputs fit usb, of which the first is taken: Sockets/USB Mic, Sockets/USB Line" in err
    assert status == 0
    _status, _out, err = audioclf(
        "live", bundle, "--input", "Sockets/USB Line", "--channel", "2", "--seconds", "0"
    )
    assert "listening to USB Line (Sockets) at 8000 Hz, channel 2" in err
    assert not card.streams


@pytest.mark.slow
def test_a_sound_server_that_is_killed_is_listened_to_again_when_it_is_back(virtual_sound, bundle, tmp_path):
    write_wav(tmp_path / "long.wav", np.tile(NOISE, 60), RATE_HZ)
    command = [sys.executable, "-m", "audioclf_gui", "live", str(bundle), "--seconds", "50"]
    with subprocess.Popen(
        command, env=virtual_sound.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as listening:
        seen = []

        def until(said):
            for line in listening.stdout:
                seen.append(line)
                if said in line:
                    return
            raise AssertionError("".join(seen))

        until("listening to default")
        speaking = virtual_sound.speak(tmp_path / "long.wav")
        until("* dog")
        virtual_sound.server.kill()
        until("default has gone. Connect it again")
        speaking.wait(10)
        virtual_sound.server.start()
        until("default is back")
        speaking = virtual_sound.speak(tmp_path / "long.wav")
        until("* dog")
        listening.terminate()
        rest, _nothing = listening.communicate(timeout=60)
        speaking.terminate()
        speaking.wait(10)
    told = "".join([*seen, rest])
    assert "Traceback" not in told
    assert told.count("default has gone") == told.count("default is back") == 1


def test_of_two_models_each_line_says_whose_it_is(audioclf, says, bundle, tmp_path):
    write_wav(tmp_path / "noise.wav", NOISE, RATE_HZ)
    second = says(tmp_path / "second", [0.0, 9.0, 0.0])
    options = ("live", bundle, "--input", f"file:{tmp_path / 'noise.wav'}", "--second", second)
    status, out, _err = audioclf(*options, "--json")
    assert status == 0
    accepted = {
        (one["model"], one["class_name"]) for one in map(json.loads, out.splitlines()) if "accepted" in one
    }
    assert accepted == {("model", "dog"), ("second", "cat")}
    _status, out, _err = audioclf(*options)
    assert "[second]" in out
    assert "[model]" in out
