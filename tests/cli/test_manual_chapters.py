"""Whoever follows a tutorial of the manual comes to its end: its commands are run in their order."""

import importlib.util
import os
import re
import shlex
import subprocess
import sys

import pytest

from audioclf_gui.core.manual import CHAPTERS, read_manual

USEFUL = 0.8  # of the clips of groups that were held out; three classes
_FENCE = re.compile(r"^```\w*\n(.*?)^```$", re.M | re.S)


def commands_in(name: str) -> list[str]:
    markdown = next(page.markdown for page in read_manual("en") if page.name == name)
    lines = (line for block in _FENCE.findall(markdown) for line in block.splitlines())
    return [line for line in lines if line.startswith("audioclf ")]


def in_its_own_process(words: list[str]) -> tuple[int, str, str]:
    """What a command comes to for which Ray must not know what another test has told it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("RAY_")}
    done = subprocess.run(
        [sys.executable, "-m", "audioclf_gui", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.slow
@pytest.mark.parametrize("name", CHAPTERS)
def test_the_commands_of_a_chapter_lead_from_recordings_to_answers(
    name, audioclf, audioclf_json, tmp_path, monkeypatch
):
    if name == "tutorial-cluster" and importlib.util.find_spec("ray") is None:
        pytest.skip("there is no Ray here")
    monkeypatch.chdir(tmp_path)
    commands = commands_in(name)
    assert len(commands) >= 6
    for command in commands:
        words = shlex.split(command, comments=True)[1:]
        status, _out, err = in_its_own_process(words) if words[0] == "cluster" else audioclf(*words)
        assert status == 0, f"{command}\n{err}"
    project = next(shlex.split(command)[2] for command in commands if command.startswith("audioclf train "))
    _status, runs = audioclf_json("runs", project)
    judged = [group["accuracy"] for run in runs for group in run["report"]["per_group"]]
    assert sum(judged) / len(judged) >= USEFUL
