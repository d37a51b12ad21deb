"""The loop that the program is for: find wrong labels, train, listen, catch a mistake, train again."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.ingest import ingest
from audioclf_gui.core.change import whole_clip_classes
from audioclf_gui.core.clip import Candidate, FoundClip
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import RunStatus
from audioclf_gui.gui.review.queue import Show

from .conftest import RATE_HZ, SETTINGS, hiss, whistle

LEFT = Qt.MouseButton.LeftButton
ENOUGH_MS = 180_000
WRONG = {6: "hiss", 17: "whistle", 24: "hiss"}  # the label that is given to the sound of this number
HOWLS_S = (1.0, 5.0, 9.0, 13.0, 17.0, 21.0)  # where they are in the scene


def howl(seed):
    """A new kind of whistle, which is mostly noise: who has not learnt from it takes it for a hiss."""
    tone = np.sin(2 * np.pi * 2500.0 * np.arange(2 * RATE_HZ) / RATE_HZ)
    return (hiss(2.0, seed=seed) + 0.15 * tone).astype(np.float32)


@pytest.fixture
def project_folder(tmp_path):
    """Twenty whistles and twenty hisses from ten sites; three of them are labelled wrongly."""
    folder = tmp_path / "Sounds"
    with Project.create(folder) as project:
        wanted = []
        for number in range(40):
            name, make = (("whistle", whistle), ("hiss", hiss))[number % 2]
            path = folder / "audio" / f"{'wrong-' if number in WRONG else ''}{name}-{number}.wav"
            path.parent.mkdir(exist_ok=True)
            write_wav(path, make(0.5, seed=number), RATE_HZ)
            wanted.append(Candidate(path, WRONG.get(number, name), group=f"site {number // 4}"))
        project.catalogue.add_clips([event for event in ingest(wanted) if isinstance(event, FoundClip)])
    return folder


@pytest.fixture
def scene(tmp_path):
    """Six howls in a recording that is quiet between."""
    sound = 0.0005 * np.random.default_rng(5).standard_normal(25 * RATE_HZ).astype(np.float32)
    for number, start_s in enumerate(HOWLS_S):
        first = round(start_s * RATE_HZ)
        sound[first : first + 2 * RATE_HZ] += howl(100 + number)
    write_wav(tmp_path / "scene.wav", sound, RATE_HZ)
    return tmp_path / "scene.wav"


def key_of(document, name):
    names = [known.name for known in document.view.classes]
    return Qt.Key(Qt.Key.Key_1.value + names.index(name))


def classes_of(document, clip_id):
    names = {known.id: known.name for known in document.view.classes}
    return [names[one] for one in whole_clip_classes(document.view.labels(clip_id))]


def train(window, qtbot):
    window.commands["show_train"].trigger()
    workspace = window.page.desk.workspace("train")
    workspace.settings.suggest.setChecked(False)
    workspace.choice.choose_preset("fast")
    workspace.choice.set(**{**SETTINGS, "epochs": 40, "refit": True})
    with qtbot.waitSignal(workspace.trainer.ended, timeout=ENOUGH_MS) as ended:
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
    (run,) = ended.args
    assert run.status is RunStatus.DONE
    return run


def learnt_from(run):
    """How many clips a run has been given."""
    return sum(run.report["clips"][part] for part in ("train", "valid", "test"))


def heard(window, qtbot, scene):
    """What the newest model hears at the howls: the classes of the events that overlap each."""
    window.page.show_workspace("live")
    workspace = window.page.desk.workspace("live")
    workspace.bar.input.add_file(scene, realtime=False)
    qtbot.mouseClick(workspace.bar.listen_button, LEFT)
    qtbot.waitUntil(lambda: workspace.listener.is_idle, timeout=ENOUGH_MS)
    rows = [workspace.sitting.log.rows[place] for place in workspace.sitting.log.accepted]
    return [
        {row.class_name for row in rows if row.start_s < start_s + 1.5 and row.end_s > start_s + 0.5}
        for start_s in HOWLS_S
    ]


@pytest.mark.slow
def test_a_mistake_that_is_caught_while_listening_is_not_made_again(open_window, scene, qtbot):
    window = open_window
    document = window.page.context.document

    # Three labels are wrong: they are among the first ten that the models doubt, and are corrected by key
    window.page.show_workspace("review")
    review = window.page.desk.workspace("review")
    box = review.panel.show_box
    box.setFocus()
    for _ in range(box.findText("Likely label errors") - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: review.panel.show_kind is Show.GIVEN, timeout=ENOUGH_MS)
    first = [document.view.clip(entry.clip_id) for entry in review.grid.entries[:10]]
    wrong = [clip for clip in document.view.clips if clip.name.startswith("wrong-")]
    assert {clip.id for clip in wrong} <= {clip.id for clip in first}
    for clip in wrong:
        review.grid.setFocus()
        place = next(at for at, entry in enumerate(review.grid.entries) if entry.clip_id == clip.id)
        qtbot.keyClick(review.grid, Qt.Key.Key_Home)
        for _ in range(place):
            qtbot.keyClick(review.grid, Qt.Key.Key_Right)
        qtbot.keyClick(review.grid, key_of(document, clip.name.split("-")[1]))
        assert classes_of(document, clip.id) == [clip.name.split("-")[1]]

    # A model that has learnt from them takes howls for hisses
    before = train(window, qtbot)
    assert heard(window, qtbot, scene) == [{"hiss"}] * len(HOWLS_S)

    # Each mistake is kept as what it is, with one key
    live = window.page.desk.workspace("live")
    table, log = live.events.view, live.sitting.log
    kept = []
    for place in list(log.accepted):
        table.scrollTo(live.events.model.index(place, 0))
        at = table.visualRect(live.events.model.index(place, 0))
        qtbot.mouseClick(table.viewport(), LEFT, pos=at.center())
        with qtbot.waitSignal(live.clip_kept, timeout=ENOUGH_MS) as told:
            qtbot.keyClick(table, key_of(document, "whistle"))
        kept += told.args
    assert len(set(kept)) >= len(HOWLS_S)
    assert "the next training learns from it" in live.now.kept.text()

    # They are in the label queue
    window.page.show_workspace("label")
    label = window.page.desk.workspace("label")
    label.clips.filter.setFocus()
    qtbot.keyClicks(label.clips.filter, "live-")
    qtbot.keyClick(label.clips.filter, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: label.clips.model.rowCount() == len(kept))
    assert all(classes_of(document, clip_id) == ["whistle"] for clip_id in kept)

    # The next training learns from them, and the mistake is not made any more
    after = train(window, qtbot)
    assert learnt_from(after) - learnt_from(before) == len(kept)
    assert heard(window, qtbot, scene) == [{"whistle"}] * len(HOWLS_S)
