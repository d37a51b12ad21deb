"""Where derived data live: pictures of sound, decoded audio, features. Deleting it loses nothing."""

from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """The user's cache folder of this program; made if it is missing."""
    return platformdirs.user_cache_path("audioclf-gui", appauthor=False, ensure_exists=True)
