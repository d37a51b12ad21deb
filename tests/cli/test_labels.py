"""Labels go to other programs and come back."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.project import Project
from audioclf_gui.formats.registry import FORMATS


def test_a_label_file_that_fits_two_clips_is_put_aside(project, audioclf, tmp_path):
    labels = tmp_path / "site0-00.txt"  # there is one in `low` and one in `high`
    labels.write_text("0.1\t0.2\tbeep\n")
    status, _out, err = audioclf("labels", "import", project, labels, tmp_path / "none.txt")
    assert status == 3
    assert "2 clips fit" in err
    assert "none.txt" in err
    with Project.open(project) as opened:
        assert "beep" not in {known.name for known in opened.catalogue.view.classes}


@pytest.fixture
def one_clip(audioclf, tones, tmp_path):
    """A project of a single clip, and the clip's name."""
    folder = tmp_path / "single"
    audioclf("new", folder)
    audioclf("import", folder, tones / "low" / "site0-00.wav")
    return folder


def test_labels_come_in_once_and_go_out_as_they_came(one_clip, audioclf_json, tmp_path):
    content = b"0.100000\t0.200000\tbeep\r\n\\\t100.000000\t-1.000000\r\n0.300000\t0.300000\t\r\n"
    labels = tmp_path / "site0-00.txt"
    labels.write_bytes(content)
    for _again in range(2):
        status, result = audioclf_json("labels", "import", one_clip, labels)
        assert (status, result["files"][0]["labels"]) == (0, 2)
    with Project.open(one_clip) as opened:
        assert len(opened.catalogue.view.labels(opened.catalogue.view.clips[0].id)) == 2
        assert [known.name for known in opened.catalogue.view.classes] == ["beep"]
    status, result = audioclf_json(
        "labels", "export", one_clip, "--format", "audacity", "--out", tmp_path / "out"
    )
    (file,) = result["files"]
    assert status == 0
    assert Path(file["file"]).read_bytes() == content


def test_a_whole_clip_label_goes_out_over_all_of_it(project, audioclf_json, tmp_path):
    target = ("--format", "audacity", "--out", tmp_path / "out")
    status, result = audioclf_json("labels", "export", project, *target)
    assert (status, len(result["files"])) == (0, 24)
    lines = {Path(one["file"]).read_text() for one in result["files"]}
    assert lines == {"0.000000\t0.500000\tlow\n", "0.000000\t0.500000\thigh\n"}


@pytest.mark.parametrize(
    ("name", "text", "line", "reason"),
    [
        ("a.txt", "0.1\t0.2\tx\n0.4\t0.3\ty\n0.2\t0.3\tz\n", 2, "cannot run from 0.4 s to 0.3 s"),
        ("a.csv", "start_s,end_s,label\n0.1,0.2,x\nsoon,0.3,y\n", 3, "is no number of seconds"),
        ("a.csv", 'start_s,end_s,label\n0.1,0.2,x\n0.2,0.3,"y\n0.3,0.4,z\n', 3, "a quote is opened here"),
        (
            "a.txt",
            "Begin Time (s)\tEnd Time (s)\tType\n0.1\t0.2\tx\n\t0.3\ty\n",
            3,
            "is no number of seconds",
        ),
        (
            "a.rttm",
            "SPEAKER a 1 0.1 0.2 <NA> <NA> x\nSPEAKER a 1 soon 1 <NA> <NA> y\n",
            2,
            "no number of sec",
        ),
        ("a.csv", "TIME,VALUE,DURATION,LABEL\n0.1,1,0.2,x\nsoon,1,0.1,y\n", 3, "is no number of seconds"),
    ],
)
def test_each_line_that_is_no_label_is_named_with_its_reason(
    name, text, line, reason, one_clip, audioclf, audioclf_json, tmp_path
):
    labels = tmp_path / name
    labels.write_text(text)
    import_it = ("labels", "import", one_clip, labels, "--clip", "1")
    status, _out, err = audioclf(*import_it)
    (told,) = [told for told in err.splitlines() if f"{name}: line {line} skipped: " in told]
    assert reason in told
    assert status == 0
    status, result = audioclf_json(*import_it)
    skipped = result["files"][0]["skipped"]
    assert (status, skipped[0]["line"]) == (0, line)
    assert reason in skipped[0]["reason"]
    assert err.count(" skipped: ") == len(skipped)


