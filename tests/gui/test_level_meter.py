from PySide6.QtGui import QColor

from audioclf_gui.gui.level_meter import LevelMeter
from audioclf_gui.gui.theme import palette


def test_neither_bar_nor_peak_line_reaches_the_number_however_narrow(qtbot):
    meter = LevelMeter()
    qtbot.addWidget(meter)
    meter.resize(meter.minimumSizeHint())
    meter.set_levels(0.0, 0.0)
    image = meter.grab().toImage()
    row = [QColor(image.pixel(x, 3)).name() for x in range(image.width())]
    bar_end = max(x for x, colour in enumerate(row) if colour in {palette().warn, palette().bad})
    number_start = image.width() - meter.fontMetrics().horizontalAdvance("\N{MINUS SIGN}88.8 dB")
    assert 30 <= bar_end < number_start
