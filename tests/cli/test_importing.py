"""What `audioclf import` takes from names, codes and files beside the recordings."""

import json
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from subprocess import PIPE

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav


@pytest.fixture
def empty(tmp_path, audioclf) -> Path:
    assert audioclf("new", tmp_path / "p")[0] == 0
    return tmp_path / "p"


def recordings(folder: Path, *names: str) -> Path:
    for number, name in enumerate(names, start=1):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        write_wav(folder / name, np.sin(np.arange(800) * 0.01 * number).astype(np.float32), 8000)
    return folder


def test_parts_of_names_say_class_and_group(empty, tmp_path, audioclf_json):
    sounds = recordings(tmp_path / "in", "dog_ann_1.wav", "cat_bob_1.wav", "odd.wav")
    status, done = audioclf_json("import", empty, sounds, "--name-parts", "{class}_{group}_{}")
    assert (status, done["classes"], done["groups"], done["unlabelled"]) == (0, ["cat", "dog"], 2, 1)
    assert "1 name does not fit the pattern of the class: odd.wav" in done["notes"]


def test_codes_of_folders_and_of_label_files_get_their_names(empty, tmp_path, audioclf_json):
    sounds = recordings(tmp_path / "in", "ast/a.wav", "par/b.wav")
    (sounds / "ast/a.txt").write_text("0.01\t0.02\tpar\n0.03\t0.04\towl\n")
    names = tmp_path / "names.csv"
    names.write_text("ast,Astley's warbler\npar,Parrotbill\n")
    _, done = audioclf_json("import", empty, sounds, "--layout", "folders", "--class-names", names)
    _, known = audioclf_json("info", empty)
    assert known["labels"] == {"Astley's warbler": 1, "Parrotbill": 2, "owl": 1}
    assert "2 classes get their names from names.csv: ast is Astley's warbler" in done["notes"]


def test_a_table_of_codes_beside_the_recordings_is_told(empty, tmp_path, audioclf_json):
    sounds = recordings(tmp_path / "in", "ast/a.wav", "par/b.wav")
    (sounds / "species.csv").write_text("code,name\nast,Astley's warbler\npar,Parrotbill\nowl,Tawny owl\n")
    _, done = audioclf_json("import", empty, sounds, "--layout", "folders")
    assert any("species.csv seems to give 2 classes their names" in note for note in done["notes"])


def test_files_beside_the_recordings_are_told_with_what_they_are_for(empty, tmp_path, audioclf_json):
    sounds = recordings(tmp_path / "in", "a.wav", "b.wav")
    for name, text in (
        ("a.txt", "0.01\t0.02\tdog\n"),
        ("clips.csv", "file,species\na.wav,dog\nb.wav,cat\n"),
        ("weather.csv", "day,rain\n1,2\n"),
        ("wolf.txt", "0.01\t0.02\twolf\n"),
    ):
        (sounds / name).write_text(text)
    _, done = audioclf_json("import", empty, sounds, "--layout", "guess")
    assert {Path(one["path"]).name: one["role"] for one in done["beside"]} == {
        "clips.csv": "read",
        "a.txt": "labels",
        "weather.csv": "left",
        "wolf.txt": "strange",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="nobody can press Ctrl+C for another process there")
def test_recordings_that_come_later_are_taken_in_until_ctrl_c(empty, tmp_path):
    sounds = recordings(tmp_path / "in", "dog_1.wav")
    command = [sys.executable, "-m", "audioclf_gui", "import", empty, sounds, "--json"]
    how = ["--name-parts", "{class}_{}", "--watch", "0.05"]
    with subprocess.Popen([*command, *how], stdout=PIPE, stderr=PIPE, text=True) as watching:
        assert any(line.startswith("watching ") for line in watching.stderr)
        recordings(sounds, "more/cat_2.wav")
        assert any(line == f"came in: {sounds / 'more/cat_2.wav'}\n" for line in watching.stderr)
        watching.send_signal(signal.SIGINT)
        done = json.loads(watching.communicate(timeout=200)[0])
    assert (watching.returncode, done["added"], done["classes"]) == (0, 2, ["dog", "cat"])


