"""The command starts a cluster of its own, ends it, and goes on where it was."""

import json
import os
import re
import secrets
import shutil
import signal
import subprocess
import sys

import pytest

from audioclf_gui.jobs.predict import Predict, predict
from audioclf_gui.jobs.results import Output

pytest.importorskip("ray")
pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")]

HOP_S = 0.02
THIS_COMPUTER = {"127.0.0.1", "::1", "::ffff:127.0.0.1"}


START = [sys.executable, "-c", "import sys; from audioclf_gui.cli.main import main; sys.exit(main())"]


@pytest.fixture
def home(tmp_path, monkeypatch):
    """Commands have a home of their own, and a word by which all their processes are known."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("RAY_AUTH_TOKEN", secrets.token_hex(16))
    for name in ("RAY_AUTH_MODE", "RAY_USAGE_STATS_ENABLED", "RAY_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "home"


@pytest.fixture
def command(archive, bundle, tmp_path, home):
    """One that classifies an archive."""
    options = ["--workers", "2", "--format", "csv", "--hop-s", str(HOP_S), "--json"]
    return [*START, "cluster", "predict", bundle, archive, "--out", tmp_path / "out", *options]


def processes():
    """Those that know the word."""
    import psutil

    word = os.environ["RAY_AUTH_TOKEN"]
    found = []
    for process in psutil.process_iter():
        try:
            known = process.environ().get("RAY_AUTH_TOKEN") == word and process.pid != os.getpid()
            if known and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def left_over():
    """The processes that are still there when a dozen seconds have passed; the system ends them meanwhile."""
    import psutil

    _gone, alive = psutil.wait_procs(processes(), timeout=12.0)
    return alive


def listening(process):
    return {one.laddr.ip for one in process.net_connections("inet") if one.status == "LISTEN"}


def test_after_ctrl_c_nothing_runs_on_and_the_same_command_does_the_rest(command, archive, bundle, tmp_path):
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True) as running:
        seen = ""
        for line in running.stderr:
            seen += line
            if re.search(r"classifying: [1-9]\d* of 97", line):
                break
        addresses = set().union(*map(listening, processes()))
        os.killpg(running.pid, signal.SIGINT)  # as a terminal does: to the whole group
        seen += running.stderr.read()
    assert running.returncode == 130, seen
    assert addresses
    assert addresses <= THIS_COMPUTER
    assert left_over() == []
    out = tmp_path / "out"
    assert {path.name for path in out.iterdir()} == {"manifest.csv", "parts"}
    assert not (tmp_path / "home" / ".ray").exists()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 3, done.stderr
    facts = json.loads(done.stdout)
    assert facts["done_before"] > 0
    assert (facts["files"], len(facts["put_aside"])) == (96, 1)
    for _event in predict(Predict(bundle, (archive,), (Output("csv", tmp_path / "one.csv"),), HOP_S)):
        pass
    assert (out / "results.csv").read_text("utf-8") == (tmp_path / "one.csv").read_text("utf-8")
    assert "broken.wav" in (out / "put_aside.csv").read_text("utf-8")
    assert left_over() == []


@pytest.mark.usefixtures("home")
def test_other_commands_have_a_cluster_of_their_own_too(archive, bundle, tmp_path):
    (archive / "site-0" / "broken.wav").unlink()
    for site, name in (("site-0", "even"), ("site-1", "odd")):
        shutil.copytree(archive / site, tmp_path / "voices" / name)
    few = ["--mixtures", "2", "1", "1", "--length-s", "2", "--json"]
    for asked, told in (
        (["embed", bundle, archive, "--out", tmp_path / "out", "--json"], {"files": 96, "workers_lost": 0}),
        (["synth", tmp_path / "voices", tmp_path / "mixed", *few], {"duration_s": 8.0, "kept": 0}),
    ):
        done = subprocess.run(
            [*START, "cluster", *asked, "--workers", "1"], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        facts = json.loads(done.stdout)
        assert {name: facts[name] for name in told} == told
    assert left_over() == []
