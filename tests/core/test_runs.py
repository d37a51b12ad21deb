"""Runs and settings are kept with the project."""

from dataclasses import replace

import pytest

from audioclf_gui.core.run import RunId, RunStatus


def test_runs_have_folders_of_their_own_below_the_project(project):
    first = project.runs.next("default", {"seed": 1})
    assert list(project.runs) == []
    project.runs.put(first)
    second = project.runs.next("fast", {})
    project.runs.put(second)
    assert (first.id, second.id) == (1, 2)
    assert project.runs.bundle_path(first) == project.folder / "models" / "run-0001"
    assert second.bundle == "models/run-0002"
    assert list(project.runs) == [first, second]
    assert (project.folder / "models").is_dir()
    assert (project.folder / "recordings").is_dir()


def test_models_that_can_be_used_are_those_that_are_there_the_oldest_first(project):
    kinds = (
        (RunStatus.DONE, True),
        (RunStatus.FAILED, True),
        (RunStatus.STOPPED, False),  # before anything was learnt
        (RunStatus.STOPPED, True),
        (RunStatus.RUNNING, True),
    )
    for status, is_kept in kinds:
        run = replace(project.runs.next("fast", {}), status=status)
        project.runs.put(run)
        project.runs.bundle_path(run).mkdir()
        if is_kept:
            (project.runs.bundle_path(run) / "bundle.json").touch()
    assert [run.id for run in project.runs.with_model] == [1, 4]


@pytest.mark.parametrize("deleted", [(3,), (3, 1), (1, 3), (3, 2, 1)])
def test_the_number_of_a_deleted_run_is_not_given_again(project, deleted):
    """Else bringing that run back would write over the one that has its number."""
    for _ in range(3):
        project.runs.put(project.runs.next("fast", {}))
    for number in deleted:
        project.runs.remove(RunId(number))
    assert project.runs.next("fast", {}).id == 4


def test_settings_are_kept_as_they_are(project):
    project.settings.put("choice", {"a": [1, None, "é"]})
    project.settings.put("choice", {"b": 2.5})
    assert project.settings.get("choice") == {"b": 2.5}
    assert project.settings.get("other") is None