def test_converting_and_listing_formats(audioclf, audioclf_json, tmp_path):
    source = tmp_path / "night.txt"
    source.write_text("0.5\t1.0\towl\nnonsense\n2.0\t2.5\towl\n")
    status, result = audioclf_json("labels", "convert", source, "--to", "csv", "--out", tmp_path / "out")
    assert (status, result["files"][0]["skipped"][0]["line"]) == (0, 2)
    assert "owl" in (tmp_path / "out" / "night.csv").read_text()
    status, formats = audioclf_json("labels", "formats")
    assert {one["name"] for one in formats} >= {"audacity", "csv"}
    status, _out, err = audioclf("labels", "convert", source, "--to", "word", "--out", tmp_path)
    assert status == 1
    assert "audacity" in err


def test_a_table_over_several_recordings_labels_each_and_names_those_that_are_missing(
    project, audioclf_json, tmp_path
):
    table = tmp_path / "all.csv"
    table.write_text(
        "file,start_s,end_s,label\n"
        "low/site0-00.wav,0.1,0.2,beep\nsite1-01.wav,0.1,0.2,beep\nhigh/site2-02.wav,0.1,0.2,beep\n"
    )
    status, result = audioclf_json("labels", "import", project, table)
    assert status == 3
    (file,) = result["files"]
    assert [clip.split("/")[-2:] for clip in file["clips"]] == [
        ["low", "site0-00.wav"],
        ["high", "site2-02.wav"],
    ]
    assert file["labels"] == 2
    assert "1 label is left out: 2 clips fit site1-01.wav" in result["quarantined"][0]["reason"]
    with Project.open(project) as opened:
        assert opened.catalogue.view.class_counts[opened.catalogue.view.classes[-1].id] == 2
    status, result = audioclf_json("labels", "convert", table, "--to", "audacity", "--out", tmp_path / "out")
    assert [Path(one["file"]).name for one in result["files"]] == [
        "site0-00.txt",
        "site1-01.txt",
        "site2-02.txt",
    ]


def test_a_converted_file_is_called_as_the_other_program_calls_its_own(audioclf_json, tmp_path):
    table = tmp_path / "night.2024.Table.1.selections.txt"
    table.write_text("Selection\tBegin Time (s)\tEnd Time (s)\tAnnotation\n1\t0.1\t0.2\towl\n")
    for key, name in (
        ("audacity", "night.2024.txt"),
        ("textgrid", "night.2024.TextGrid"),
        ("raven", table.name),
    ):
        _, result = audioclf_json("labels", "convert", table, "--to", key, "--out", tmp_path / key)
        assert [Path(one["file"]).name for one in result["files"]] == [name]


def test_no_label_file_is_written_over_another_or_over_its_source(audioclf_json, tones, audioclf, tmp_path):
    sources = [tmp_path / "a" / "night.txt", tmp_path / "b" / "night.txt"]
    for source in sources:
        source.parent.mkdir()
        source.write_text(f"0.5\t1.0\t{source.parent.name}\n")
    before = [source.read_text() for source in sources]
    status, result = audioclf_json("labels", "convert", *sources, "--to", "audacity", "--out", tmp_path / "a")
    assert status == 0
    assert [source.read_text() for source in sources] == before
    assert [Path(one["file"]).name for one in result["files"]] == ["night.txt.txt", "night 2.txt"]
    _, result = audioclf_json("labels", "convert", *sources, "--to", "raven", "--out", tmp_path / "c")
    names = ["night.Table.1.selections.txt", "night.txt.Table.1.selections.txt"]
    assert [Path(one["file"]).name for one in result["files"]] == names, "as Raven calls them"

    folder, sounds = tmp_path / "project", tmp_path / "sounds"
    sounds.mkdir()
    for name in ("x.wav", "x.wave"):
        shutil.copy(tones / "low" / "site0-00.wav", sounds / name)
    audioclf("new", folder)
    audioclf("import", folder, sounds, "--labels-from-name", "(?P<label>x)")
    _status, result = audioclf_json("labels", "export", folder, "--format", "csv", "--out", tmp_path / "out")
    assert [Path(one["file"]).name for one in result["files"]] == ["x.csv", "x.wave.csv"]


