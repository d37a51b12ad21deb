"""Where derived data live: pictures of sound, decoded audio, features. Deleting it loses nothing."""

from pathlib import Path

import platformdirs

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text


def cache_folder() -> Path:
    """The user's cache folder of this program, made if it is missing; UserError if it cannot be."""
    try:
        return platformdirs.user_cache_path("audioclf-gui", appauthor=False, ensure_exists=True)
    except OSError as error:
        raise UserError(
            Text(
                "there is no place for what is computed on the way: {path}: {problem}",
                path=error.filename,
                problem=error.strerror or str(error),
            ),
            remedy=Text("Have that folder made, or name another one in XDG_CACHE_HOME."),
        ) from error
