"""What speaks for a class is told, and what the model hears is written."""

from audioclf_gui.audio.files import probe


def test_the_parts_that_speak_for_a_class_are_listed_and_the_sound_is_written(
    bundle, tones, tmp_path, audioclf, audioclf_json
):
    clip = next((tones / "high").iterdir())
    status, out, err = audioclf("explain", bundle, clip, "--class", "high", "--sound", tmp_path / "h.wav")
    assert status == 0
    assert out.splitlines()[0].split() == [
        "From",
        "s",
        "To",
        "s",
        "Low",
        "Hz",
        "High",
        "Hz",
        "Evidence",
        "Drop",
    ]
    assert f"written: {tmp_path / 'h.wav'}" in err
    assert probe(tmp_path / "h.wav").channels == 1
    status, told = audioclf_json("explain", bundle, clip)
    assert status == 0
    assert len(told["drops"]) == len(told["edges_hz"]) - 1
    assert len(told["drops"][0]) == len(told["edges_s"]) - 1


def test_a_class_that_the_model_does_not_know_is_refused(bundle, tones, audioclf):
    status, _out, err = audioclf("explain", bundle, next((tones / "low").iterdir()), "--class", "whale")
    assert status == 1
    assert "the model knows no class called whale" in err
