"""Everything that decides how spectrograms look: the panel, what the project keeps, what is offered."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from audioclf_gui.audio.spectrogram_presets import ViewPreset
from audioclf_gui.audio.spectrogram_view import SpectrogramView
from audioclf_gui.audio.view_cache import ClipView
from audioclf_gui.gui.context import Context
from audioclf_gui.gui.label.editor import ClipEditor
from audioclf_gui.gui.label.pictures import Picture
from audioclf_gui.gui.label.spectrogram_panel import SpectrogramPanel
from audioclf_gui.gui.label.view_keeper import ViewKeeper
from audioclf_gui.gui.label.view_offer import ViewOffer


class SpectrogramLook(QObject):
    """Keeps panel, picture and project at one view."""

    def __init__(self, context: Context, editor: ClipEditor, parent: QWidget) -> None:
        super().__init__(parent)
        self._editor = editor
        self.keeper = ViewKeeper(context, self)
        self.panel = SpectrogramPanel(parent)
        self.offer = ViewOffer(editor.spectrogram)
        self.panel.changed.connect(self.show_as)
        editor.spectrogram.view_changed.connect(self.show_as)
        editor.spectrogram.drawn.connect(self._describe)
        editor.loaded.connect(self._take_view)
        self.offer.taken.connect(self._take_offer)
        self.offer.declined.connect(self.keeper.settle_on_it)
        self.show_as(self.keeper.view)

    def show_as(self, shown: SpectrogramView) -> None:
        """Show spectrograms in another way from now on."""
        self.offer.hide()
        self._editor.set_spectrogram_view(shown)
        self.panel.show_view(shown)
        self.keeper.keep(shown)

    def _take_offer(self, preset: ViewPreset) -> None:
        self.show_as(preset.applied_to(self.keeper.view))

    def _take_view(self, view: ClipView) -> None:
        self.panel.show_sound(view.wave.rate_hz, view.wave.channels)
        if not self.keeper.is_chosen:
            self.offer.offer_for(view.wave.rate_hz)

    def _describe(self, picture: Picture) -> None:
        """Tell the panel what the picture in view was made with."""
        scale = self._editor.spectrogram.scale
        self.panel.show_span(*(scale.value(byte) for byte in picture.span))
        spectrogram = picture.request.view.spectra[0]
        self.panel.show_transform(spectrogram.transform(picture.request.s_per_px))
