"""`audioclf labels sounds`: what is written comes back by `audioclf import` as the same classes."""

from pathlib import Path

import soundfile as sf

from audioclf_gui.core.project import Project


def classes_of(folder):
    with Project.open(folder) as project:
        view = project.catalogue.view
        names = {one.id: one.name for one in view.classes}
        return {clip.name: [names[label.class_id] for label in view.labels(clip.id)] for clip in view.clips}


def test_sounds_of_labels_come_back_as_the_same_classes(project, audioclf, audioclf_json, tmp_path):
    out = tmp_path / "out"
    status, result = audioclf_json("labels", "sounds", project, out, "--format", "flac")
    assert (status, len(result["files"]), result["notes"]) == (0, 24, [])
    went = {Path(one["file"]).name: [one["class"]] for one in result["files"]}
    by_table = ("--table", out / "sounds.csv", "--path-column", "file", "--label-column", "class")
    for number, how in enumerate((("--layout", "folders"), ("--layout", "guess"), by_table)):
        other = tmp_path / f"other {number}"
        audioclf("new", other)
        status, result = audioclf_json("import", other, out, *how)
        assert (status, result["label_files"]) == (0, [])
        assert classes_of(other) == went, how


def test_one_class_of_one_clip_with_a_margin_and_a_stretch(project, audioclf_json, audioclf, tones, tmp_path):
    recording = tones / "low" / "site0-00.wav"
    (tmp_path / "site0-00.txt").write_text("0.1\t0.2\tcall\n0.3\t0.3\ttick\n")
    audioclf("labels", "import", project, tmp_path / "site0-00.txt", "--clip", recording)
    chosen = ("--class", "call", "--class", "tick", "--clip", recording)
    status, result = audioclf_json("labels", "sounds", project, tmp_path / "a", *chosen, "--margin-s", "0.01")
    assert status == 0
    assert [sf.info(one["file"]).frames for one in result["files"]] == [480, 80]
    status, out, err = audioclf("labels", "sounds", project, tmp_path / "b", *chosen)
    assert (status, out.count("wav")) == (0, 1)
    assert "note: 1 label is left out, as it is a moment" in err
    stretch = ("--clip", recording, "--span-s", "0.1", "0.35")
    status, result = audioclf_json("labels", "sounds", project, tmp_path / "c", *stretch)
    assert [Path(one["file"]).name for one in result["files"]] == ["site0-00_0.100-0.350.wav"]


def test_options_that_say_nothing_are_refused_and_unreadable_clips_told(project, audioclf, tones, tmp_path):
    for wrong in (("--span-s", "0", "1"), ("--span-s", "1", "0", "--clip", "1"), ("--margin-s", "-1")):
        assert audioclf("labels", "sounds", project, tmp_path / "out", *wrong)[0] == 2, wrong
    status, _out, err = audioclf("labels", "sounds", project, tmp_path / "out", "--class", "owl")
    assert (status, "there is no class called “owl”" in err) == (1, True)


def test_sounds_are_written_slower_and_a_speed_that_nobody_can_play_is_wrong_usage(
    project, audioclf_json, audioclf, tmp_path
):
    out = tmp_path / "out"
    status, result = audioclf_json("labels", "sounds", project, out, "--speed", "0.5", "--keep-pitch")
    assert status == 0
    assert "as they are heard" in result["notes"][0]
    for one in result["files"]:
        length_s = one["end_s"] - one["start_s"]
        assert abs(sf.info(one["file"]).duration - 2 * length_s) < 0.001
    for wrong in (("--speed", "5"), ("--heterodyne", "--carrier-hz", "0")):
        status, _out, err = audioclf("labels", "sounds", project, tmp_path / "other", *wrong)
        assert (status, "usage:" in err) == (2, True)
