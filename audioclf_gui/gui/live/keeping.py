"""Runs the job that makes a clip of what was heard."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from audioclf_gui.core.text import Text
from audioclf_gui.gui.context import Context
from audioclf_gui.jobs.keep_sound import KeepSound, SoundWritten, keep_sound


def keep_heard(
    context: Context,
    request: KeepSound,
    title: Text,
    on_done: Callable[[Path], object],
    on_failed: Callable[[Exception], object],
) -> None:
    """Make a clip of it in the background; where the project cannot take it, no file is left either."""
    written: list[Path] = []

    def note(event: object) -> None:
        if isinstance(event, SoundWritten):
            written.append(event.path)

    def fail(error: Exception) -> None:
        for path in written:
            path.unlink(missing_ok=True)
        on_failed(error)

    job = partial(keep_sound, request, context.document.project.view())
    context.start(job, title, note, on_done, on_failed=fail, kept=True)
