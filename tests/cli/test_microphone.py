"""What a microphone hears is named, from the first demo sound to the printed line."""

import json
import subprocess
import sys

import numpy as np
import pytest

from audioclf_gui.audio.demo_sounds import RATE_HZ, demo_clips
from audioclf_gui.audio.files import write_wav

CLASSES = ("bell", "cricket", "frog")


@pytest.mark.slow
def test_a_played_demo_sound_is_named(virtual_sound, audioclf, audioclf_json, tmp_path):
    played = None
    for clip in demo_clips():
        if clip.class_name in CLASSES:
            path = tmp_path / "sounds" / clip.class_name / f"{clip.site}-{clip.number}.wav"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_wav(path, clip.samples, RATE_HZ)
            if clip.class_name == "cricket" and played is None:
                played = clip.samples
    audioclf("new", tmp_path / "p")
    assert audioclf("import", tmp_path / "p", tmp_path / "sounds", "--layout", "folders")[0] == 0
    options = ("--set", "epochs=12", "--set", "window_s=1.0", "--preset", "fast")
    status, report = audioclf_json("train", tmp_path / "p", *options)
    assert status == 0
    long = tmp_path / "long.wav"
    write_wav(long, np.tile(played, 12), RATE_HZ)
    bundle = tmp_path / "p" / report["bundle"]
    command = [sys.executable, "-m", "audioclf_gui", "live", str(bundle), "--seconds", "6", "--json"]
    speaking = virtual_sound.speak(long)
    try:
        heard = subprocess.run(
            command, env=virtual_sound.environment, capture_output=True, text=True, timeout=200, check=True
        )
    finally:
        speaking.terminate()
        speaking.wait(10)
    decisions = [json.loads(line) for line in heard.stdout.splitlines()]
    assert "cricket" in {one["class_name"] for one in decisions if one["accepted"]}, heard.stderr
