"""Work on a disk that is full, read-only or gone ends with words, loses nothing, and goes on afterwards."""

import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="small disks are mounted as on Linux")


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_nothing_is_lost_and_nothing_half_written_taken_for_whole(benchmarks, tmp_path):
    benchmark = benchmarks("bench_full_disks")
    if not benchmark.can_mount():
        pytest.skip("no small disk can be mounted here")
    names = ("new", "import a copy", "label", "keep a sound", "export labels", "pack", "preset")
    tallies = benchmark.bench(tmp_path, names, shares=(0.0, 0.3, 0.9), moments=(0.5,))
    assert {name: tally.faults for name, tally in tallies.items() if tally.faults} == {}
    assert all(tally.refused >= 2 for tally in tallies.values())
