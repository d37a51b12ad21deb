"""What hears through a listener gives the same scores from files, live and in evaluation."""

import json

import pytest

from audioclf_gui.ml.listeners import LISTENERS, packages


@pytest.mark.parametrize("preset", ["listener", "combined"])
def test_the_same_clip_gets_the_same_score_from_a_file_and_live(
    preset, project, tones, audioclf, audioclf_json
):
    if absent := packages.absent(LISTENERS["speech"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    options = ("--set", "listener=speech", "--set", "epochs=4", "--set", "threads=1", "--set", "refit=false")
    status, report = audioclf_json("train", project, "--preset", preset, *options)
    assert status == 0
    bundle, clip = project / report["bundle"], tones / "high" / "site1-01.wav"
    status, ((prediction),) = audioclf_json("predict", bundle, clip)
    assert (status, prediction["class"]) == (0, "high")
    status, out, _err = audioclf("live", bundle, "--input", f"file:{clip}", "--json")
    assert status == 0
    decision, over = map(json.loads, out.splitlines())
    assert decision["class_name"] == over["event"]["class_name"] == "high"
    assert decision["score"] == pytest.approx(prediction["windows"][0]["scores"]["high"], abs=1e-4)
