"""Training without a preset says which one it takes and why, and whose work is in it."""

import pytest

from audioclf_gui.ml.listeners import LISTENERS, packages


def test_nobody_who_gave_no_preset_is_left_in_doubt_about_what_was_trained(project, audioclf, audioclf_json):
    if absent := packages.absent(LISTENERS["speech"].needs):
        pytest.skip(f"the extra listeners is not installed: {', '.join(absent)}")
    status, _out, err = audioclf("train", project, "--set", "threads=1", "--set", "refit=false")
    assert status == 0
    assert "Automatic: Pretrained listener, since short sounds at 4000 Hz are mostly words" in err
    assert err.index("Apache 2.0") < err.index("reading: ")
    _status, runs = audioclf_json("runs", project)
    report = runs[0]["report"]
    assert report["preset"] == "listener"
    assert any(one.startswith("Automatic: ") for one in report["notes"])
    assert report["listener"]["licence"] == "Apache 2.0"
    status, facts = audioclf_json("info", project / report["bundle"])
    assert status == 0
    assert facts["listener"]["name"] == "Speech embedding"
    assert "Google" in facts["listener"]["source"]
    assert facts["record"]["listener"] == facts["listener"]


def test_a_preset_that_was_named_is_the_one_that_is_trained(project, audioclf, audioclf_json):
    options = ("--set", "trees=20", "--set", "threads=1", "--set", "refit=false")
    status, _out, err = audioclf("train", project, "--preset", "forest", *options)
    assert status == 0
    assert "Automatic" not in err
    assert audioclf_json("runs", project)[1][0]["preset"] == "forest"


@pytest.mark.parametrize("asked", [("--preset", "r0"), ("--set", "preset=r0")])
def test_a_reference_of_several_variants_is_known_by_its_number_and_says_which_one_it_is(
    asked, project, audioclf, audioclf_json
):
    options = ("epochs=1", "threads=1", "refit=false", "window_s=0.5", "mels=32")
    status, _out, err = audioclf(
        "train", project, *asked, *(word for option in options for word in ("--set", option))
    )
    assert status == 0
    assert "r0 has variants: this is r0c" in err
    assert all(variant in err for variant in ("r0a", "r0b", "r0d"))
    assert audioclf_json("runs", project)[1][0]["preset"] == "r0c"


def test_what_only_a_network_has_chooses_the_network(project, audioclf):
    options = ("--set", "epochs=1", "--set", "threads=1", "--set", "refit=false", "--set", "window_s=0.5")
    status, _out, err = audioclf("train", project, *options)
    assert status == 0
    assert "Automatic: General sounds, since only networks that learn step by step have: epochs." in err
