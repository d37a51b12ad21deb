import pytest

from audioclf_gui.audio.spectrogram_view import SpectrogramView
from audioclf_gui.gui.label.workspace import LabelWorkspace
from audioclf_gui.gui.live.workspace import LiveWorkspace
from audioclf_gui.gui.review.workspace import ReviewWorkspace


@pytest.mark.parametrize("value", ["nan", "inf", "-1e300", "1e12", "rubbish", ""])
def test_settings_that_somebody_has_spoilt_keep_no_workspace_from_opening(context, tmp_path, qtbot, value):
    numbers = ("live/threshold", "live/hop_s", "live/keep_s", "live/span_s")
    texts = ("label/plays", "live/device", "record/device", "keys/play")
    for key in numbers + texts:
        context.session.put(key, value)
    view = SpectrogramView().to_json()
    context.document.project.settings.put("spectrogram", dict.fromkeys(view, value))
    label, review = LabelWorkspace(context, tmp_path), ReviewWorkspace(context, tmp_path)
    live = LiveWorkspace(context)
    for workspace in (label, review, live):
        qtbot.addWidget(workspace)
        workspace.shutdown()
    assert label.look.keeper.view == SpectrogramView()
    assert live.options_panel.options.span_s > 0
