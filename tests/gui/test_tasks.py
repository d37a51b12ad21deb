"""What a background job tells, and whom."""

from dataclasses import dataclass
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.tasks import BackgroundTask, Tasks, answering

TITLE = Text("Counting")


@dataclass(frozen=True, slots=True)
class Counted:
    done: int
    total: int


class Told:
    """What came back, in its order."""

    def __init__(self):
        self.all = []

    def __getattr__(self, name):
        return lambda *what: self.all.append((name, *what))


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def tasks(told, qtbot):
    """As in the window, they are there until every job is gone."""
    tasks = Tasks(told.unasked_failure)
    yield tasks
    qtbot.waitUntil(lambda: not tasks.findChildren(BackgroundTask))


@pytest.fixture
def start(told, tasks, qtbot):
    """Runs a job to its end."""

    def run(job, **receivers):
        known = {"on_event": told.event, "on_done": told.done, "on_failed": told.failed}
        tasks.start(job, TITLE, **{**known, "on_ended": told.ended, **receivers})
        qtbot.waitUntil(lambda: not tasks.running)

    return run


def counting():
    yield 1
    yield 2
    return "two"


def test_events_come_in_their_order_then_the_result_then_the_end(start, told):
    start(counting)
    assert told.all == [("event", 1), ("event", 2), ("done", "two"), ("ended",)]


def test_a_job_may_have_nothing_to_tell_but_its_result(start, told):
    start(answering(lambda: 42))
    assert told.all == [("done", 42), ("ended",)]


def test_a_job_that_fails_has_no_result(start, told):
    problem = ZeroDivisionError()

    def failing():
        yield 1
        raise problem

    start(failing)
    assert told.all == [("event", 1), ("failed", problem), ("ended",)]


def test_a_failure_that_nobody_asked_for_goes_to_the_user(start, told):
    problem = UserError(Text("no"), remedy=Text("yes"))

    def failing():
        yield from ()
        raise problem

    start(failing, on_failed=None)
    assert told.all == [("unasked_failure", problem), ("ended",)]


def test_a_receiver_that_cannot_go_on_ends_the_job(start, told):
    problem = UserError(Text("the disk is full"), remedy=Text("Make room."))
    closed = []

    def refuse(_event):
        raise problem

    def endless():
        try:
            while True:
                yield 1
        finally:
            closed.append("in its own thread")

    start(endless, on_event=refuse)
    assert told.all == [("failed", problem), ("ended",)]
    assert closed == ["in its own thread"]


def test_a_job_that_is_stopped_has_no_result(told, tasks, qtbot):
    def endless():
        while True:
            yield 1

    tasks.start(endless, TITLE, lambda _event: tasks.stop_all(), told.done, on_ended=told.ended)
    qtbot.waitUntil(lambda: not tasks.running)
    assert told.all == [("ended",)]


def test_a_widget_that_is_gone_hears_nothing(start, told):
    class Receiver(QObject):
        def take(self, *what):
            told.event(*what)

    receiver = Receiver()
    slots = {"on_event": receiver.take, "on_done": partial(receiver.take, "result")}
    shiboken6.delete(receiver)
    start(counting, **slots)
    assert told.all == [("ended",)]


def test_counted_events_move_the_progress(tasks, qtbot):
    seen = []
    tasks.changed.connect(lambda: seen.extend((task.done, task.total) for task in tasks.running))

    def job():
        yield Counted(1, 4)
        yield Counted(4, 4)

    tasks.start(job, TITLE)
    qtbot.waitUntil(lambda: not tasks.running)
    assert (1, 4) in seen
    assert (4, 4) in seen
