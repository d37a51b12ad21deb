"""`audioclf doctor` tells what there is, what is amiss, and nobody's name."""

import os
import subprocess
import sys
from pathlib import Path

import torch

from audioclf_gui import __version__


def test_the_report_tells_versions_devices_disks_and_sound(audioclf_json):
    status, found = audioclf_json("doctor")
    assert status == 0
    assert list(found) == ["Program", "Computing", "Disks", "Sound", "Packages", "Plug-ins"]
    told = {one["about"]: one["told"] for chapter in found.values() for one in chapter}
    assert told["audioclf-gui"] == __version__
    assert told["Build of torch"].startswith(torch.__version__)
    assert told["Computing on cpu"].startswith("works, ")
    assert "GB free" in told["Temporary files"]
    assert "WAV" in told["Sound files"]
    assert told["Extra search"].startswith("optuna ")


def test_the_report_is_written_and_what_was_there_is_kept(audioclf, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(Path.home() / ".cache"))
    report = tmp_path / "report.txt"
    report.write_text("dear diary")
    status, out, err = audioclf("doctor", "--out", report)
    assert (status, out) == (0, "")
    assert "~/.cache/audioclf-gui" in report.read_text()
    assert str(Path.home()) not in report.read_text().replace(sys.prefix, "")
    assert (tmp_path / "report.1.txt").read_text() == "dear diary"
    assert "kept what was there" in err
    status, _out, err = audioclf("doctor", "--out", report / "below.txt")
    assert status == 1
    assert "cannot be written" in err


def test_a_package_that_is_missing_and_a_missing_sound_library_are_named_with_the_remedy(tmp_path):
    """As on a computer without PortAudio, where scipy was deleted by hand."""
    code = """
import importlib.metadata as metadata, sys
class NoPortAudio:
    def find_spec(self, name, *others):
        if name == "sounddevice":
            raise OSError("PortAudio library not found")
sys.meta_path.insert(0, NoPortAudio())
version = metadata.version
def without_scipy(name):
    if name == "scipy":
        raise metadata.PackageNotFoundError(name)
    return version(name)
metadata.version = without_scipy
from audioclf_gui.cli.main import main
sys.exit(main(["doctor"]))
"""
    surroundings = os.environ | {"XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    assert "scipy: not installed\n    to do: Run: pip install" in done.stdout
    assert "PortAudio library is not installed\n    to do: Install it" in done.stdout
