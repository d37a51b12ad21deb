import time

import numpy as np
import pytest

from audioclf_gui.gui.live.listener import State

from .conftest import MICROPHONE, hiss, whistle

ENOUGH_MS = 30_000


@pytest.fixture
def listening(open_window, trained_model, microphone, qtbot):
    """The window, listening in its Live workspace."""
    open_window.page.show_workspace("live")
    workspace = open_window.page.desk.workspace("live")
    qtbot.waitUntil(lambda: not [t for t in workspace._context.tasks.running if "Looking" in str(t.title)])
    workspace.bar.model.add_folder(trained_model)
    workspace.bar.input.show_devices([MICROPHONE])
    workspace.start()
    qtbot.waitUntil(lambda: workspace.listener.state is State.LISTENING, timeout=ENOUGH_MS)
    return workspace


def test_the_window_closes_within_three_seconds_while_listening(listening, open_window, microphone, qtbot):
    began = time.monotonic()
    open_window.close()
    qtbot.waitUntil(lambda: not open_window.isVisible(), timeout=3000)
    qtbot.waitUntil(lambda: microphone.closed == 1, timeout=3000)
    assert time.monotonic() - began < 3.0


def test_the_project_can_be_closed_while_listening(listening, open_window, microphone, qtbot):
    microphone.hear(hiss(1.0))
    open_window.close_project()
    qtbot.waitUntil(lambda: open_window.page is None, timeout=3000)
    qtbot.waitUntil(lambda: microphone.closed == 1, timeout=3000)


def test_a_kept_clip_is_in_the_label_queue(listening, open_window, microphone, qtbot):
    microphone.hear(np.concatenate([hiss(1.0), whistle(1.0)]))
    qtbot.waitUntil(lambda: bool(listening.sitting.log.rows), timeout=ENOUGH_MS)
    document = open_window.page.context.document
    before = len(document.view.clips)
    with qtbot.waitSignal(listening.clip_kept) as kept:
        listening.pointing.keep("")
    open_window.page.show_workspace("label")
    assert len(document.view.clips) == before + 1
    assert document.view.clips[-1].id == kept.args[0]
    assert listening.listener.state is State.LISTENING, "looking at another workspace does not stop it"
