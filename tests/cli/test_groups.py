"""What the groups of a project are is said once, and reports say it."""

import csv

from audioclf_gui.core.project import Project


def test_reports_speak_of_groups_by_the_name_that_the_project_gives_them(project, audioclf_json, audioclf):
    status, found = audioclf_json("groups", project)
    assert (status, found["called"]) == (0, "group")
    assert sum(one["clips"] for one in found["groups"]) == len(list_of_grouped(project))
    status, found = audioclf_json("groups", project, "--called", " Site ")
    assert (status, found["called"]) == (0, "Site")
    status, out, _err = audioclf("groups", project)
    assert out.splitlines()[0].split() == ["Site", "Clips"]
    quick = ("--preset", "forest", "--set", "refit=false", "--seed", "3")
    status, report = audioclf_json("train", project, *quick)
    assert status == 0
    assert report["judged_by"] == "Site"
    assert any("Judged by" in note and "site" in note for note in report["notes"]), report["notes"]
    status, measured = audioclf_json("evaluate", project / report["bundle"], project)
    assert (status, measured["judged_by"]) == (0, "Site")
    status, out, _err = audioclf("train", project, *quick, "--folds", "2")
    assert status == 0
    assert any(line.split()[:1] == ["Site"] for line in out.splitlines()), out
    assert audioclf_json("groups", project, "--called", "")[1]["called"] == "group"


def list_of_grouped(project):
    with Project.open(project) as opened:
        return [clip for clip in opened.catalogue.view.clips if clip.group]


def test_an_import_takes_the_name_from_the_column_where_nobody_has_said_another(
    project, audioclf_json, tmp_path
):
    with Project.open(project) as opened:
        view = opened.catalogue.view
        files = [view.audio_path(clip) for clip in view.clips][:6]
    table = tmp_path / "sounds.csv"
    with table.open("w", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["filename", "label", "speaker_id"])
        rows.writerows([str(one), "low", f"person {at // 2}"] for at, one in enumerate(files))
    columns = ("--path-column", "filename", "--label-column", "label", "--group-column", "speaker_id")
    other = tmp_path / "other"
    for said, called in (((), "speaker"), (("--called", "voice"), "voice")):
        new = other / called
        assert audioclf_json("new", new)[0] == 0
        if said:
            assert audioclf_json("groups", new, *said)[0] == 0
        assert audioclf_json("import", new, files[0].parent.parent, "--table", table, *columns)[0] in {0, 3}
        found = audioclf_json("groups", new)[1]
        assert (found["called"], len(found["groups"])) == (called, 3)
