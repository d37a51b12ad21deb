"""Exporting what the editor shows: as a picture with axes and labels, or as a table of the levels."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from audioclf_gui.core.content import kept_note, write_where_wanted
from audioclf_gui.core.errors import cannot_write
from audioclf_gui.core.file_names import file_name
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.recording_names import split_name
from audioclf_gui.core.text import Text, listed
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.picture_file import SUFFIXES, TABLE, PrintSize, levels_table, picture
from audioclf_gui.gui.number_box import CountBox, NumberBox
from audioclf_gui.gui.popover import Popover
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import indent, primary_button

_PLACE_KEY, _WIDTH_KEY, _DOTS_KEY = "picture/place", "picture/width_mm", "picture/dots_per_inch"
_NAMES = {
    ".png": Text("Picture of dots (PNG)"),
    ".svg": Text("Drawing (SVG)"),
    ".pdf": Text("Page (PDF)"),
    TABLE: Text("Table of the levels (CSV)"),
}


class PicturePanel(Popover):
    """Asks what is to be written, and how large it is to be on paper."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(words(Text("Export picture")), parent)
        self._session = context.session
        self.kind = QComboBox()
        for suffix in SUFFIXES:
            self.kind.addItem(words(_NAMES[suffix]), suffix)
        last = Path(self._session.text(_PLACE_KEY, "x.png")).suffix
        self.kind.setCurrentIndex(max(0, self.kind.findData(last)))
        self.kind.setWhatsThis(
            self.tr(
                "PNG is made of dots, for screens and slides; SVG and PDF stay sharp in any size, for "
                "print; CSV holds the levels themselves, to be reckoned with."
            )
        )
        self.width_mm = NumberBox()
        indent(self.width_mm)
        self.width_mm.setRange(0.0, 2000.0)
        self.width_mm.setDecimals(0)
        self.width_mm.setSuffix(" mm")
        self.width_mm.setSpecialValueText(self.tr("as on the screen"))
        self.width_mm.setToolTip(
            self.tr("On paper; columns of journals are 80 to 90 mm wide, pages 170 to 180")
        )
        self.width_mm.setValue(float(self._session.text(_WIDTH_KEY, "0")))
        self.dots = CountBox()
        indent(self.dots)
        self.dots.setRange(72, 1200)
        self.dots.setSuffix(" dpi")
        self.dots.setToolTip(self.tr("Dots in an inch of paper; journals want 300 or more"))
        self.dots.setValue(int(self._session.text(_DOTS_KEY, str(PrintSize().dots_per_inch))))
        self.go = primary_button(self.tr("Export…"), self.tr("Choose the file and write it"))
        for text, field in (
            (self.tr("Write"), self.kind),
            (self.tr("Width"), self.width_mm),
            (self.tr("Resolution"), self.dots),
        ):
            field.setAccessibleName(text)
            self.form.addRow(text, field)
        self.form.addRow("", self.go)
        self.kind.currentIndexChanged.connect(self._follow)
        self._follow()

    @property
    def suffix(self) -> str:
        """The ending of what is to be written."""
        return str(self.kind.currentData())

    def paper(self) -> PrintSize:
        """How large it is to be; remembered for the next time."""
        self._session.put(_WIDTH_KEY, f"{self.width_mm.value():.0f}")
        self._session.put(_DOTS_KEY, str(self.dots.value()))
        return PrintSize(self.width_mm.value() or None, self.dots.value())

    def _follow(self) -> None:
        self.form.setRowVisible(self.width_mm, self.suffix != TABLE)
        self.form.setRowVisible(self.dots, self.suffix == ".png")


class PictureExport(QObject):
    """Asks for a place, writes there what the panes show, and tells where it is."""

    def __init__(self, context: Context, editor: ClipEditor, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._editor = editor
        self._window = window
        self.panel = PicturePanel(context, window)
        self.panel.go.clicked.connect(self._ask_place)

    def ask(self, place: QWidget) -> None:
        """Let the user say what is to be written, if anything is to be seen."""
        clip = self._context.document.current
        if clip is None or not any(pane.isVisible() for pane in self._editor.panes):
            self._context.status(self.tr("There is no sound to be seen"))
            return
        self.panel.open_at(place)

    def _ask_place(self) -> None:
        """Let the system ask for the file."""
        self.panel.hide()
        clip, session, suffix = self._context.document.current, self._context.session, self.panel.suffix
        if clip is None:
            return
        last = Path(session.text(_PLACE_KEY, str(self._context.document.project.folder / "x.png")))
        name = str(last.parent / f"{file_name(split_name(clip.name)[0])}{suffix}")
        place, _kind = QFileDialog.getSaveFileName(
            self._window, self.tr("Export picture"), name, f"{words(_NAMES[suffix])} (*{suffix})"
        )
        if place:
            file = Path(place)
            file = file if file.suffix.lower() == suffix else file.with_name(f"{file.name}{suffix}")
            session.put(_PLACE_KEY, str(file))
            self.export(file, clip.name)

    def export(self, file: Path, caption: str) -> None:
        """Write what is shown now, in the background."""
        shown = self._editor.spectrogram.picture
        if file.suffix.lower() != TABLE:
            content = picture(self._editor.panes, caption, file.suffix.lower(), self.panel.paper())
        elif shown is not None:
            content = partial(levels_table, shown, self._editor.view.t0_s, self._editor.view.end_s)
        else:
            self._context.status(self.tr("The spectrogram is not drawn yet"))
            return
        self._context.start(partial(_write, file, content), Text("Exporting the picture"), on_done=self._tell)

    def _tell(self, done: tuple[Path, Path | None]) -> None:
        file, kept = done
        note = kept_note([] if kept is None else [kept])
        told = [Text("The picture is written: {file}.", file=file), *([] if note is None else [note])]
        self._context.message_bar.show_note(words(listed(told)))


def _write(file: Path, content: Callable[[], bytes]) -> Generator[Progress, None, tuple[Path, Path | None]]:
    yield Progress(0, 1)
    try:
        return file, write_where_wanted(file, content())
    except OSError as error:
        raise cannot_write(file, error) from error
