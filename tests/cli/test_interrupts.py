"""Ctrl+C ends a job where it has said something, so that nothing is left half done."""

import signal

import pytest

from audioclf_gui.cli.interrupts import ended_as_by_ctrl_c
from audioclf_gui.cli.opening import run_job


def press_ctrl_c():
    signal.raise_signal(signal.SIGINT)


def test_what_is_at_hand_is_finished_and_what_is_left_to_say_is_heard():
    done, heard = [], []

    def job():
        try:
            press_ctrl_c()
            done.append("first")
            yield "first"
            done.append("second")
        except KeyboardInterrupt:
            yield "rest"
            raise

    with pytest.raises(KeyboardInterrupt):
        run_job(job(), None, "working", "steps", heard.append)
    assert (done, heard) == (["first"], ["first", "rest"])


def test_a_job_that_is_finished_all_the_same_has_its_result():
    def job():
        yield "first"
        press_ctrl_c()
        return 42

    assert run_job(job(), None, "working", "steps") == 42


def test_pressed_twice_it_ends_at_once_and_then_works_as_usual():
    def job():
        press_ctrl_c()
        press_ctrl_c()
        raise AssertionError("not reached")
        yield

    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt):
        run_job(job(), None, "working", "steps")
    assert signal.getsignal(signal.SIGINT) is before


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="there are no terminals that hang up")
def test_a_command_that_is_to_outlive_its_terminal_does():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # as nohup does
    try:
        with ended_as_by_ctrl_c() as signals:
            signal.raise_signal(signal.SIGHUP)
        assert signals == []
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)
