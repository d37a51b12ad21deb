"""What the groups of a project are: speakers, sites, microphones."""

from collections.abc import Generator
from dataclasses import dataclass

from audioclf_gui.core.group_names import group_name_of
from audioclf_gui.core.project import ProjectView
from audioclf_gui.core.project_settings import GROUPS_CALLED, kept_setting
from audioclf_gui.jobs.writing import KeepSetting


@dataclass(frozen=True, slots=True)
class NameGroups:
    """What one of the groups is; empty: nothing more than a group."""

    name: str


def name_groups(request: NameGroups, project: ProjectView) -> Generator[KeepSetting, None, str]:
    """Have reports of later runs speak of the groups by this name; the name as it is kept.

    Raises
    ------
    ReadOnlyProjectError
        If the project may not be written.
    """
    project.check_writable()
    name = group_name_of(request.name)
    yield KeepSetting(GROUPS_CALLED, name)
    return name


def groups_called(project: ProjectView) -> str:
    """What one of the project's groups is; "" if nobody has said it."""
    return "" if project.is_draft else str(kept_setting(project.file, GROUPS_CALLED) or "")
