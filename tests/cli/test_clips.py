"""Many clips and classes are edited at once, undone, and listed as history."""

import json
import shutil

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.project import Project
from audioclf_gui.core.project_settings import WATCHED
from audioclf_gui.jobs.import_plan import ImportPlan, plan_to_json


def classes_of(folder) -> dict[str, str]:
    """For each clip's place its whole-clip class."""
    with Project.open(folder) as project:
        view = project.catalogue.view
        names = {known.id: known.name for known in view.classes}
        labels = {clip.path.rpartition("tones")[2]: view.labels(clip.id) for clip in view.clips}
        wholes = {path: whole_clip_classes(found) for path, found in labels.items()}
        return {path: "+".join(names[one] for one in found) for path, found in wholes.items()}


def test_clips_chosen_by_the_filter_get_a_class_and_a_copy_is_kept_before(project, audioclf_json):
    status, result = audioclf_json("clips", "label", project, "hum", "--where", "class:low group:site1")
    assert (status, result) == (0, {"clips": 3})
    assert sorted(classes_of(project).values()) == ["high"] * 12 + ["hum"] * 3 + ["low"] * 9
    assert len(list((project / "snapshots").glob("*hum*"))) == 1
    status, result = audioclf_json("clips", "clear", project, "--where", "class:hum")
    assert (status, result) == (0, {"clips": 3})
    assert "hum" not in classes_of(project).values()


def test_lists_of_classes_come_and_go(project, audioclf, audioclf_json, tmp_path):
    listed = tmp_path / "species.csv"
    listed.write_text("class,colour\nowl,#112233\nHigh,\nlow,\n", "utf-8")
    status, _out, err = audioclf("classes", "import", project, listed)
    assert status == 0
    assert "2 classes added, 1 known" in err
    assert "“high”, “High” look alike: are they one class?" in err
    assert audioclf_json("classes", "import", project, listed) == (
        0,
        {"added": [], "known": ["owl", "High", "low"]},
    )
    audioclf("classes", "sort", project)
    out = tmp_path / "out.csv"
    assert audioclf("classes", "export", project, "--out", out)[0] == 0
    lines = out.read_text("utf-8").splitlines()
    assert [line.partition(",")[0] for line in lines] == ["class", "High", "high", "low", "owl"]
    assert lines[-1] == "owl,#112233"
    status, result = audioclf_json("classes", "list", project)
    assert [(one["class"], one["clips"], one["labels"]) for one in result["classes"]] == [
        ("High", 0, 0),
        ("high", 12, 12),
        ("low", 12, 12),
        ("owl", 0, 0),
    ]


def test_a_list_without_classes_is_refused_with_a_remedy(project, audioclf, tmp_path):
    empty = tmp_path / "empty.txt"
    empty.write_text("# nothing\n", "utf-8")
    status, _out, err = audioclf("classes", "import", project, empty)
    assert status == 1
    assert "empty.txt lists no classes" in err
    assert "one name in each line" in err


def test_a_filter_that_fits_nothing_changes_nothing_and_says_so(project, audioclf):
    status, _out, err = audioclf("clips", "remove", project, "--where", "class:owl")
    assert status == 1
    assert "no clip fits" in err
    assert "remedy" in err
    assert len(classes_of(project)) == 24


def test_groups_are_set_and_clips_removed(project, audioclf_json):
    assert audioclf_json("clips", "group", project, "roof", "--where", "group:site0") == (0, {"clips": 6})
    assert audioclf_json("clips", "remove", project, "--where", "group:roof class:low") == (0, {"clips": 3})
    with Project.open(project) as opened:
        groups = [clip.group for clip in opened.catalogue.view.clips]
    assert groups.count("roof") == 3
    assert len(groups) == 21


def test_classes_are_added_renamed_merged_and_deleted(project, audioclf, audioclf_json):
    assert audioclf("classes", "add", project, "owl")[0] == 0
    assert audioclf("classes", "rename", project, "owl", "eagle owl")[0] == 0
    assert audioclf_json("classes", "merge", project, "low", "high") == (0, {"clips": 12})
    assert set(classes_of(project).values()) == {"high"}
    assert audioclf("classes", "delete", project, "high")[0] == 0
    assert set(classes_of(project).values()) == {""}
    with Project.open(project) as opened:
        assert [known.name for known in opened.catalogue.view.classes] == ["eagle owl"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("rename", "owl", "wren"), "there is no class called owl"),
        (("merge", "low", "owl"), "there is no class called owl"),
        (("add", "low"), "there is a class called low already"),
        (("rename", "low", "high"), "there cannot be 2 classes called"),
    ],
)
def test_a_class_that_is_not_there_or_there_twice_is_refused(project, audioclf, arguments, words):
    action, *names = arguments
    status, _out, err = audioclf("classes", action, project, *names)
    assert status == 1
    assert words in err
    assert sorted(set(classes_of(project).values())) == ["high", "low"]


