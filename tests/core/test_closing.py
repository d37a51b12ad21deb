"""What was begun is undone if it does not come to its end."""

import pytest

from audioclf_gui.core.closing import on_failure


@pytest.mark.parametrize("end", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_whatever_ends_it_what_was_begun_is_undone_and_the_end_goes_on(end):
    undone = []
    with pytest.raises(end), on_failure(lambda: undone.append(1)):
        raise end
    assert undone == [1]


def test_a_generator_that_is_closed_undoes_what_it_began_and_one_that_ends_does_not():
    undone = []

    def work(name):
        with on_failure(lambda: undone.append(name)):
            yield

    closed = work("closed")
    next(closed)
    closed.close()
    assert list(work("ended")) == [None]
    assert undone == ["closed"]
