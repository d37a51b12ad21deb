"""The headline figures of a finished run: large numbers over their names."""

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from audioclf_gui.core.figures import Figure, SingleLabelFigures
from audioclf_gui.core.report import Report, figure_key
from audioclf_gui.core.text import Text
from audioclf_gui.gui.flow_layout import FlowLayout
from audioclf_gui.gui.text import capitalised, duration_text
from audioclf_gui.gui.translate import words
from audioclf_gui.gui.widgets import muted_label, row_layout, title_label

_LEFT_OUT = {"log_loss"}  # which is in the curves


class FigureBlock(QWidget):
    """A large number over its name."""

    def __init__(self, name: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = title_label(points=4.0)
        self.detail = muted_label()
        self._name = name
        self.setToolTip(tip)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        top = row_layout(self.value, self.detail)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 18, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(muted_label(name))

    def set_value(self, value: str, detail: str = "") -> None:
        """Show another number."""
        self.value.setText(value)
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        self.setAccessibleName(f"{self._name}: {value} {detail}".strip())


class FiguresRow(QWidget):
    """A block for each figure of the run's kind, then the epoch that was kept and its time where it has them.

    Attributes
    ----------
    blocks : dict
        By the keys of the figures in the report, and `best_epoch` and `seconds`.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.blocks: dict[str, FigureBlock] = {}
        self._row = FlowLayout(spacing=0)
        self.setLayout(self._row)

    def show_report(self, report: Report) -> None:
        """Show the figures of a run; of a cross-validation the mean and standard deviation of its folds."""
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        self.blocks = {}
        for one in report.shown:
            if one.key not in _LEFT_OUT:
                name = _whole_name(one, len(report.folds)) if not self.blocks else words(one.name)
                block = self._add(one.key, capitalised(name), _tip(one, report))
                block.set_value(words(one.value_text), _detail(one, report))
        if report.best_epoch:
            kept = self._add(
                "best_epoch", self.tr("Kept epoch"), self.tr("The epoch whose weights were kept")
            )
            kept.set_value(str(report.best_epoch))
        if report.seconds:
            time = self._add("seconds", self.tr("Time"), self.tr("Reading, training and measuring"))
            time.set_value(duration_text(report.seconds))

    def _add(self, key: str, name: str, tip: str) -> FigureBlock:
        block = self.blocks[key] = FigureBlock(name, tip)
        self._row.addWidget(block)
        return block


def _whole_name(figure: Figure, folds: int) -> str:
    """With what stands beside it, which the first one says for those that follow, or they would not fit."""
    if figure.sd is not None:
        name = Text("{figure}, {n} fold", "{figure}, mean ± sd of {n} folds", n=folds, figure=figure.name)
    elif figure.interval is not None:
        name = Text("{figure}, 95 % interval", figure=figure.name)
    else:
        name = figure.name
    return words(name)


def _detail(figure: Figure, report: Report) -> str:
    if figure.sd_text is not None:
        return f"± {words(figure.sd_text)}"
    if figure.interval_text is not None:
        return words(figure.interval_text)
    if report.too_few is not None and figure.key == figure_key(report.objective):
        return words(report.too_few)
    match report.figures:
        case SingleLabelFigures(temperature=float(temperature)) if figure.key == "ece":
            return words(Text("at T {temperature:.2f}", temperature=temperature))
    return ""


def _tip(figure: Figure, report: Report) -> str:
    """What the figure means, and how far it would go with other groups."""
    told = [figure.tip]
    if figure.interval_text is not None and report.judged_groups_text is not None:
        told.append(
            Text(
                "The 95 % interval, {interval}, is that of other sounds of as many groups: here {groups}",
                interval=figure.interval_text,
                groups=report.judged_groups_text,
            )
        )
    elif report.too_few is not None:
        told.append(report.too_few)
    return ".\n".join(map(words, told))
