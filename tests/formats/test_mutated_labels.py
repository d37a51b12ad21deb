"""Whatever a label file has become: it is read, or refused with a reason, and no byte of it is changed."""

import pytest

from audioclf_gui.formats.registry import FORMATS

INPUTS = 400


@pytest.mark.parametrize("key", FORMATS)
def test_mutated_files_are_read_or_refused(key, benchmarks):
    benchmark = benchmarks("bench_mutated_labels")
    known = FORMATS[key]
    found = benchmark.samples(known, None)
    outcome = benchmark.tried(known, found, INPUTS, seed=7)
    assert outcome.faults == []
    assert outcome.counts["read"] > INPUTS / 20
    assert outcome.counts["refused"] > 0
