from pathlib import Path

from audioclf_gui.audio.player import Player
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.gui.playback import PlayerController


def test_a_missing_loudspeaker_is_told_once_and_again_only_where_one_asks_to_play(qtbot, monkeypatch):
    def refuse(*_args, **_more):
        raise UserError(Text("There is no loudspeaker"), remedy=Text("Connect one."))

    monkeypatch.setattr(Player, "play", refuse)
    controller, told = PlayerController(), []
    controller.failed.connect(told.append)
    sound = Path("sound.wav")
    for _ in range(3):
        controller.play(sound, unasked=True)
    assert len(told) == 1
    controller.play(sound)
    assert len(told) == 2
    monkeypatch.setattr(Player, "play", lambda *_args, **_more: None)
    controller.play(sound, unasked=True)
    monkeypatch.setattr(Player, "play", refuse)
    controller.play(sound, unasked=True)
    assert len(told) == 3
