"""Rows that are read as they are asked for are those that were written."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.core.errors import UserError
from audioclf_gui.ml.rows_on_disk import RowsOnDisk


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=6),
    st.lists(st.integers(0, 10_000), max_size=20),
    st.sampled_from([(3,), (2, 5)]),
    st.sampled_from([torch.float16, torch.float32]),
)
def test_rows_come_back_in_the_order_in_which_they_are_asked_for(tmp_path_factory, sizes, asked, shape, kind):
    whole = torch.randn(sum(sizes), *shape).to(kind)
    rows = RowsOnDisk(tmp_path_factory.getbasetemp(), whole.split(sizes))
    places = np.array([one % len(whole) for one in asked] if len(whole) else [], np.int64)
    assert torch.equal(rows.taken(places), whole[places])


def test_neighbours_are_read_together_and_the_last_row_too(tmp_path):
    whole = torch.arange(600.0).reshape(100, 6)
    rows = RowsOnDisk(tmp_path, [whole])
    places = np.array([97, 98, 99, 0, 1, 5, 4])
    assert torch.equal(rows.taken(places), whole[places])
    assert list(tmp_path.iterdir()) == [], "a crash would leave it there"


def test_a_disk_that_takes_no_file_is_named(tmp_path):
    with pytest.raises(UserError, match="features cannot be written") as caught:
        RowsOnDisk(tmp_path / "gone", [torch.zeros(2, 3)])
    assert caught.value.remedy


def test_rows_that_cannot_be_read_are_no_numbers(tmp_path):
    rows = RowsOnDisk(tmp_path, [torch.zeros(2, 3)])
    with pytest.raises(OSError, match="cannot be read any more"):
        rows.taken(np.array([2]))
