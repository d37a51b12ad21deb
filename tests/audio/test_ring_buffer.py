import sys
import threading

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.ring_buffer import RingBuffer

SIZES = st.lists(st.tuples(st.integers(0, 9), st.none() | st.integers(0, 9)), max_size=60)


@given(capacity=st.integers(1, 8), channels=st.integers(1, 3), steps=SIZES)
def test_what_was_written_comes_out_once_and_in_order(capacity, channels, steps):
    ring = RingBuffer(capacity, channels)
    waiting = []
    counter = 0
    for to_write, to_read in steps:
        block = np.arange(counter, counter + to_write, dtype=np.float32)[:, None].repeat(channels, axis=1)
        accepted = ring.write(block)
        assert accepted == min(to_write, capacity - len(waiting))
        waiting += block[:accepted, 0].tolist()
        counter += to_write
        read = ring.read(to_read)
        count = len(waiting) if to_read is None else min(to_read, len(waiting))
        assert read[:, 0].tolist() == read[:, -1].tolist() == waiting[:count]
        waiting = waiting[count:]
        assert (ring.available, ring.free) == (len(waiting), capacity - len(waiting))


def test_reading_into_a_larger_block_fills_its_start_only():
    ring = RingBuffer(8, 1)
    ring.write(np.ones((3, 1), np.float32))
    block = np.full((5, 1), 9.0, np.float32)
    assert ring.read_into(block) == 3
    assert block[:, 0].tolist() == [1.0, 1.0, 1.0, 9.0, 9.0]


def test_what_was_read_is_not_touched_by_later_writing():
    ring = RingBuffer(2, 1)
    ring.write(np.ones((2, 1), np.float32))
    taken = ring.read()
    ring.write(np.zeros((2, 1), np.float32))
    assert taken[:, 0].tolist() == [1.0, 1.0]


@pytest.fixture
def eager_threads():
    """Makes threads take turns so often that each meets the other in the middle of its work."""
    usual_s = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual_s)


@pytest.mark.usefixtures("eager_threads")
def test_two_threads_lose_and_double_nothing():
    ring = RingBuffer(97, 1)
    total = 20_000

    def write() -> None:
        sent = 0
        while sent < total:
            stop = min(total, sent + 31)
            sent += ring.write(np.arange(sent, stop, dtype=np.float32)[:, None])

    writer = threading.Thread(target=write)
    writer.start()
    received: list[float] = []
    while len(received) < total:
        received += ring.read(50)[:, 0].tolist()
    writer.join()
    assert received == list(range(total))


@pytest.mark.parametrize(("capacity", "channels"), [(0, 1), (1, 0)])
def test_a_ring_without_room_is_refused(capacity, channels):
    with pytest.raises(ValueError, match="cannot hold"):
        RingBuffer(capacity, channels)
