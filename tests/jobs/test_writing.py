"""How a job is carried out: what it wants is written first, and it is closed whatever happens."""

import pytest

from audioclf_gui.core.change import Change
from audioclf_gui.core.errors import ReadOnlyProjectError, UserError
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.snapshots import bulk_edit
from audioclf_gui.jobs.writing import MakeEdit, PutRun, carry_out

from .conftest import collected, copies


@pytest.fixture
def closed():
    return []


def clearing(project, closed):
    """Wants one clip's labels away, then goes on."""
    view = project.view()
    try:
        first = view.catalogue.clips[0].id
        yield MakeEdit(Text("clear"), Change(labels={first: ()}), view.catalogue)
        yield "done"
    finally:
        closed.append(True)
    return 7


def test_what_a_job_wants_is_written_before_it_is_shown(project, closed):
    seen = []

    def show(event):
        seen.append((type(event), project.catalogue.view.labelled))

    assert carry_out(clearing(project, closed), project, show) == 7
    assert seen == [(MakeEdit, 4), (str, 4)]


def test_a_job_is_closed_when_showing_or_writing_fails(project, reader, closed):
    with pytest.raises(ZeroDivisionError):
        carry_out(clearing(project, closed), project, lambda _event: 1 / 0)
    assert closed == [True]
    with pytest.raises(ReadOnlyProjectError):
        carry_out(clearing(reader, closed), reader)
    assert closed == [True, True]


def test_without_a_project_nothing_is_written(project, closed):
    before = project.catalogue.view
    assert carry_out(clearing(project, closed), None) == 7
    assert project.catalogue.view is before


def test_a_copy_is_taken_exactly_where_several_clips_are_touched(project, ids):
    view = project.view()
    for clip_ids, count in (((), 0), ((ids["dog-0"],), 0), ((ids["dog-0"], ids["dog-1"]), 1)):
        change = Change(labels=dict.fromkeys(clip_ids, ()))
        collected(bulk_edit(view, Text("clear"), change))
        assert len(copies(project)) == count


def test_nothing_is_edited_where_no_copy_can_be_taken(project, ids):
    (project.folder / "snapshots").write_text("a file where the folder should be")
    change = Change(labels={ids["dog-0"]: (), ids["dog-1"]: ()})
    with pytest.raises(UserError):
        carry_out(bulk_edit(project.view(), Text("clear"), change), project)
    assert project.catalogue.view.labelled == 5


def test_runs_are_written_down(project):
    run = project.runs.next("fast", {})

    def job():
        yield PutRun(run)

    carry_out(job(), project)
    assert project.runs.all == (run,)


def test_a_view_is_of_its_moment(project, ids):
    view = project.view()
    project.catalogue.apply(Text("clear"), Change(labels={ids["dog-0"]: ()}))
    assert view.catalogue.labels(ids["dog-0"])
