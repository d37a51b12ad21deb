"""Whatever is done in the Label workspace, in any order: nothing raises, and the file holds what was seen."""

import json
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from audioclf_gui.core.project import Project

BENCHMARKS = Path(__file__).resolve().parent.parent / "benchmarks"
ACTIONS, KILLS = 200, 4

_WALK = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import bench_random_walk
from audioclf_gui.gui.app import make_application
app = make_application(["walk"])
folder, actions, seed = Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
faults = bench_random_walk.walk(folder, actions, seed, lambda line: print(line, flush=True))
print("\\n\\n".join(faults) or "no faults", flush=True)
"""


@pytest.fixture(scope="module")
def walking(benchmarks):
    return benchmarks("bench_random_walk")


@pytest.fixture
def folder(walking, tmp_path):
    walking.make_project(tmp_path / "walk")
    return tmp_path / "walk"


def walk(folder: Path, actions: int, seed: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", _WALK, str(BENCHMARKS), str(folder), str(actions), str(seed)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_walk_by_mouse_and_key_raises_nothing_and_every_state_is_kept(folder):
    with walk(folder, ACTIONS, 11) as process:
        lines = process.stdout.read().splitlines()
    assert process.returncode == 0
    assert lines[ACTIONS:] == ["no faults"]
    edits = {json.loads(line)[1] for line in lines[:ACTIONS]}
    assert len(edits) > ACTIONS / 20, "it hardly did anything"


@pytest.mark.slow
@pytest.mark.timeout(300)
def test_a_walk_that_is_killed_on_its_way_loses_nothing_that_was_seen(folder, walking):
    moments = random.Random(5)
    for seed in range(KILLS):
        with walk(folder, ACTIONS, seed) as process:
            for _ in range(moments.randrange(20, 60)):
                told = process.stdout.readline()
            process.send_signal(signal.SIGKILL)
        _what, number, seen, *_pauses = json.loads(told)
        with Project.open(folder) as project:
            project.catalogue.go_to(number)
            assert walking.state(project.catalogue.view) == seen
