"""The steps of the tour: what each points at, what it says, and what shows that it was done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import SignalInstance
from PySide6.QtWidgets import QWidget

from audioclf_gui.core.run import RunStatus
from audioclf_gui.core.text import Text
from audioclf_gui.gui.workspaces import FOR_CLIPS

if TYPE_CHECKING:  # each is loaded when it is first looked at: together they take as long as Qt
    from audioclf_gui.gui.label.workspace import LabelWorkspace
    from audioclf_gui.gui.live.workspace import LiveWorkspace
    from audioclf_gui.gui.project_page import ProjectPage
    from audioclf_gui.gui.train.workspace import TrainWorkspace


@dataclass(frozen=True, slots=True)
class TourStep:
    """One step; it is asked about its workspace only while that is shown."""

    workspace: str  # where it is done
    title: Text
    says: "Callable[[ProjectPage], Text]"
    points_at: "Callable[[ProjectPage], QWidget]"
    watches: "Callable[[ProjectPage], Sequence[SignalInstance]]"  # after each of them it is asked anew
    count: "Callable[[ProjectPage], int]"  # it is done when this has grown
    begin: "Callable[[ProjectPage], object]" = lambda _page: None


def _label(page: "ProjectPage") -> "LabelWorkspace":
    return cast("LabelWorkspace", page.desk.workspace("label"))


def _train(page: "ProjectPage") -> "TrainWorkspace":
    return cast("TrainWorkspace", page.desk.workspace("train"))


def _live(page: "ProjectPage") -> "LiveWorkspace":
    return cast("LiveWorkspace", page.desk.workspace("live"))


def _show_unlabelled(page: "ProjectPage") -> None:
    """Show a clip that waits for a label, if the one that is shown has some."""
    document = page.context.document
    view, current = document.view, document.current
    if current is None or view.labels(current.id):
        unlabelled = (clip.id for clip in view.clips if not view.labels(clip.id))
        if (first := next(unlabelled, None)) is not None:
            document.set_current(first)


def _runs_with_a_model(page: "ProjectPage") -> int:
    ended = {RunStatus.DONE, RunStatus.STOPPED}
    return sum(run.status in ended for run in page.context.document.project.runs.all)


def _about_training(page: "ProjectPage") -> Text:
    if _train(page).trainer.is_running:
        return Text(
            "The curves show how well it does on clips that it does not learn from. The tour goes on when it"
            " has ended; you need not wait for the last epoch."
        )
    return Text(
        "Press Train: the program learns from the labelled clips, on this computer. It takes a minute."
    )


def _training_control(page: "ProjectPage") -> QWidget:
    train = _train(page)
    return train.header.stop_button if train.trainer.is_running else train.settings.train_button


def _listening_control(page: "ProjectPage") -> QWidget:
    bar = _live(page).bar
    if bar.listen_button.isEnabled():
        return bar.listen_button
    return bar.model if bar.model.wanted is None else bar.input


def _about_listening(page: "ProjectPage") -> Text:
    bar, folder = _live(page).bar, page.context.document.project.folder
    if bar.model.wanted is None:
        return Text("There is no model yet: train one first, then come back here.")
    if bar.input.wanted is None:
        return Text("No microphone was found. Choose a file as the input: {file}", file=folder / "scene.flac")
    return Text(
        "Press Start listening and make a sound, or choose a file as the input: {file}",
        file=folder / "scene.flac",
    )


STEPS = (
    TourStep(
        "label",
        Text("Hear and see a clip"),
        lambda _page: Text(
            "Press the play button, or Space. The wave shows how loud the sound is, the picture below it"
            " which frequencies are in it."
        ),
        lambda page: _label(page).transport.play_button,
        lambda page: (_label(page).playing.changed,),
        lambda page: int(_label(page).playing.is_on and _label(page).playing.is_asked_for),
    ),
    TourStep(
        "label",
        Text("Label a sound with a key"),
        lambda _page: Text(
            "This clip has no label yet. Listen to it, then press the digit before the class that it belongs"
            " to. The label is on disk at once; Undo takes it back."
        ),
        lambda page: _label(page).classes.table,
        lambda page: (page.context.document.labels_changed,),
        lambda page: page.context.document.view.labelled,
        _show_unlabelled,
    ),
    TourStep(
        "train",
        Text("Train"),
        _about_training,
        _training_control,
        lambda page: (_train(page).trainer.began, _train(page).trainer.ended),
        _runs_with_a_model,
    ),
    TourStep(
        "train",
        Text("Find the mistakes"),
        lambda _page: Text(
            "Rows are what you said, columns what the model said of clips that it did not learn from. Click a"
            " number, best one off the diagonal: these clips open in Review, to be heard."
        ),
        lambda page: _train(page).answers.left,
        lambda page: (_train(page).clips_shown,),
        lambda page: int(page.desk.name == FOR_CLIPS),
    ),
    TourStep(
        "live",
        Text("Listen live"),
        _about_listening,
        _listening_control,
        lambda page: (_live(page).listener.opened, _live(page).bar.choice_changed),
        lambda page: int(not _live(page).listener.is_idle),
    ),
)
"""What a newcomer does, in this order."""
