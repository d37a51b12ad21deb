"""What is trained on, and the few choices that most runs need."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from audioclf_gui.core.group_names import SOURCE_FILE, groups_text
from audioclf_gui.core.project import Project
from audioclf_gui.core.text import Text, joined
from audioclf_gui.gui.actions import speaks_for
from audioclf_gui.gui.number_box import CountBox, NumberBox
from audioclf_gui.gui.session import Session
from audioclf_gui.gui.train.advice_area import AdviceArea
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.folds_box import FoldsBox
from audioclf_gui.gui.train.goal_chooser import GoalChooser
from audioclf_gui.gui.train.group_picker import GroupPicker
from audioclf_gui.gui.train.listener_box import ListenerBox
from audioclf_gui.gui.train.model_box import ModelBox
from audioclf_gui.gui.train.start_box import StartBox
from audioclf_gui.gui.train.where_box import WhereBox
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import (
    Panel,
    button,
    icon_button,
    indent,
    muted_label,
    primary_button,
    row_layout,
    set_role,
)
from audioclf_gui.ml.dataset import TrainingSummary
from audioclf_gui.ml.grouping import titled_groups
from audioclf_gui.ml.held_out import HeldOut, held_out
from audioclf_gui.ml.settings import TrainSettings
from audioclf_gui.ml.splits import usable_folds

_UNTIL_BEST, _MINUTES, _EPOCHS = range(3)
_PATIENCE = TrainSettings().patience  # where a preset has none of its own
_RANDOM = "random:0.2"
_EVERY_FOLD = "every fold"
_CHOSEN_GROUPS = "chosen groups"
_TEST = "test "  # before a test set that the list has no entry for
_GROUPS_NAMED = 3  # on the button that opens their list


class SettingsPanel(Panel):
    """TRAIN A MODEL: what will be used, one big button, and four choices."""

    train_asked = Signal()

    def __init__(self, choice: TrainChoice, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.heading.setText(self.tr("Train a model").upper())
        self.heading.show()
        self.setAccessibleName(self.tr("Train a model"))
        self._choice = choice
        self.contents = muted_label(wrap=True)
        self.train_button = primary_button(self.tr("Train"), self.tr("Train on the labelled clips"))
        speaks_for(self.train_button, "train")
        self.train_button.setStyleSheet("QPushButton { min-height: 28px; }")
        self.train_button.clicked.connect(self.train_asked)
        self.model, self.advice = ModelBox(choice), muted_label(wrap=True)
        self._prepare_models()
        self.check_on = self._combo(self.tr("Check on"))
        self.check_on.currentIndexChanged.connect(self._choose_check)
        self.groups, self.picker, self.folds = button(""), GroupPicker(self), FoldsBox(choice)
        self._prepare_groups()
        self.goal, self.warning = GoalChooser(choice), muted_label(wrap=True)
        set_role(self.warning, "warn")
        self.limit = self._combo(self.tr("Time limit"))
        self.limit.setWhatsThis(
            self.tr(
                "When training ends: when the figure on held-out clips has stopped improving, after "
                "some minutes, or after some passes over all clips. The best state is kept in any "
                "case."
            )
        )
        for text in (self.tr("Until it stops improving"), self.tr("For minutes"), self.tr("For epochs")):
            self.limit.addItem(text)
        self.limit.currentIndexChanged.connect(self._choose_limit)
        self.minutes, self.epochs, self.amount = NumberBox(), CountBox(), QStackedWidget()
        self._prepare_amount()
        self.device, self.where = self._device_combo(), WhereBox(session)
        self.suggest = QCheckBox(self.tr("Suggest labels afterwards"))
        self.advanced = button(
            self.tr("Advanced settings…"), self.tr("Every parameter, with its unit, default and reason")
        )
        self._arrange()
        choice.changed.connect(self.refresh)
        self.refresh()

    def _combo(self, name: str) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.setMinimumContentsLength(12)
        return combo

    def _device_combo(self) -> QComboBox:
        combo = self._combo(self.tr("Device"))
        combo.setWhatsThis(
            self.tr(
                "What computes. Automatic takes an NVIDIA GPU where there is one; networks learn many "
                "times as fast on it. The figures are alike."
            )
        )
        for text, name in (
            (self.tr("Automatic"), "auto"),
            (self.tr("Processor (CPU)"), "cpu"),
            (self.tr("NVIDIA GPU"), "cuda"),
        ):
            combo.addItem(text, name)
        combo.currentIndexChanged.connect(self._choose_device)
        return combo

    def _prepare_models(self) -> None:
        self.presets = icon_button(
            "dots-horizontal", self.tr("Save these settings as a preset, or import one"), flat=True
        )
        self.presets.setWhatsThis(
            self.tr(
                "A menu: keep all settings, also the advanced ones, under a name, take in a file of "
                "them that somebody gave you, or write your own as one."
            )
        )
        self.listener = ListenerBox(self._choice, self)
        self.start = StartBox(self._choice, self)
        self.advice.setAccessibleName(self.tr("About this model"))
        self.advice_area = AdviceArea(self.advice)
        self.advice_area.setWhatsThis(
            self.tr(
                "Why this model was chosen for your labels and this computer, what it is like, and "
                "under which licence its pretrained part stands."
            )
        )
        self.advice_area.hide()

    def _prepare_groups(self) -> None:
        self.groups.setAccessibleName(self.tr("Groups of the test set"))
        self.groups.clicked.connect(self.choose_groups)
        self.picker.chosen.connect(self._choose_groups)
        self._summary: TrainingSummary | None = None
        self._groups_called = ""

    def _prepare_amount(self) -> None:
        for box in (self.minutes, self.epochs):
            indent(box)
        self.minutes.setRange(0.1, 100000.0)
        self.minutes.setDecimals(1)
        self.minutes.setSuffix(self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Minutes"))
        self.minutes.setToolTip(self.tr("The learning rate falls to zero in time for it"))
        self.minutes.setKeyboardTracking(False)
        self.minutes.valueChanged.connect(lambda value: self._choice.set(max_minutes=value))
        self.epochs.setRange(0, 10000)
        self.epochs.setSpecialValueText(self.tr("automatic"))
        self.epochs.setAccessibleName(self.tr("Epochs"))
        self.epochs.setToolTip(self.tr("How often every clip is seen; automatic: from the number of clips"))
        self.epochs.setKeyboardTracking(False)
        self.epochs.valueChanged.connect(lambda value: self._choice.set(epochs=value or None))
        self.amount.addWidget(self.minutes)
        self.amount.addWidget(self.epochs)
        self.amount.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _arrange(self) -> None:
        self.body.addWidget(self.contents)
        self.body.addWidget(self.train_button)
        self.body.addWidget(self.goal)
        rows = QGridLayout()
        rows.setVerticalSpacing(5)
        rows.setColumnStretch(1, 1)
        for name, combo, below in (
            (self.tr("Model"), self.model, (self.listener, self.advice_area)),
            (self.tr("Start from"), self.start, ()),
            (self.tr("Check on"), self.check_on, (self.groups, self.folds, self.warning)),
            (self.tr("Time limit"), self.limit, ()),
            (self.tr("Device"), self.device, ()),
            (self.tr("Where"), self.where, ()),
        ):
            label, row = muted_label(name), rows.rowCount()
            label.setBuddy(self.start.start if combo is self.start else combo)
            rows.addWidget(label, row, 0)
            if combo is self.limit:
                rows.addLayout(row_layout(self.limit, self.amount), row, 1)
            elif combo is self.model:
                rows.addLayout(row_layout(self.model, self.presets), row, 1)
            else:
                rows.addWidget(combo, row, 1)
            for place, widget in enumerate(below, start=row + 1):
                rows.addWidget(widget, place, 0, 1, 2)
            if combo is self.start:
                self._start_label = label
            if combo in (self.start, self.where):
                label.setContentsMargins(
                    0, 5, 0, 0
                )  # beside the box, not in the middle with what is below it
                rows.setAlignment(label, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(rows)
        self.suggest.setChecked(True)
        self.suggest.setToolTip(
            self.tr("When training has ended, let the model look at every clip, unlabelled ones first")
        )
        self.advanced.setCheckable(True)
        self.body.addWidget(self.suggest)
        self.body.addWidget(self.advanced)
        self.body.setSpacing(4)

    def call_groups(self, name: str) -> None:
        """Call the groups of the project so, which may be nothing more than groups."""
        self._groups_called = name
        if self._summary is not None:
            self.contents.setText(contents_text(self._summary, name))

    def show_data(self, summary: TrainingSummary) -> None:
        """Say what there is to train on and offer its folds."""
        self._summary = summary
        self.folds.show_data(summary)
        self.contents.setText(contents_text(summary, self._groups_called))
        self.goal.show_data(summary.view)
        self.suggest.setVisible(not summary.of_numbers)
        with QSignalBlocker(self.check_on):
            self.check_on.clear()
            self.check_on.addItem(self.tr("Held-out groups"), "group")
            self.check_on.addItem(self.tr("Groups that I choose…"), _CHOSEN_GROUPS)
            for name in usable_folds(summary.folds.keys()):
                self.check_on.addItem(self.tr("Fold {name}, held out").format(name=name), f"fold:{name}")
            self.check_on.addItem(self.tr("Every fold in turn"), _EVERY_FOLD)
            self.check_on.addItem(self.tr("Random clips (flatters)"), _RANDOM)
        self.refresh()

    def show_advice(self, notes: tuple[Text, ...]) -> None:
        """Say which model is taken and why, and whose work is in it."""
        self.advice.setText("\n".join(map(words, notes)))
        self.advice_area.setVisible(bool(notes))
        self.advice_area.updateGeometry()

    def set_running(self, running: bool) -> None:
        """One run at a time."""
        self.train_button.setEnabled(not running)
        self.train_button.setText(self.tr("Training…") if running else self.tr("Train"))

    def refresh(self) -> None:
        """Show what is chosen."""
        settings = self._choice.settings
        self.goal.refresh()
        self._show_start()
        widgets = (self.check_on, self.limit, self.minutes, self.epochs, self.device)
        blockers = [QSignalBlocker(widget) for widget in widgets]
        self.model.refresh()
        check_on = self._check_on()
        place = self.check_on.findData(check_on)
        if place < 0:
            self.check_on.addItem(check_on, check_on)
            place = self.check_on.count() - 1
        self.check_on.setCurrentIndex(place)
        self.device.setCurrentIndex(self.device.findData(settings.device))
        kind = _limit_kind(settings.max_minutes, settings.patience)
        self.limit.setCurrentIndex(kind)
        self.amount.setVisible(kind != _UNTIL_BEST)
        self.amount.setCurrentWidget(self.minutes if kind == _MINUTES else self.epochs)
        self.minutes.setValue(settings.max_minutes or 5.0)
        self.epochs.setValue(settings.epochs or 0)
        named = held_out(settings.test)
        self.groups.setVisible(check_on == _CHOSEN_GROUPS)
        if named is not None:
            self.groups.setText(words(_named(named)))
            self.groups.setToolTip(words(joined(named.names)))
        self.warning.setVisible(settings.validate.startswith("random"))
        self.warning.setText(
            self.tr("Clips of one recording may then be in training and test: the figures flatter.")
        )
        self.check_on.setToolTip(words(_check_tip(check_on)))
        for blocker in blockers:
            blocker.unblock()

    def show_runs(self, project: Project) -> None:
        """Offer the models of the project to start from."""
        self.start.show_runs(project)
        self._show_start()

    def _show_start(self) -> None:
        for widget in (self._start_label, self.start):
            widget.setVisible(self.start.is_wanted)

    def _choose_check(self) -> None:
        check_on = str(self.check_on.currentData())
        if check_on == _EVERY_FOLD:
            self._choice.hold_out_every_fold(self._choice.settings.folds)
        elif check_on == _CHOSEN_GROUPS:
            self.choose_groups()
            self.refresh()
        elif check_on.startswith(_TEST):
            self._choice.set(test=check_on.removeprefix(_TEST))
        else:
            self._choice.set(validate=check_on)

    def _check_on(self) -> str:
        """What is chosen, as the box knows it."""
        settings = self._choice.settings
        if self._choice.all_folds:
            return _EVERY_FOLD
        named = held_out(settings.test)
        if named is None:
            return settings.validate
        return _CHOSEN_GROUPS if named.kind == "group" else _TEST + settings.test

    def choose_groups(self) -> None:
        """Open the list of groups, those of the test set ticked."""
        if self._summary is None:
            return
        named = held_out(self._choice.settings.test)
        ticked = named.names if named is not None and named.kind == "group" else ()
        groups = titled_groups(self._summary)
        self.picker.open_at(
            self.check_on, groups, ticked, stretches=self._summary.examples > self._summary.clips
        )

    def _choose_groups(self, names: tuple[str, ...]) -> None:
        self._choice.set(test=str(HeldOut("group", names)) if names else "")

    def _choose_device(self) -> None:
        self._choice.set(device=str(self.device.currentData()))

    def _choose_limit(self, kind: int) -> None:
        match kind:
            case 0:
                self._choice.set(max_minutes=None, patience=self._choice.base.patience or _PATIENCE)
            case 1:
                self._choice.set(max_minutes=self.minutes.value(), patience=None)
            case _:
                self._choice.set(max_minutes=None, patience=None)


def contents_text(summary: TrainingSummary, groups_called: str = "") -> str:
    """What there is: "400 clips · 10 classes · 5 recording groups"."""
    if not summary.examples:
        clips = len(summary.view.clips)
        if summary.of_numbers:
            return words(Text("{n} clip · no number yet", "{n} clips · no number yet", n=clips))
        return words(Text("{n} clip · none labelled yet", "{n} clips · none labelled yet", n=clips))
    parts = [Text("{n} clip", "{n} clips", n=summary.clips)]
    if summary.examples > summary.clips:
        parts.append(Text("{n} stretch", "{n} stretches", n=summary.examples))
    parts.append(
        summary.view.quantity.text
        if summary.of_numbers
        else Text("{n} class", "{n} classes", n=len(summary.classes))
    )
    if not summary.grouped or groups_called:
        parts.append(groups_text(len(summary.groups), groups_called if summary.grouped else SOURCE_FILE))
    else:
        parts.append(Text("{n} recording group", "{n} recording groups", n=len(summary.groups)))
    return " · ".join(words(part).replace(" ", "\N{NO-BREAK SPACE}") for part in parts)


def _named(named: HeldOut) -> Text:
    """The first names, and how many others there are."""
    names = joined(named.names[:_GROUPS_NAMED])
    n = len(named.names) - _GROUPS_NAMED
    if n <= 0:
        return names
    return Text("{names} and {n} more", "{names} and {n} more", names=names, n=n)


def _limit_kind(max_minutes: float | None, patience: int | None) -> int:
    if max_minutes is not None:
        return _MINUTES
    return _UNTIL_BEST if patience is not None else _EPOCHS


def _check_tip(validate: str) -> Text:
    if validate == _EVERY_FOLD:
        return Text(
            "Cross-validation: trains once for each fold and is measured on it, then the model to keep"
            " learns from all clips; without folds of your own, up to five are made of recording groups"
        )
    if validate == _CHOSEN_GROUPS:
        return Text("The groups that you tick are kept from training, and the model is measured on them")
    if validate == "group":
        return Text("Whole recording groups are kept from training, so that new recordings are judged")
    if validate.startswith("fold:"):
        return Text(
            "Trains on the other folds and is measured on this one; nothing is chosen on it, so training"
            " goes on for all its epochs"
        )
    return Text("Single clips are kept from training, whatever recording they are from")
