"""`audioclf fetch`."""

import io
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
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS
from tests.web import offered, serving


@pytest.fixture
def site(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    with serving() as site:
        yield site


@pytest.fixture
def pets(tmp_path) -> bytes:
    """A data set as somebody offers it: an archive with a folder for each class."""
    for number, name in enumerate(("dogs/a.wav", "cats/b.wav"), start=1):
        path = tmp_path / "home/pets" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_wav(path, np.sin(np.arange(800) * 0.01 * number).astype(np.float32), 8000)
    return Path(shutil.make_archive(str(tmp_path / "made"), "gztar", tmp_path / "home")).read_bytes()


def test_what_is_fetched_can_be_imported(site, pets, tmp_path, audioclf, audioclf_json):
    address = site.put("/pets.tar.gz", offered(pets, breaks_after=len(pets) // 2 + 1))
    status, done = audioclf_json("fetch", address, "--to", tmp_path / "in")
    assert (status, done["file"], done["bytes"]) == (0, str(tmp_path / "in/pets.tar.gz"), len(pets))
    assert audioclf("new", tmp_path / "p")[0] == 0
    status, imported = audioclf_json("import", tmp_path / "p", done["file"], "--layout", "guess")
    assert (status, imported["classes"]) == (0, ["cats", "dogs"])


def test_the_next_command_is_told(site, pets, tmp_path, monkeypatch, audioclf):
    monkeypatch.chdir(tmp_path)
    status, out, err = audioclf("fetch", site.put("/pets.tar.gz", offered(pets)))
    assert status == 0
    assert "to import it: audioclf import PROJECT pets.tar.gz --layout guess" in err
    assert "pets.tar.gz" in out


def test_a_refusal_is_a_user_error_with_a_remedy(site, tmp_path, audioclf):
    address = site.put("/pets.zip", lambda asked: asked.say(403))
    status, out, err = audioclf("fetch", address, "--to", tmp_path)
    assert (status, out) == (1, "")
    assert "error:" in err
    assert "status 403" in err
    assert "remedy:" in err


def test_the_known_sets_are_listed_without_asking_anybody(audioclf, audioclf_json):
    status, out, _err = audioclf("fetch")
    assert status == 0
    assert all(key in out for key in KNOWN_SETS)
    _, known = audioclf_json("fetch")
    assert [one["name"] for one in known] == list(KNOWN_SETS)
    assert all(one["licence"] and one["bytes"] and one["address"] for one in known)


def test_ctrl_c_keeps_what_came_for_the_next_time(site, tmp_path, audioclf_json):
    with zipfile.ZipFile(made := io.BytesIO(), "w") as archive:
        archive.writestr("a.wav", bytes(2**22))
    data = made.getvalue()

    def half(asked):
        asked.send_response(200)
        asked.send_header("Content-Length", str(len(data)))
        asked.send_header("ETag", '"1"')
        asked.end_headers()
        asked.wfile.write(data[: 2**21])
        asked.wfile.flush()
        running.wait(20)

    address = site.put("/big.zip", half)
    code = "import sys; from audioclf_gui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    command = (sys.executable, "-c", code, "fetch", address, "--to", str(tmp_path / "in"))
    with subprocess.Popen(command, stderr=PIPE, text=True) as running:
        for line in running.stderr:
            if line.startswith("fetching: 2"):
                running.send_signal(signal.SIGINT)
                break
        rest = running.stderr.read()
    assert "interrupted; what was finished is kept" in rest
    assert running.returncode == 130
    site.put("/big.zip", offered(data))
    _, done = audioclf_json("fetch", address, "--to", tmp_path / "in")
    assert done["had"] == 2**21
    assert Path(done["file"]).read_bytes() == data
