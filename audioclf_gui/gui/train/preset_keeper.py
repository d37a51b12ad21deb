"""Presets of the user's own in the window: saved, chosen, renamed, deleted, exported and imported."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.run import Run
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.menu_field import add_field
from audioclf_gui.gui.tasks import answering
from audioclf_gui.gui.train.choice import TrainChoice
from audioclf_gui.gui.train.labels_page import LabelsPage
from audioclf_gui.gui.train.run_menu import PRESET_NAME, RunKeeper
from audioclf_gui.gui.train.search_page import SearchPage
from audioclf_gui.gui.train.settings_panel import SettingsPanel
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.workspace import LazyRefresh, Workspace
from audioclf_gui.jobs.presets import (
    KeptPreset,
    KeptPresets,
    delete_preset,
    export_preset,
    import_preset,
    kept_presets,
    preset_folder,
    rename_preset,
    save_preset,
)
from audioclf_gui.ml.preset_file import is_preset_file
from audioclf_gui.ml.saved_preset import SavedPreset
from audioclf_gui.ml.settings import TrainSettings, settings_from_dict

_KINDS = "YAML (*.yaml *.yml)"

Result = TypeVar("Result")


class PresetKeeper(QObject):
    """Knows the user's presets and does with them what a menu offers.

    Attributes
    ----------
    kept : KeptPresets
        Those that there are, as they were read last.
    """

    listed = Signal(object)  # tuple[SavedPreset, ...]

    def __init__(
        self, context: Context, workspace: Workspace, choice: TrainChoice, settings: SettingsPanel
    ) -> None:
        super().__init__(workspace)
        self._context, self._choice, self._window = context, choice, workspace
        self._told: set[str] = set()  # what was said of files that hold no preset
        self.kept = KeptPresets(())
        self.reading = LazyRefresh(workspace, self._read)
        self._settings = settings
        settings.presets.clicked.connect(lambda: self.open_menu(settings.presets))

    def watch(self, runs: RunKeeper, search: SearchPage, labels: LabelsPage) -> None:
        """Keep what is to be saved of runs and searches, and offer the presets wherever one is chosen."""
        runs.preset_asked.connect(self.save_run)
        search.saving_asked.connect(self.save_best)
        self.listed.connect(search.show_presets)
        self.listed.connect(labels.show_presets)

    def open_menu(self, at: QWidget) -> None:
        """Offer below a button what can be done with what is chosen."""
        menu = QMenu(at)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        saving = menu.addMenu(words(Text("Save settings as preset")))
        add_field(saving, PRESET_NAME, "", lambda name: self.save(name, self._choice.settings), menu)
        if self._choice.saved is not None:
            self._offer(self._choice.saved, menu)
        menu.addSeparator()
        menu.addAction(words(Text("Import a preset…"))).triggered.connect(self.ask_import)
        menu.popup(at.mapToGlobal(at.rect().bottomLeft()))

    def _offer(self, saved: SavedPreset, menu: QMenu) -> None:
        """What can be done with the preset that is chosen."""
        name = saved.name
        changed = menu.addAction(words(Text("Save changes to “{name}”", name=name)))
        changed.setEnabled(self._choice.settings != saved.settings)
        changed.triggered.connect(lambda: self.save(name, self._choice.settings, replacing=True))
        menu.addSeparator()
        renaming = menu.addMenu(words(Text("Rename “{name}”", name=name)))
        add_field(renaming, PRESET_NAME, name, partial(self.rename, name), menu)
        exporting = menu.addAction(words(Text("Export “{name}”…", name=name)))
        exporting.triggered.connect(lambda: self.ask_export(saved))
        menu.addAction(words(Text("Delete “{name}”", name=name))).triggered.connect(lambda: self.delete(name))

    def save(self, name: str, settings: TrainSettings, *, replacing: bool = False) -> None:
        """Keep settings under a name, and take them for the next run."""
        before = self.kept.find(name)
        note = before.preset.note if before is not None else ""
        preset = SavedPreset(name, settings, note)
        self._do(
            partial(save_preset, preset, preset_folder(), replacing=replacing),
            Text("Saving a preset"),
            self._take_kept,
        )

    def save_run(self, run: Run, name: str) -> None:
        """Keep the settings of a run."""
        try:
            self.save(name, settings_from_dict(run.settings))
        except UserError as error:  # of a version that knew other parameters
            self._context.message_bar.show_error(error)

    def save_best(self, title: str, settings: TrainSettings) -> None:
        """Keep the settings that a search found, under a name that is free."""
        name, number = title, 2
        while self.kept.find(name) is not None:
            name, number = f"{title} {number}", number + 1
        self.save(name, settings)

    def rename(self, name: str, new_name: str) -> None:
        """Call a preset otherwise."""
        self._do(
            partial(rename_preset, name, new_name, preset_folder()),
            Text("Renaming a preset"),
            self._take_renamed,
        )

    def delete(self, name: str) -> None:
        """Take a preset away; its file is kept apart."""
        self._do(
            partial(delete_preset, name, preset_folder()),
            Text("Deleting a preset"),
            partial(self._take_gone, name),
        )

    def export(self, preset: SavedPreset, file: Path) -> None:
        """Write a preset as a file."""
        told = Text("The preset “{name}” is written to {file}.", name=preset.name, file=file)
        self._do(
            partial(export_preset, preset, file),
            Text("Exporting a preset"),
            lambda _kept: self._context.status(words(told)),
        )

    def take_in(self, file: Path) -> None:
        """Keep the preset in a file, and take it for the next run."""
        self._do(
            partial(import_preset, file, preset_folder()),
            Text("Importing a preset"),
            self._take_kept,
        )

    def ask_import(self) -> None:
        """Ask for a file."""
        file, _kind = QFileDialog.getOpenFileName(self._window, self.tr("Import a preset"), "", _KINDS)
        if file:
            self.take_in(Path(file))

    def ask_export(self, preset: SavedPreset) -> None:
        """Ask where a preset is to be written."""
        start = f"{file_name(preset.name)}.yaml"
        file, _kind = QFileDialog.getSaveFileName(self._window, self.tr("Export a preset"), start, _KINDS)
        if file:
            self.export(preset, Path(file if is_preset_file(file) else f"{file}.yaml"))

    def _do(self, work: Callable[[], Result], title: Text, on_done: Callable[[Result], object]) -> None:
        self._context.start(answering(work), title, on_done=on_done)

    def _read(self) -> None:
        self._do(partial(kept_presets, preset_folder()), Text("Reading presets"), self._show)

    def _take_kept(self, kept: KeptPreset) -> None:
        told = Text("The preset “{name}” is saved.", name=kept.preset.name)
        self._choice.choose_saved(kept.preset)
        self._context.status(words(told))
        self.reading.mark()

    def _take_renamed(self, kept: KeptPreset) -> None:
        self._choice.follow_saved(kept.preset)
        self.reading.mark()

    def _take_gone(self, name: str, place: Path) -> None:
        told = Text("The preset “{name}” is deleted; its file is kept as {file}.", name=name, file=place)
        self._context.status(words(told))
        self.reading.mark()

    def _show(self, kept: KeptPresets) -> None:
        self.kept = kept
        presets = tuple(one.preset for one in kept.all)
        self._settings.model.show_presets(presets)
        self.listed.emit(presets)
        saved = self._choice.saved
        now = None if saved is None else kept.find(saved.name)
        if saved is not None and (now is None or now.preset != saved):
            self._choice.follow_saved(None if now is None else now.preset)
        for problem in kept.problems:
            if str(problem) not in self._told:
                self._told.add(str(problem))
                self._context.message_bar.show_error(problem)
