"""Projects from the command line: made, filled, looked at."""

import itertools
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_flac
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.project import Project
from audioclf_gui.jobs import import_clips as jobs_import
from tests.killed import KilledAgain


def test_a_folder_of_folders_becomes_a_labelled_project(project, audioclf_json):
    status, facts = audioclf_json("info", project)
    assert status == 0
    assert facts["clips"] == facts["labelled"] == 24
    assert facts["classes"] == {"high": 12, "low": 12}
    assert facts["groups"] == 4


def test_importing_again_adds_only_what_is_new(project, tones, audioclf_json, tmp_path):
    extra = tmp_path / "more"
    extra.mkdir()
    (extra / "new.wav").write_bytes((tones / "low" / "site0-00.wav").read_bytes())
    status, result = audioclf_json("import", project, tones, extra, "--labels-from-name", "(?P<label>new)")
    assert (status, result["added"], result["clips"]) == (0, 1, 25)


def test_bad_files_are_put_aside_by_name_and_good_ones_go_in(audioclf, audioclf_json, tones, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    good = (tones / "low" / "site0-00.wav").read_bytes()
    (folder / "good.WAV").write_bytes(good)
    (folder / "empty.wav").write_bytes(b"")
    (folder / "text.wav").write_text("this is not sound, only text")
    (folder / "cut.flac").write_bytes(b"fLaC\x00")
    audioclf("new", tmp_path / "p")
    status, result = audioclf_json("import", tmp_path / "p", folder)
    assert status == 3
    assert result["added"] == 1
    assert sorted(one["path"].rpartition("/")[2] for one in result["quarantined"]) == [
        "cut.flac", "empty.wav", "text.wav"
    ]  # fmt: skip
    assert all(one["reason"] and one["remedy"] for one in result["quarantined"])
    _status, _out, err = audioclf("import", tmp_path / "p", folder)
    for one in result["quarantined"]:
        assert f"put aside: {one['path']}: {one['reason']}\n  remedy: {one['remedy']}\n" in err
    for name in ("empty.wav", "text.wav", "cut.flac"):
        (folder / name).write_bytes(good)
    status, result = audioclf_json("import", tmp_path / "p", folder)
    assert (status, result["added"], result["quarantined"]) == (0, 3, [])
    with Project.open(tmp_path / "p") as project:
        assert tuple(project.quarantine) == ()


def test_copying_keeps_the_originals_and_survives_their_loss(audioclf, tones, tmp_path):
    source = tmp_path / "stick"
    source.mkdir()
    (source / "a.wav").write_bytes((tones / "low" / "site0-00.wav").read_bytes())
    audioclf("new", tmp_path / "p")
    assert audioclf("import", tmp_path / "p", source, "--copy")[0] == 0
    (source / "a.wav").unlink()
    with Project.open(tmp_path / "p") as project:
        assert project.catalogue.view.audio_path(project.catalogue.view.clips[0]).is_file()
        assert project.catalogue.view.audio_path(project.catalogue.view.clips[0]).is_relative_to(
            project.folder
        )


def test_a_table_needs_its_columns_named(project, audioclf, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("file,what\na.wav,x\n")
    status, _out, err = audioclf("import", project, tmp_path, "--table", table)
    assert status == 2
    assert "--path-column" in err
    arguments = ("--table", table, "--path-column", "nope", "--label-column", "what")
    status, _out, err = audioclf("import", project, tmp_path, *arguments)
    assert status == 1
    assert "file, what" in err


@pytest.mark.parametrize(
    ("arguments", "status"),
    [
        (["new"], 2),
        (["import", "{tmp}/none", "{tmp}"], 1),
        (["info", "{tmp}/none"], 1),
        (["info", "{tmp}"], 1),
        (["predict", "{tmp}", "{tmp}"], 1),
        (["train", "{tmp}"], 1),
        (["unheard-of"], 2),
    ],
)
def test_mistakes_are_told_with_a_remedy(audioclf, tmp_path, arguments, status):
    told, out, err = audioclf(*(argument.format(tmp=tmp_path) for argument in arguments))
    assert told == status
    assert out == ""
    assert "remedy: " in err if status == 1 else "usage: " in err


def test_a_project_that_is_open_elsewhere_is_not_written_to(project, tones, audioclf):
    with Project.open(project):
        status, _out, err = audioclf("import", project, tones)
    assert status == 1
    assert "open elsewhere" in err


def test_the_check_names_what_is_wrong(project, audioclf_json, tones, tmp_path):
    folder = tmp_path / "twins"
    folder.mkdir()
    (folder / "high.wav").write_bytes((tones / "low" / "site0-00.wav").read_bytes())
    audioclf_json("import", project, folder, "--labels-from-name", "(?P<label>high)")
    status, findings = audioclf_json("check", project)
    assert status == 0
    (twins,) = (one for one in findings if one["kind"] == "two classes")
    assert sorted(path.rpartition("/")[2] for path in twins["clips"]) == ["high.wav", "site0-00.wav"]


_LOADING = """
from audioclf_gui.cli.main import main
from audioclf_gui.cli import importing
from audioclf_gui.audio import ingest
from audioclf_gui.jobs import import_clips
"""


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(not hasattr(os, "fork"), reason="the system has no such signals")
def test_killing_an_import_fifty_times_keeps_every_batch_that_was_taken_in(
    project, tones, tmp_path, costs_at_most_the_edit_in_flight
):
    folder = tmp_path / "many"
    folder.mkdir()
    content = (tones / "low" / "site0-00.wav").read_bytes()
    for number in range(3000):
        (folder / f"{number:04}.wav").write_bytes(content)
    clips = 24
    with KilledAgain(_LOADING, "main(['import', *sys.argv[1:]])", project, folder) as importing:
        for round_ in range(50):
            importing.begin()
            for _line in range(round_ % 9):
                importing.line()
            importing.kill()
            with Project.open(project) as opened:
                assert costs_at_most_the_edit_in_flight(opened.notes)
                assert not opened.read_only
                assert len(opened.catalogue.view.clips) >= clips
                clips = len(opened.catalogue.view.clips)
                paths = [clip.path for clip in opened.catalogue.view.clips]
                assert len(set(paths)) == len(paths)
    command = [sys.executable, "-m", "audioclf_gui", "import", str(project), str(folder)]
    assert subprocess.run(command, check=True, capture_output=True).returncode == 0
    with Project.open(project) as opened:
        assert len(opened.catalogue.view.clips) == 3024


def test_the_robustness_pack_is_judged_as_its_manifest_says(audioclf_json, audioclf, shared_data, tmp_path):
    audioclf("new", tmp_path / "p")
    status, result = audioclf_json("import", tmp_path / "p", shared_data / "robustness" / "refuse")
    assert status == 3
    assert result["added"] == 0
    status, result = audioclf_json("import", tmp_path / "p", shared_data / "robustness" / "open")
    assert (status, result["added"]) == (0, 63)
    status, result = audioclf_json("import", tmp_path / "p", shared_data / "robustness" / "other-codec")
    assert status == 3
    assert json.dumps(result).count("not supported") >= 10


def test_a_real_data_set_comes_in_with_classes_folds_and_groups(
    audioclf_json, audioclf, shared_data, tmp_path
):
    audioclf("new", tmp_path / "p")
    status, result = audioclf_json("import", tmp_path / "p", shared_data / "env-esc10", "--layout", "esc50")
    assert (status, result["clips"], len(result["classes"]), result["folds"]) == (0, 400, 10, list("12345"))
    assert result["groups"] == 304


@pytest.mark.parametrize("command", ["info", "check", "history", "classes"])
def test_whoever_opens_a_damaged_project_first_is_told_what_became_of_it(project, audioclf, command):
    (file,) = project.glob("*.audioclf")
    content = bytearray(file.read_bytes())
    content[3 * 4096 : 8 * 4096] = b"\xa5" * (5 * 4096)
    file.write_bytes(content)
    arguments = ("add", project, "owl") if command == "classes" else (project,)
    _status, _out, err = audioclf(command, *arguments)
    assert "was damaged. It was put aside as" in err
    assert "damaged" not in audioclf("info", project)[2]


def test_ctrl_c_keeps_every_file_that_was_read(audioclf, tones, tmp_path, monkeypatch):
    def interrupted(candidates, copy_to):
        yield from itertools.islice(ingest(candidates, copy_to), 6)
        raise KeyboardInterrupt

    audioclf("new", tmp_path / "p")
    monkeypatch.setattr(jobs_import, "ingest", interrupted)
    status, _out, err = audioclf("import", tmp_path / "p", tones)
    assert (status, "is kept" in err) == (130, True)
    with Project.open(tmp_path / "p") as project:
        assert len(project.catalogue.view.clips) >= 4


def test_ctrl_c_waits_for_the_file_at_hand_and_keeps_it(audioclf, tones, tmp_path, monkeypatch):
    def interrupted(candidates, copy_to):
        events = ingest(candidates, copy_to)
        yield from itertools.islice(events, 5)
        signal.raise_signal(signal.SIGINT)
        yield next(events)
        yield Progress(5, 24)
        yield from events

    audioclf("new", tmp_path / "p")
    monkeypatch.setattr(jobs_import, "ingest", interrupted)
    status, _out, err = audioclf("import", tmp_path / "p", tones)
    assert (status, "is kept" in err) == (130, True)
    with Project.open(tmp_path / "p") as project:
        assert len(project.catalogue.view.clips) == 5


def test_copying_the_same_files_in_again_copies_and_adds_nothing(audioclf_json, audioclf, tones, tmp_path):
    audioclf("new", tmp_path / "p")
    for added in (24, 0):
        status, result = audioclf_json("import", tmp_path / "p", tones, "--layout", "folders", "--copy")
        assert (status, result["added"], result["clips"]) == (0, added, 24)
    assert len(list((tmp_path / "p" / "recordings").rglob("*.wav"))) == 24


def test_a_flac_with_damaged_sound_or_header_is_named_and_info_says_how_much_was_tested(
    audioclf, audioclf_json, tmp_path
):
    folder = tmp_path / "flacs"
    folder.mkdir()
    noise = np.random.default_rng(0).normal(0.0, 0.1, 40_000).astype(np.float32)
    write_flac(folder / "whole.flac", noise, 16000)
    content = (folder / "whole.flac").read_bytes()
    for name, at in (("sound", len(content) // 2), ("header", 13)):
        damaged = bytearray(content)
        damaged[at] ^= 4
        (folder / f"{name}.flac").write_bytes(damaged)
    for wanted in ("first", "second"):
        audioclf("new", tmp_path / wanted)
    status, result = audioclf_json("import", tmp_path / "first", folder)
    assert status == 3
    assert [Path(one["path"]).name for one in result["quarantined"]] == ["sound.flac"]
    assert "damaged after 1.0 s" in result["quarantined"][0]["reason"]
    assert [Path(one["path"]).name for one in result["odd"]] == ["header.flac"]
    _status, _out, err = audioclf("import", tmp_path / "second", folder)
    assert f"odd: {folder / 'header.flac'}: The sound is whole, but the header is damaged" in err
    assert audioclf_json("info", folder / "whole.flac")[1]["tested"] == "whole"


def test_importing_again_describes_what_is_there_and_leaves_other_answers_alone(
    audioclf, audioclf_json, tones, tmp_path
):
    audioclf("new", tmp_path / "p")
    audioclf("import", tmp_path / "p", tones)
    audioclf("clips", "label", tmp_path / "p", "hum", "--where", "site0-00")
    status, result = audioclf_json("import", tmp_path / "p", tones, "--layout", "folders")
    assert (status, result["added"], result["known"], result["changed"]) == (0, 0, 24, 22)
    assert sorted(one["path"].rpartition("/")[2] for one in result["left_alone"]) == ["site0-00.wav"] * 2
    assert {one["reason"] for one in result["left_alone"]} == {
        "its class is “hum” and not “high”",
        "its class is “hum” and not “low”",
    }
    _status, _out, err = audioclf("import", tmp_path / "p", tones, "--layout", "folders")
    assert err.count("left alone: ") == 2
    with Project.open(tmp_path / "p") as project:
        assert project.catalogue.view.labelled == 24
        project.catalogue.undo()
        assert project.catalogue.view.labelled == 2


def test_info_of_a_damaged_project_says_what_was_restored(project, audioclf, audioclf_json):
    file = next(project.glob("*.audioclf"))
    content = bytearray(file.read_bytes())
    content[5 * 4096 : 6 * 4096] = bytes(4096)
    file.write_bytes(content)
    status, out, err = audioclf("info", project)
    assert (status, "Nothing is missing." in err, "notes" in out) == (0, True, False)
    file.write_bytes(content)
    status, facts = audioclf_json("info", project)
    assert (status, facts["notes"][-1]) == (0, "Nothing is missing.")
    assert (facts["clips"], facts["read_only"], facts["open_elsewhere"]) == (24, False, False)
    assert audioclf_json("info", project)[1]["notes"] == []


def test_what_a_model_is_comes_in_lines_that_fit_a_screen(audioclf):
    bundle = Path(__file__).parents[1] / "fixtures" / "v0.1.0" / "dawn" / "models" / "run-0001"
    status, out, _err = audioclf("info", bundle)
    lines = out.splitlines()
    assert (status, max(map(len, lines)) < 120) == (0, True)
    assert "classes     夜鷹, Brummen, Čejka" in lines
    assert "clips               quarantined 0, test 0, train 7, valid 5" in lines
    assert "settings" in lines
    assert "validate         fold:2" in lines
    assert any(line.startswith("Brummen ") for line in lines), "the figures of each class"
    assert not any("{" in line for line in lines)
