"""One of the mixtures before they are made: a button that makes it, its picture, and its sound."""

from collections.abc import Callable, Generator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.mixture_picture import MixturePicture
from audioclf_gui.gui.review.tile_loader import TileRequest, make_picture
from audioclf_gui.gui.widgets import button
from audioclf_gui.jobs.make_mixtures import MakeMixtures
from audioclf_gui.jobs.preview_mixture import MixturePreviewed, PreviewMixture, preview_mixture


class MixtureExample(QObject):
    """Makes an example in a folder of its own, then shows and plays it; each time the next mixture.

    Parameters
    ----------
    wanted
        What would be made, given the folder for it.
    """

    def __init__(self, context: Context, wanted: Callable[[Path], MakeMixtures], parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = wanted
        self._folder = TemporaryDirectory(prefix="audioclf-", ignore_cleanup_errors=True)
        self._number = 0
        self._file: Path | None = None
        self._may_go_on = False
        self._is_making = False
        self.button = button(
            self.tr("Listen to one"),
            self.tr("Make only one of the mixtures, show and play it; then the next"),
        )
        self.button.clicked.connect(self.make)
        self.picture = MixturePicture()
        self.picture.hide()
        self.picture.played_from.connect(self._play)
        context.player.position_changed.connect(self._show_position)
        context.player.state_changed.connect(self._show_position)
        self.allow(False)

    def allow(self, is_possible: bool) -> None:
        """Whether there is anything to make."""
        self._may_go_on = is_possible
        self.button.setEnabled(is_possible and not self._is_making)

    def make(self) -> None:
        """Make the next one, in the background."""
        wanted = self._wanted(Path(self._folder.name))
        count = next(count for count in wanted.settings.mixtures if count)
        self._number += 1
        file = Path(self._folder.name) / f"example-{self._number}.wav"
        request = PreviewMixture(wanted, file, 1 + (self._number - 1) % count)
        self._is_making = True
        self.allow(self._may_go_on)
        self._context.start(
            partial(_example, request), Text("Making an example"), on_done=self._show, on_ended=self._end
        )

    def _end(self) -> None:
        self._is_making = False
        self.allow(self._may_go_on)

    def _show(self, made: tuple[MixturePreviewed, QImage | None]) -> None:
        previewed, image = made
        if self._file is not None:
            self._file.unlink(missing_ok=True)
        self._file = previewed.file
        colours = {known.name: known.colour for known in self._context.document.view.classes}
        self.picture.show_mixture(image, previewed.duration_s, previewed.regions, colours)
        self.picture.show()
        self._play(0.0)

    def _play(self, start_s: float) -> None:
        if self._file is not None:
            self._context.player.play(self._file, start_s)

    def _show_position(self) -> None:
        player = self._context.player
        is_heard = self._file is not None and player.path == self._file and player.is_playing
        self.picture.show_position(player.position_s if is_heard else None)


def _example(
    request: PreviewMixture,
) -> Generator[Progress, None, tuple[MixturePreviewed, QImage | None]]:
    """Make a mixture, and its picture."""
    made = yield from preview_mixture(request)
    wanted = TileRequest(made.file, made.content, made.duration_s, made.rate_hz)
    return made, make_picture(wanted, request.file.parent / "cache").image