def test_label_files_beside_recordings_that_come_later_are_taken_in_or_left(empty, tmp_path, audioclf):
    sounds = recordings(tmp_path / "in", "a.wav")
    for number, (how, told) in enumerate((("merge", "labels came in: "), ("leave", "came in: "))):
        command = [sys.executable, "-m", "audioclf_gui", "import", empty, sounds]
        options = ["--label-files", how, "--watch", "0.05"]
        with subprocess.Popen([*command, *options], stdout=PIPE, stderr=PIPE, text=True) as watching:
            assert any(line.startswith("watching ") for line in watching.stderr)
            (sounds / f"late_{number}.txt").write_text("0.0\t0.1\twren\n")
            recordings(sounds, f"late_{number}.wav")
            assert any(line.startswith(told) for line in watching.stderr)
            if how == "merge":
                (sounds / "a.txt").write_text("0.0\t0.1\towl\n")  # of a recording that was there first
                assert any(
                    line.startswith("labels came in: ") and "a.txt" in line for line in watching.stderr
                )
                (sounds / "a.txt").write_text("0.0\t0.1\tother\n")
                assert any("1 label file that was written since was left" in line for line in watching.stderr)
            watching.send_signal(signal.SIGINT)
            watching.communicate(timeout=200)
    audioclf("labels", "table", empty, "--columns", "clip,class", "--out", tmp_path / "labels.csv")
    assert (tmp_path / "labels.csv").read_text("utf-8").split() == [
        "clip,class",
        "../in/a.wav,owl",
        "../in/late_0.wav,wren",
    ]


@pytest.mark.parametrize("pause", ["0", "-1", "nan", "inf"])
def test_a_file_needs_some_time_to_be_taken_for_whole(pause, empty, tmp_path, audioclf):
    status, _, err = audioclf("import", empty, tmp_path, f"--watch={pause}")
    assert status == 2
    assert "no number of seconds" in err


def test_files_alone_are_nothing_to_watch(empty, tmp_path, audioclf):
    sounds = recordings(tmp_path / "in", "a.wav")
    status, _, err = audioclf("import", empty, sounds / "a.wav", "--watch")
    assert status == 1
    assert "there is no folder to watch" in err


def test_an_archive_is_imported_as_the_folder_is_that_was_packed(empty, tmp_path, audioclf, audioclf_json):
    sounds = recordings(tmp_path / "in/pets", "dogs/a.wav", "cats/b.wav")
    archive = shutil.make_archive(str(tmp_path / "pets"), "gztar", sounds.parent)
    status, done = audioclf_json("import", empty, archive, "--layout", "guess", "--copy")
    assert (status, done["classes"], done["clips"]) == (0, ["cats", "dogs"], 2)
    [told] = done["unpacked"]
    assert told == {
        "archive": archive, "folder": str(empty / "unpacked/pets"), "files": 2, "bytes": told["bytes"]
    }  # fmt: skip
    assert not list((empty / "recordings").glob("*")), "they are in the project's folder already"
    status, again = audioclf_json("import", empty, archive, "--layout", "guess")
    assert (again["added"], again["known"]) == (0, 2)
    assert any("was unpacked before" in note for note in again["notes"])
    status, _out, err = audioclf("import", empty, archive, "--unpack-to", tmp_path / "there")
    assert status == 0
    assert "note: to take classes" in err
    assert (tmp_path / "there/pets/pets/dogs/a.wav").is_file()


def test_an_archive_that_leads_out_is_refused_and_the_project_stays_as_it_is(empty, tmp_path, audioclf):
    with zipfile.ZipFile(tmp_path / "evil.zip", "w") as evil:
        evil.writestr("../evil.wav", b"x")
    before = sorted(empty.rglob("*"))
    status, _out, err = audioclf("import", empty, tmp_path / "evil.zip")
    assert status == 1
    assert "of '../evil.wav', its path leads out of the folder" in err
    assert "remedy: Unpack it with another program" in err
    assert sorted(empty.rglob("*")) == before


def test_labels_of_several_codes_of_one_name_are_counted_when_they_come_together(empty, tmp_path, audioclf):
    sounds = recordings(tmp_path / "in", "a.wav")
    (sounds / "a.txt").write_text("0.0\t0.1\tast\n0.0\t0.1\tasw\n")
    (tmp_path / "codes.csv").write_text("code,name\nast,warbler\nasw,warbler\n")
    status, _, err = audioclf("import", empty, sounds, "--class-names", tmp_path / "codes.csv")
    assert status == 0
    assert "by its new name 1 label equals another one" in err