def test_a_folder_that_cannot_be_written_is_a_user_error(project, audioclf, tmp_path):
    labels = tmp_path / "night.txt"
    labels.write_text("0.5\t1.0\towl\n")
    status, _out, err = audioclf("labels", "convert", labels, "--to", "csv", "--out", labels / "inside")
    assert (status, "cannot be written" in err) == (1, True)


def test_an_export_that_fails_leaves_no_folder_behind(one_clip, audioclf, tmp_path):
    labels = tmp_path / "site0-00.txt"
    labels.write_text("0.100000\t0.200000\tbeep\n")
    audioclf("labels", "import", one_clip, labels)
    out = tmp_path / "new" / ("x" * 300)
    status, _out, err = audioclf("labels", "export", one_clip, "--format", "audacity", "--out", out)
    assert (status, "cannot be written" in err) == (1, True)
    assert not out.parent.exists()


def test_a_label_file_that_is_replaced_is_kept_beside_the_new_one(one_clip, audioclf, tmp_path):
    labels = tmp_path / "site0-00.txt"
    labels.write_text("0.100000\t0.200000\tbeep\n")
    audioclf("labels", "import", one_clip, labels)
    target = ("labels", "export", one_clip, "--format", "audacity", "--out", tmp_path / "out")
    assert audioclf(*target)[0] == 0
    (file,) = (tmp_path / "out").rglob("*.txt")
    for content in (b"somebody else's labels", file.read_bytes()):
        file.write_bytes(content)
        assert audioclf(*target)[0] == 0
    assert file.read_bytes() == labels.read_bytes()
    (backup,) = (tmp_path / "out").rglob("*.1.txt")
    assert backup.read_bytes() == b"somebody else's labels"


def test_labels_that_a_model_doubts_are_listed_and_counted(project, audioclf, audioclf_json, quick):
    audioclf("clips", "label", project, "high", "--where", "class:low site1-01")
    audioclf("clips", "label", project, "low", "--where", "class:high site2-02 -class:low")
    status, _out, err = audioclf("labels", "errors", project, "--run", 1)
    assert status == 1
    assert "no run of this project has judged labels yet" in err
    status, _report = audioclf_json("train", project, "--folds", "all", *quick)
    assert status == 0
    status, result = audioclf_json("labels", "errors", project)
    assert (status, result["run"], result["learner"]) == (0, 1, None)
    assert (result["judged"], result["labelled"]) == (24, 24)
    for doubted in result["doubted"]:
        assert doubted["given"] != doubted["predicted"]
        assert 0.0 <= doubted["score"] < 0.1 or not doubted["strong"]
    scores = [doubted["score"] for doubted in result["doubted"]]
    assert scores == sorted(scores)
    status, _out, err = audioclf("labels", "errors", project, "--run", "7")
    assert status == 1
    assert "there is no run 7" in err


def test_all_labels_are_judged_without_any_run(project, audioclf, audioclf_json, quick):
    wrong = {"site1-01.wav": "high", "site2-02.wav": "low"}
    audioclf("clips", "label", project, "high", "--where", "class:low site1-01")
    audioclf("clips", "label", project, "low", "--where", "class:high site2-02 -class:low")
    status, result = audioclf_json("labels", "errors", project, "--preset", "forest")
    assert (status, result["run"], result["learner"]) == (0, None, "the preset Random forest")
    assert (result["judged"], result["labelled"]) == (24, 24)
    assert {Path(one["clip"]).name: one["given"] for one in result["doubted"][:2]} == wrong
    status, out, err = audioclf("labels", "errors", project, "--preset", "forest")
    assert (status, out.split()[0]) == (0, "Clip")
    assert "of 24 judged labels are doubted" in err
    assert "judged by quick folds: the preset Random forest" in err
    audioclf("train", project, *quick)  # a run that judged a part of them only
    assert audioclf_json("labels", "errors", project, "--run", 1)[1]["judged"] < 24


@pytest.fixture
def two_sites(audioclf, tones, tmp_path, monkeypatch):
    """A project of two recordings with one name, in the folder that commands are given in."""
    monkeypatch.chdir(tmp_path)
    for site, source in (("siteA", "site0-00.wav"), ("siteB", "site1-01.wav")):
        (tmp_path / site).mkdir()
        shutil.copy(tones / "low" / source, tmp_path / site / "2024.wav")
    assert audioclf("new", "two")[0] == 0
    assert audioclf("import", "two", "siteA", "siteB")[0] == 0
    return Path("two")


