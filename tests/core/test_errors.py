"""Errors name what happened and the way out."""

from pathlib import Path

from audioclf_gui.core.errors import ReadOnlyProjectError, UnreadableAudioError, UserError, in_words
from audioclf_gui.core.text import Text


def test_an_error_that_ends_a_run_is_kept_in_words():
    error = UserError(Text("the disk is full"), remedy=Text("Free some space."))
    assert in_words(error) == "The disk is full. Free some space."
    assert in_words(ValueError("odd")) == "odd"
    assert in_words(KeyboardInterrupt()) == "KeyboardInterrupt"


def test_errors_name_the_file_and_the_way_out():
    refused = UnreadableAudioError(Path("a/b.wav"), Text("it is empty"))
    assert str(refused) == "b.wav cannot be read as audio: it is empty"
    assert "WAV or FLAC" in str(refused.remedy)
    assert (refused.path, refused.reason) == (Path("a/b.wav"), Text("it is empty"))
    assert str(ReadOnlyProjectError(Path("x/birds.audioclf"))).startswith("birds.audioclf is open elsewhere")
