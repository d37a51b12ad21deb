"""Generators with events and a result."""

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.generators import ending_in, result_of
from audioclf_gui.core.text import Text


@pytest.fixture
def closed():
    return []


def counting(closed):
    try:
        yield 1
        yield 2
    finally:
        closed.append(True)
    return "two"


def test_the_result_comes_after_every_event(closed):
    shown = []
    assert result_of(counting(closed), shown.append) == "two"
    assert shown == [1, 2]


def test_a_generator_is_closed_where_showing_fails(closed):
    with pytest.raises(ZeroDivisionError):
        result_of(counting(closed), lambda _event: 1 / 0)
    assert closed == [True]


def test_a_loop_that_ends_early_gets_no_result(closed):
    results = []
    events = ending_in(counting(closed), results.append)
    assert next(events) == 1
    events.close()
    assert results == []
    assert closed == [True]


def test_a_failure_passes_through():
    def failing():
        yield 1
        raise OSError("full")

    with pytest.raises(OSError, match="full"):
        result_of(failing())


def test_a_refusal_is_heard_where_the_event_was_told():
    def writing():
        try:
            yield "write"
        except UserError as error:
            yield f"refused: {error}"
        return "went on"

    shown = []

    def refuse(event):
        shown.append(event)
        if event == "write":
            raise UserError(Text("the disk is full"), remedy=Text("Free some space."))

    assert result_of(writing(), refuse) == "went on"
    assert shown == ["write", "refused: the disk is full"]