def test_recordings_of_one_name_that_paths_tell_apart_are_not_called_guesses(two_sites, audioclf):
    Path("all.csv").write_text(
        "file,start_s,end_s,label\nD:\\f\\siteA\\2024.wav,0,0.1,owl\nD:\\f\\siteB\\2024.wav,0.2,0.3,jay\n"
    )
    status, _out, err = audioclf("labels", "import", two_sites, "all.csv")
    assert (status, "by its name alone" in err) == (0, False)
    Path("siteA/own.csv").write_text("file,start_s,end_s,label\nD:\\f\\2024.wav,0.3,0.4,owl\n")
    status, _out, err = audioclf("labels", "import", two_sites, "siteA/own.csv")
    assert status == 0
    assert "D:/f/2024.wav is taken for ../siteA/2024.wav by its name alone" in err


def test_a_folder_in_a_column_of_its_own_binds(two_sites, audioclf, audioclf_json):
    Path("all.csv").write_text(
        "folder,file,start_s,end_s,label\nsiteB,2024.wav,0,0.1,owl\nsiteC,2024.wav,0.2,0.3,jay\n"
    )
    status, _out, err = audioclf("labels", "import", two_sites, "all.csv")
    assert (status, "1 label is left out: no clip fits siteC/2024.wav" in err) == (3, True)
    assert audioclf("labels", "export", two_sites, "--format", "csv", "--out", "out")[0] == 0
    (written,) = [file for file in Path("out").rglob("*.csv") if "owl" in file.read_text()]
    assert written.parent.name == "siteB"
    assert not any("jay" in file.read_text() for file in Path("out").rglob("*.csv"))


def test_a_guess_about_the_folder_in_which_one_is_names_it(two_sites, audioclf, tmp_path):
    _status, _out, err = audioclf("import", two_sites, "siteA", "siteB")
    assert f"note: The folders in {tmp_path.name} (" in err


def labels_of(project, name):
    with Project.open(project) as opened:
        view = opened.catalogue.view
        clip = next(clip for clip in view.clips if clip.name == name)
        names = {one.id: one.name for one in view.classes}
        return [(one.start_s, one.end_s, names[one.class_id]) for one in view.labels(clip.id) if one.raw]


@pytest.mark.parametrize("copy", [(), ("--copy",)])
def test_label_files_beside_recordings_come_in_with_them_and_again_when_they_were_corrected(
    audioclf, audioclf_json, tones, tmp_path, copy
):
    (tmp_path / "night").mkdir()
    shutil.copy(tones / "low" / "site0-00.wav", tmp_path / "night" / "a.wav")
    labels = tmp_path / "night" / "a.txt"
    labels.write_text("0.1\t0.2\tbeep\n")
    (tmp_path / "night" / "b.txt").write_text("0.1\t0.2\tof no recording here\n")
    audioclf("new", tmp_path / "p")
    status, result = audioclf_json("import", tmp_path / "p", tmp_path / "night", *copy)
    (one,) = result["label_files"]
    assert (status, one["file"], one["new"], result["classes"]) == (0, str(labels), 1, ["beep"])
    assert any(note.startswith("1 label file lies there and is taken in") for note in result["notes"])
    labels.write_text("0.1\t0.3\tbeep\n")
    status, _out, err = audioclf(
        "import", tmp_path / "p", tmp_path / "night", *copy, "--label-files", "leave"
    )
    assert (status, "1 label file is left" in err) == (0, True)
    assert labels_of(tmp_path / "p", "a.wav") == [(0.1, 0.2, "beep")]
    audioclf("import", tmp_path / "p", tmp_path / "night", *copy)
    assert labels_of(tmp_path / "p", "a.wav") == [(0.1, 0.3, "beep")]
    labels.write_text("0.3\t0.4\tbop\n")
    audioclf("import", tmp_path / "p", tmp_path / "night", *copy, "--label-files", "replace")
    assert labels_of(tmp_path / "p", "a.wav") == [(0.3, 0.4, "bop")]


def test_a_broken_label_file_beside_recordings_is_put_aside_and_harms_none(audioclf, tones, tmp_path):
    (tmp_path / "night").mkdir()
    shutil.copy(tones / "low" / "site0-00.wav", tmp_path / "night" / "a.wav")
    (tmp_path / "night" / "a.txt").write_text("Once upon a time\n")
    audioclf("new", tmp_path / "p")
    status, _out, err = audioclf("import", tmp_path / "p", tmp_path / "night")
    assert (status, "put aside: " in err, "a.txt" in err) == (3, True, True)
    assert labels_of(tmp_path / "p", "a.wav") == []


