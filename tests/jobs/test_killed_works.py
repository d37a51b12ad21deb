"""What a job said to have written is there after a sudden death, whatever the job and the moment."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

BENCHMARK = Path(__file__).parent.parent / "benchmarks" / "bench_kills.py"


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_that_was_told_is_lost_when_works_are_killed():
    done = subprocess.run([sys.executable, str(BENCHMARK), "18"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    killed = dict(re.findall(r"^(\w+) +(\d+) killed", done.stdout, re.M))
    assert killed.keys() == {"import", "labelling", "training", "suggestions", "recording", "export"}
    assert sum(map(int, killed.values())) == 18
    assert int(killed["labelling"])
    assert int(killed["training"])
