"""Light and dark: the colours, and the one style sheet made from them."""

from dataclasses import asdict, dataclass
from functools import lru_cache
from string import Template

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette, QPen
from PySide6.QtWidgets import QApplication, QWidget

from audioclf_gui.core.resources import resources


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a theme, each as "#rrggbb"."""

    window: str  # behind the panels
    panel: str
    panel_edge: str
    field: str  # where one types or picks
    text: str
    muted: str  # names beside values, headings
    disabled: str
    button: str
    button_hover: str
    button_edge: str
    accent: str
    accent_hover: str
    accent_text: str  # on the accent
    progress: str  # behind the text of a progress bar
    link: str  # accent-coloured text on a panel
    focus: str  # the ring around what the keyboard talks to
    selection: str  # behind selected rows
    scroll: str
    wave: str
    wave_background: str
    grid: str
    cursor: str
    found: str  # what would be labelled
    good: str
    bad: str
    warn: str


DARK = Palette(
    window="#16181d",
    panel="#1e2128",
    panel_edge="#2b303a",
    field="#14161b",
    text="#e6e8ec",
    muted="#9aa3b2",
    disabled="#808897",
    button="#2a2f39",
    button_hover="#343a46",
    button_edge="#39404c",
    accent="#346fe3",
    accent_hover="#2b62cf",
    accent_text="#ffffff",
    progress="#2a5ac0",
    link="#7eaaff",
    focus="#7eaaff",
    selection="#2b3f6b",
    scroll="#666f80",
    wave="#7eb2fe",
    wave_background="#14161b",
    grid="#2a2f39",
    cursor="#f85149",
    found="#ffd24a",
    good="#3fb950",
    bad="#ff6a61",
    warn="#e0a030",
)
LIGHT = Palette(
    window="#eceef2",
    panel="#fafbfc",
    panel_edge="#d5d9e0",
    field="#ffffff",
    text="#1c2128",
    muted="#59636f",
    disabled="#646c78",
    button="#eef0f4",
    button_hover="#e3e7ed",
    button_edge="#c3c9d3",
    accent="#2563d9",
    accent_hover="#1d54bd",
    accent_text="#ffffff",
    progress="#9dbdf6",
    link="#1f5bcb",
    focus="#1f5bcb",
    selection="#d3e0fa",
    scroll="#808793",
    wave="#2f6fd0",
    wave_background="#ffffff",
    grid="#e4e7ec",
    cursor="#d1242f",
    found="#a05a00",
    good="#187a34",
    bad="#c62828",
    warn="#945c00",
)
_TOLD_APART = {  # Okabe and Ito's colours in each theme, moved as little as colour-blind eyes need there
    "#e69f00": ("#e69f00", "#c58006"),
    "#56b4e9": ("#56b4e9", "#4897c4"),
    "#009e73": ("#159d6f", "#109769"),
    "#f0e442": ("#f0e442", "#958b39"),
    "#0072b2": ("#0072b2", "#0072b2"),
    "#d55e00": ("#d55e00", "#bd4a03"),
    "#cc79a7": ("#c176ab", "#ad639a"),
    "#999999": ("#a2a9a4", "#8f8f8f"),
}
_READABLE = 3.0  # WCAG 2.2, 1.4.11: the contrast of graphics that carry meaning


class ThemeSignals(QObject):
    """Tells widgets that paint themselves that the colours are others now."""

    changed = Signal()


theme_signals = ThemeSignals()
_current = DARK


def palette() -> Palette:
    """The colours of the theme in use."""
    return _current


def apply_theme(app: QApplication, scheme: Qt.ColorScheme) -> None:
    """Dress the whole program; `Unknown` follows the system, dark where that does not say."""
    global _current  # noqa: PLW0603 - a program has one theme, as it has one QApplication
    if scheme == Qt.ColorScheme.Unknown:
        scheme = app.styleHints().colorScheme()
    _current = LIGHT if scheme == Qt.ColorScheme.Light else DARK
    app.setStyleSheet("")  # Qt puts on a first sheet, and takes off a last one, five times as fast as another
    app.setPalette(_qt_palette(_current))
    app.setStyleSheet(style_sheet(_current))
    theme_signals.changed.emit()


def style_sheet(colours: Palette) -> str:
    """The text of the style sheet in these colours."""
    tone = "dark" if colours is DARK else "light"
    icons = resources() / "icons"
    pictures = {f"chevron_{way}": (icons / f"chevron-{way}-{tone}.svg").as_posix() for way in ("up", "down")}
    pictures["check"] = (icons / "check.svg").as_posix()
    template = Template((resources() / "style.qss").read_text("utf-8"))
    return template.substitute(asdict(colours), **pictures)


def class_colour(colour: str) -> QColor:
    """A class's colour, made as much darker or lighter as the theme's panels need to show it."""
    both = _TOLD_APART.get(colour.lower())
    shown = colour if both is None else both[_current is LIGHT]
    return QColor(_readable(shown, _current.panel))


def colour_on(colour: QColor, background: QColor) -> QColor:
    """A colour made as much darker or lighter as another background needs to show it."""
    return QColor(_readable(colour.name(), background.name()))


@lru_cache(maxsize=512)
def _readable(colour: str, background: str) -> QColor:
    result = QColor(colour)
    is_dark = luminance(background) < 0.2
    while contrast(result.name(), background) < _READABLE:
        changed = result.lighter(108) if is_dark else result.darker(106)
        if changed == result:
            return result
        result = changed
    return result


def on_colour(background: QColor) -> QColor:
    """Black or white text, whichever reads better on `background`: one of the two always can be read."""
    dark, light = "#000000", "#ffffff"
    name = background.name()
    return QColor(dark if contrast(dark, name) >= contrast(light, name) else light)


def paint_focus(painter: QPainter, pane: QWidget) -> None:
    """The ring around a pane that paints itself, while the keyboard is in it."""
    if pane.hasFocus():
        painter.setPen(QPen(QColor(_current.focus), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(pane.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)


def luminance(colour: str) -> float:
    """Relative luminance, 0 (black) to 1 (white), as WCAG 2.2 defines it."""
    one = QColor(colour)
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (one.redF(), one.greenF(), one.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21, as WCAG 2.2 defines it."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _qt_palette(colours: Palette) -> QPalette:
    qt = QPalette()
    role = QPalette.ColorRole
    roles = {
        role.Window: colours.window,
        role.WindowText: colours.text,
        role.Base: colours.field,
        role.AlternateBase: colours.panel,
        role.Text: colours.text,
        role.Button: colours.button,
        role.ButtonText: colours.text,
        role.BrightText: colours.bad,
        role.ToolTipBase: colours.panel,
        role.ToolTipText: colours.text,
        role.PlaceholderText: colours.muted,
        role.Highlight: colours.accent,
        role.HighlightedText: colours.accent_text,
        role.Accent: colours.accent,
        role.Link: colours.link,
        role.LinkVisited: colours.link,
    }
    for one, colour in roles.items():
        qt.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        qt.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.disabled))
    qt.setColor(QPalette.ColorGroup.Disabled, role.Button, QColor(colours.panel))
    return qt