@pytest.mark.parametrize("key", sorted(FORMATS))
def test_labels_of_recordings_of_one_name_find_back_from_every_format(key, tmp_path, audioclf, audioclf_json):
    project, out, again = tmp_path / "project", tmp_path / "out", tmp_path / "again"
    sounds, marks = tmp_path / "sounds", tmp_path / "marks"
    for place, text in (("site1", "wren"), ("site2", "owl")):
        (sounds / place).mkdir(parents=True)
        tone = np.sin(np.arange(8000) / (9 if text == "wren" else 5)).astype(np.float32)
        write_wav(sounds / place / "night.wav", tone, 4000)
        (marks / place).mkdir(parents=True)
        (marks / place / "night.txt").write_text(f"0.250000\t1.000000\t{text}\n", "utf-8")
    for folder in (project, again):
        audioclf("new", folder)
        assert audioclf("import", folder, sounds)[0] == 0
    status, _out, err = audioclf("labels", "import", project, *sorted(marks.rglob("*.txt")))
    assert status == 0, err
    assert audioclf("labels", "export", project, "--out", out, "--format", key)[0] == 0
    status, _out, err = audioclf(
        "labels", "import", again, *(file for file in sorted(out.rglob("*")) if file.is_file())
    )
    assert status == 0, err
    for folder in (project, again):
        rows = audioclf_json("labels", "measure", folder)[1]["labels"]
        assert sorted(
            (Path(row["clip"]).parent.name, row["class"], row["start_s"], row["end_s"]) for row in rows
        ) == [
            ("site1", "wren", 0.25, 1.0),
            ("site2", "owl", 0.25, 1.0),
        ]


def test_columns_that_are_chosen_once_are_known_of_the_next_table_with_the_same_ones(
    one_clip, audioclf, audioclf_json, tmp_path
):
    for name, row in (("first", "wren;0.1;0.2"), ("second", "owl;0.3;0.4"), ("other", "")):
        head = "sp;t0;t1" if name != "other" else "species;t0;t1"
        (tmp_path / f"{name}.csv").write_text(f"{head}\n{row}\n", "utf-8")
    clip = ("--clip", 1)
    said = ("--column", "label=sp", "--column", "start_s=t0", "--column", "end_s=t1")
    assert audioclf("labels", "import", one_clip, tmp_path / "second.csv", *clip)[0] == 3
    assert audioclf("labels", "import", one_clip, tmp_path / "first.csv", *clip, *said)[0] == 0
    status, _out, err = audioclf("labels", "import", one_clip, tmp_path / "second.csv", *clip)
    assert status == 0
    assert "read as they were chosen of a table with the same ones before" in err
    rows = audioclf_json("labels", "measure", one_clip)[1]["labels"]
    assert [(row["class"], row["start_s"]) for row in rows if row["start_s"]] == [("wren", 0.1), ("owl", 0.3)]
    assert audioclf("labels", "import", one_clip, tmp_path / "other.csv", *clip)[0] == 3


def test_columns_chosen_of_a_table_without_names_say_nothing_about_other_files(one_clip, audioclf, tmp_path):
    (tmp_path / "numbers.csv").write_text("sp,1,2\nwren,0.1,0.2\n", "utf-8")
    (tmp_path / "track.txt").write_text("0.3\t0.4\towl\n", "utf-8")
    clip = ("--clip", 1)
    said = ("--column", "label=sp", "--column", "start_s=1", "--column", "end_s=2")
    assert audioclf("labels", "import", one_clip, tmp_path / "numbers.csv", *clip, *said)[0] == 0
    status, _out, err = audioclf("labels", "import", one_clip, tmp_path / "track.txt", *clip)
    assert status == 0, err


@pytest.mark.parametrize("given", ["start_s", "start_s=", "weather=w"])
def test_a_column_that_says_nothing_is_refused(given, one_clip, audioclf, tmp_path):
    (tmp_path / "a.csv").write_text("sp,t0\nx,1\n", "utf-8")
    status, _out, err = audioclf("labels", "import", one_clip, tmp_path / "a.csv", "--column", given)
    assert status == 1
    assert "remedy" in err
