"""`audioclf-gui` and `python -m audioclf_gui`: the window, or one command without it."""

import sys
from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.project_files import is_called_project, project_files
from audioclf_gui.core.recording_names import is_recording


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window for nothing, a project, recordings or `--demo`; run anything else as a command.

    Returns
    -------
    int
        The exit status: 0 done, 1 no window can be opened, or what the command returned.
    """
    given = list(sys.argv[1:] if arguments is None else arguments)
    match given:
        case []:
            return _window(None)
        case ["--demo"]:
            return _window(None, demo=True)
        case [path] if is_called_project(Path(path)) or project_files(Path(path)):
            return _window(Path(path))
        case [*paths] if all(is_recording(path) for path in paths):
            return _window(None, [Path(path) for path in paths])
    from audioclf_gui.cli.main import main as command

    return command(given)


def _window(project: Path | None, files: Sequence[Path] = (), *, demo: bool = False) -> int:
    try:
        from audioclf_gui.gui.unread_sources import leave_sources_unread

        leave_sources_unread()
        from audioclf_gui.gui.app import run
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] not in {"PySide6", "qtawesome"}:
            raise
        print(
            'the window is not installed: pip install "audioclf-gui[gui]"; audioclf works without it',
            file=sys.stderr,
        )
        return 1
    return run(project, files, demo=demo)


if __name__ == "__main__":
    sys.exit(main())
