"""A run elsewhere than in this program, chosen, followed and stopped in the window."""

import sys

import pytest
from PySide6.QtCore import Qt

from audioclf_gui.core.run import RunStatus
from audioclf_gui.gui.live.workspace import LiveWorkspace
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.train.where_box import WhereBox
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.remote import training_places

LEFT = Qt.MouseButton.LeftButton
LONG_MS = 240_000  # a cluster begins in some 20 s where others work too


def choose(box, qtbot, name):
    """Choose an entry as a user does with the keys."""
    box.place.setFocus()
    qtbot.keyClicks(box.place, name)
    assert box.place.currentText() == name


def drawn_epochs(panel):
    """How many points the first line of a plot has."""
    found, _losses = panel._lines[0].getData() if panel._lines else (None, None)
    return 0 if found is None else len(found)


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.skipif(sys.platform == "win32", reason="Ray has one computer there")
def test_a_run_on_a_cluster_is_followed_stopped_and_its_model_is_there_to_listen(
    workspace, context, qtbot, monkeypatch
):
    monkeypatch.setenv("RAY_AUTH_MODE", "disabled")  # as in all tests that share this process with Ray
    pytest.importorskip("ray")
    said = []
    context.status_changed.connect(said.append)
    workspace.choice.set(epochs=5000)
    workspace.settings.suggest.setChecked(False)
    choose(workspace.settings.where, qtbot, "Ray cluster")
    assert workspace.settings.where.address.isVisible()
    qtbot.mouseClick(workspace.settings.train_button, LEFT)
    qtbot.waitUntil(lambda: drawn_epochs(workspace.loss) >= 3, timeout=LONG_MS)
    with qtbot.waitSignal(workspace.trainer.ended, timeout=LONG_MS) as ended:
        qtbot.mouseClick(workspace.header.stop_button, LEFT)
    stopped = ended.args[0]
    assert stopped.status is RunStatus.STOPPED
    assert stopped.report["best_epoch"] >= 1
    assert any("cluster of this computer" in note for note in stopped.report["notes"])
    assert said[-1].startswith("Run 1 stopped")
    assert said[-1].endswith("(Ray cluster)")
    bundle = context.document.project.runs.bundle_path(stopped)
    assert set(load_bundle(bundle).card.classes) == {"whistle", "hiss"}
    assert heard_in_live(context, bundle, qtbot) > 0


def heard_in_live(context, bundle, qtbot):
    """How many answers the model that is chosen there by itself gives to a file."""
    live = LiveWorkspace(context)
    live.show()
    assert live.bar.model.wanted == bundle
    answers = []
    live.listener.ticked.connect(lambda tick: answers.extend(tick.answers))
    live.bar.input.add_file(
        next((context.document.project.folder / "audio").glob("whistle-*.wav")), realtime=False
    )
    qtbot.mouseClick(live.bar.listen_button, LEFT)
    assert not live.listener.is_idle
    qtbot.waitUntil(lambda: live.listener.is_idle, timeout=LONG_MS)
    live.shutdown()
    live.close()
    live.deleteLater()
    return len(answers)


def test_the_place_and_its_address_are_remembered(qtbot):
    session = Session()
    box = WhereBox(session)
    qtbot.addWidget(box)
    box.show()
    assert box.chosen is None
    assert not box.address.isVisible()
    choose(box, qtbot, "Ray cluster")
    qtbot.keyClicks(box.address, "10.0.0.1:6379")
    qtbot.keyClick(box.address, Qt.Key.Key_Return)
    again = WhereBox(session)
    qtbot.addWidget(again)
    assert (again.chosen.place, again.chosen.address) == (training_places.CLUSTER, "10.0.0.1:6379")
    again.place.setCurrentIndex(0)
    assert again.chosen is None


def test_a_place_whose_package_is_absent_says_the_command(qtbot, monkeypatch):
    box = WhereBox(Session())
    qtbot.addWidget(box)
    box.show()
    monkeypatch.setattr(training_places.importlib.util, "find_spec", lambda _name: None)
    choose(box, qtbot, "Ray cluster")
    assert box.lack.isVisible()
    assert 'pip install "audioclf-gui[cluster]"' in box.lack.text()
