"""Runs and settings are kept with the project."""


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


def test_settings_are_kept_as_they_are(project):
    project.settings.put("choice", {"a": [1, None, "é"]})
    project.settings.put("choice", {"b": 2.5})
    assert project.settings.get("choice") == {"b": 2.5}
    assert project.settings.get("other") is None
