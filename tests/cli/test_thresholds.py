"""How sure a run's model is to be is chosen from the command line."""

from audioclf_gui.ml.bundle import read_card, read_heard


def test_a_command_raises_the_thresholds_of_a_run_and_takes_them_back(project, audioclf_json, audioclf):
    quick = ("--preset", "forest", "--set", "refit=false", "--seed", "3")
    status, report = audioclf_json("train", project, *quick)
    assert status == 0
    model = project / report["bundle"]
    trained, heard = read_card(model), read_heard(model)
    status, before = audioclf_json("runs", project, "thresholds", "1", "--as-trained")
    assert status == 0
    assert before["expected"]["windows"] == len(heard.logits)
    assert tuple(before["thresholds"].values()) == trained.thresholds
    wanted = round(before["expected"]["precision"] + 0.01, 2)
    status, found = audioclf_json("runs", project, "thresholds", "1", "--precision", wanted)
    assert status == 0
    assert found["expected"]["precision"] >= wanted == found["precision"]
    assert tuple(found["thresholds"].values()) == read_card(model).thresholds != trained.thresholds
    assert found["trained_thresholds"] == before["thresholds"]
    status, out, _err = audioclf("runs", project, "thresholds", "1")
    assert status == 0
    assert f"note: In use for a precision of {wanted}, chosen by these sounds, so that others may do" in out
    assert f"On {len(heard.logits)} windows of held-out sounds in noise: precision" in out
    status, found = audioclf_json("runs", project, "thresholds", "1", "--as-trained")
    assert (status, found, read_card(model)) == (0, before, trained)

    status, _out, err = audioclf("runs", project, "thresholds", "1", "--precision", "0.999")
    assert status == 1
    assert "remedy: " in err
    status, _out, err = audioclf("runs", project, "thresholds", "1", "--precision", "2")
    assert status == 1
    assert "a precision of 2.0 is not within 0.5 to 0.999" in err

    name = next(iter(before["thresholds"]))
    status, found = audioclf_json("runs", project, "thresholds", "1", "--class", f"{name.upper()}=0.875")
    assert (status, found["thresholds"]) == (0, {**before["thresholds"], name: 0.875})
    assert found["set_by_hand"] == [name]
    status, out, _err = audioclf("runs", project, "thresholds", "1")
    assert f"note: In use as trained. Set by hand since: {name}." in out
    for given, told in {f"{name}=1.5": "1.5 is no score", f"{name}=": "no score", "0.5": "no class"}.items():
        status, _out, err = audioclf("runs", project, "thresholds", "1", "--class", given)
        assert status == 1
        assert told in err
        assert "remedy: " in err
    assert read_card(model).thresholds == tuple(found["thresholds"].values())
    status, found = audioclf_json("runs", project, "thresholds", "1", "--class", f"{name}=auto")
    assert (status, found, read_card(model)) == (0, before, trained)
    assert audioclf("runs", project, "thresholds", "1", "--class", f"{name}=0.5", "--as-trained")[0] == 2
    status, found = audioclf_json("runs", project, "thresholds", "1", "--as-trained")
    assert (status, found, read_card(model)) == (0, before, trained)