def test_every_edit_is_in_the_history_and_can_be_gone_back_to(project, audioclf, audioclf_json):
    before = classes_of(project)
    audioclf("clips", "label", project, "hum", "--where", "group:site1")
    audioclf("classes", "merge", project, "low", "high")
    status, edits = audioclf_json("history", project)
    assert status == 0
    assert [edit["what"] for edit in edits] == ["merge low into high", "label hum", "import clips"]
    assert [edit["clips"] for edit in edits] == [9, 6, 24]
    assert [edit["undone"] for edit in edits] == [False] * 3
    status, edits = audioclf_json("history", project, "--go-to", edits[-1]["edit"])
    assert [edit["undone"] for edit in edits] == [True, True, False]
    assert classes_of(project) == before
    status, edits = audioclf_json("history", project, "--go-to", edits[0]["edit"])
    assert set(classes_of(project).values()) == {"hum", "high"}
    status, _out, err = audioclf("history", project, "--go-to", "99")
    assert status == 1
    assert "edit 99 cannot be gone back to" in err


def test_sounds_are_found_in_every_clip_that_the_filter_names(tmp_path, audioclf, audioclf_json):
    rate_hz = 8000
    silence = np.zeros(rate_hz, np.float32)
    beep = (0.5 * np.sin(2 * np.pi * 440 * np.arange(rate_hz // 2) / rate_hz)).astype(np.float32)
    for name, parts in (
        ("one", (silence, beep, silence)),
        ("two", (beep, silence, beep)),
        ("none", (silence,)),
    ):
        write_wav(tmp_path / "sounds" / f"{name}.wav", np.concatenate(parts), rate_hz)
    audioclf("new", tmp_path / "p")
    audioclf("import", tmp_path / "p", tmp_path / "sounds")
    command = ("segment", tmp_path / "p", "--class", "beep", "--min-silence-s", "0.5")
    status, result = audioclf_json(*command, "--where=-none")
    assert status == 0
    assert (result["sounds"], result["clips"], result["beyond"], result["quarantined"]) == (3, 2, 0, [])
    assert result["settings"]["min_silence_s"] == 0.5
    with Project.open(tmp_path / "p") as project:
        view = project.catalogue.view
        found = {clip.name: [(la.start_s, la.end_s) for la in view.labels(clip.id)] for clip in view.clips}
        assert [known.name for known in view.classes] == ["beep"]
    assert found["one.wav"] == [pytest.approx((1.0, 1.5), abs=0.011)]
    assert [pytest.approx(span, abs=0.011) for span in ((0.0, 0.5), (1.5, 2.0))] == found["two.wav"]
    assert found["none.wav"] == []


def test_a_clip_that_cannot_be_read_is_put_aside_and_the_others_are_searched(
    tmp_path, audioclf, audioclf_json
):
    beep = (0.5 * np.sin(np.arange(4000))).astype(np.float32)
    for name in ("gone", "there"):
        write_wav(tmp_path / "sounds" / f"{name}.wav", beep, 8000)
    audioclf("new", tmp_path / "p")
    audioclf("import", tmp_path / "p", tmp_path / "sounds")
    (tmp_path / "sounds" / "gone.wav").unlink()
    status, result = audioclf_json("segment", tmp_path / "p")
    assert status == 3
    assert result["sounds"] == 1
    assert result["quarantined"][0]["path"].endswith("gone.wav")


def test_settings_that_make_no_sense_are_refused_with_a_remedy(project, audioclf):
    status, _out, err = audioclf("segment", project, "--min-sound-s", "-1")
    assert status == 1
    assert "remedy: Give a threshold in dB" in err


def test_moved_recordings_are_found_by_their_content(tmp_path, audioclf, audioclf_json, tones):
    audioclf("new", tmp_path / "p")
    rng = np.random.default_rng(5)
    for number in range(3):
        sound = rng.uniform(-0.5, 0.5, 4000).astype(np.float32)
        write_wav(tmp_path / "old" / f"{number}.wav", sound, 8000)
    audioclf("import", tmp_path / "p", tmp_path / "old")
    (tmp_path / "new").mkdir()
    (tmp_path / "old" / "0.wav").rename(tmp_path / "new" / "renamed.wav")
    (tmp_path / "old" / "1.wav").unlink()
    told = {"found": 1, "missing": 1, "unclear": [], "watched": None}
    assert audioclf_json("relink", tmp_path / "p", tmp_path / "new") == (0, told)
    with Project.open(tmp_path / "p") as project:
        view = project.catalogue.view
        assert sum(view.audio_path(clip).is_file() for clip in view.clips) == 2
        assert any(clip.name == "renamed.wav" for clip in view.clips)


def test_a_watched_folder_that_went_with_its_recordings_is_watched_where_it_is(
    tmp_path, audioclf, audioclf_json
):
    audioclf("new", tmp_path / "p")
    write_wav(tmp_path / "old/night/0.wav", np.full(4000, 0.1, np.float32), 8000)
    audioclf("import", tmp_path / "p", tmp_path / "old")
    with Project.open(tmp_path / "p") as project:
        project.settings.put(WATCHED, {"folder": str(tmp_path / "old"), "plan": plan_to_json(ImportPlan(""))})
    (tmp_path / "old").rename(tmp_path / "new")
    _, told = audioclf_json("relink", tmp_path / "p", tmp_path)
    assert told["watched"] == str(tmp_path / "new")
    (tmp_path / "new/night").rename(tmp_path / "night")
    status, _out, err = audioclf("relink", tmp_path / "p", tmp_path / "night")
    assert status == 0
    assert f"still waited for in {tmp_path / 'new'}" in err


def test_suggestions_of_a_model_are_made_accepted_and_rejected(project, audioclf, audioclf_json, quick):
    status, _out, err = audioclf("suggest", project)
    assert status == 1
    assert "no run of this project has a model yet" in err
    audioclf("train", project, *quick)
    audioclf("clips", "clear", project, "--where", "group:site1")
    assert audioclf_json("suggest", project) == (
        0,
        {"run": 1, "clips": 24, "missing": {}, "none": 0, "inside": 0, "silent": 0},
    )
    assert audioclf_json("clips", "accept", project, "--where", "is:unlabelled") == (0, {"clips": 6})
    assert "" not in classes_of(project).values()
    assert audioclf_json("clips", "reject", project, "--where", "group:site1") == (0, {"clips": 6})
    assert list(classes_of(project).values()).count("") == 6
    with Project.open(project) as opened:
        view = opened.catalogue.view
        assert sum(len(view.rejected(clip.id)) for clip in view.clips) == 6
    assert audioclf_json("clips", "accept", project, "--where", "group:site1") == (0, {"clips": 0})


def test_labels_that_people_gave_stay_unless_they_are_to_be_replaced(project, audioclf, audioclf_json, quick):
    audioclf("train", project, *quick)
    audioclf("suggest", project)
    audioclf("clips", "label", project, "otherwise", "--where", "group:site1")
    status, out, err = audioclf("clips", "accept", project, "--json", "--where", "group:site1")
    assert (status, json.loads(out)) == (0, {"clips": 0})
    assert "6 clips keep the labels that people gave them, first " in err
    assert list(classes_of(project).values()).count("otherwise") == 6
    asked = ("clips", "accept", project, "--replace", "--where", "group:site1")
    assert audioclf_json(*asked) == (0, {"clips": 6})
    assert "otherwise" not in classes_of(project).values()


def test_a_run_that_kept_no_model_is_not_said_to_be_none(project, audioclf, quick):
    audioclf("train", project, *quick)
    audioclf("train", project, *quick)
    shutil.rmtree(project / "models" / "run-0002")
    for command in (("suggest", project), ("labels", "errors", project)):
        status, _out, err = audioclf(*command, "--run", 2)
        assert (status, "run 2 has no model" in err, "There are: 1." in err) == (1, True, True)
        assert "there is no run 3" in audioclf(*command, "--run", 3)[2]


def test_classes_are_recoloured_and_moved(project, audioclf):
    assert audioclf("classes", "recolour", project, "low", "#112233")[0] == 0
    assert audioclf("classes", "move", project, "low", 1)[0] == 0
    with Project.open(project) as opened:
        first = opened.catalogue.view.classes[0]
        assert (first.name, first.colour) == ("low", "#112233")
    status, _out, err = audioclf("classes", "recolour", project, "low", "blue-ish")
    assert status == 1
    assert "remedy" in err


def test_clips_are_divided_into_equal_windows_or_searched_by_a_preset(tmp_path, audioclf, audioclf_json):
    rng = np.random.default_rng(2)
    sound = rng.normal(0.0, 0.001, 10 * 16_000)
    sound[48_000:64_000] += 0.1 * np.sin(np.arange(16_000))  # at 2.5 kHz
    write_wav(tmp_path / "sounds" / "take.wav", sound.astype(np.float32), 16_000)
    audioclf("new", tmp_path / "p")
    audioclf("import", tmp_path / "p", tmp_path / "sounds")
    windows = ("--preset", "windows", "--length-s", "2", "--hop-s", "1")
    status, result = audioclf_json("segment", tmp_path / "p", *windows)
    assert (status, result["sounds"]) == (0, 9)
    assert result["settings"] == {"length_s": 2.0, "hop_s": 1.0}
    status, result = audioclf_json("segment", tmp_path / "p", "--preset", "birds", "--class", "bird")
    assert (status, result["sounds"]) == (0, 1)
    assert result["settings"]["over_floor"] is True
    status, result = audioclf_json("segment", tmp_path / "p", "--over-floor")
    assert (status, result["sounds"], result["settings"]["threshold_db"]) == (0, 1, 10.0)
    status, _out, err = audioclf("segment", tmp_path / "p", "--over-floor", "--threshold-db", "-40")
    assert status == 1
    assert "positive with --over-floor" in err
    status, _out, err = audioclf("segment", tmp_path / "p", "--preset", "bats")
    assert status == 0
    assert "1 clip holds no frequencies so high" in err
