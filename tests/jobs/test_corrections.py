"""What people correct of suggestions is counted from the edits that stand, day by day."""

from dataclasses import replace

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core import edits
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.run import Suggestion
from audioclf_gui.core.suggested import add_suggested, read_suggested, suggested_file
from audioclf_gui.core.text import Text
from audioclf_gui.jobs.corrections import corrections
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.monitor_over_time import MonitorOverTime, monitor_over_time
from audioclf_gui.jobs.suggest import Suggest, suggest
from audioclf_gui.jobs.writing import carry_out

from .conftest import RATE_HZ, collected


@pytest.fixture
def suggested(project, run, tmp_path):
    """Forty more clips of ten sites, for each of which the run suggests a dog with a score of 0.9."""
    wanted = []
    for number in range(40):
        path = tmp_path / "more" / f"{number:02}.wav"
        write_wav(path, np.full(RATE_HZ // 4, 0.001 * (number + 1), np.float32), RATE_HZ)
        wanted.append(Candidate(path, group=f"site {number % 10}"))
    carry_out(import_clips(ImportClips(tuple(wanted)), project.view()), project)
    clips = [clip.id for clip in project.catalogue.view.clips if clip.group.startswith("site")]
    file = suggested_file(project.runs.bundle_path(run))
    file.parent.mkdir(exist_ok=True)
    dog = class_id(project, "dog")
    add_suggested(file, [Suggestion(clip, run.id, dog, 0.9) for clip in clips])
    return clips


def class_id(project, name) -> ClassId:
    return next(known.id for known in project.catalogue.view.classes if known.name == name)


def give(project, clips, name):
    view = project.catalogue.view
    change = edits.accept(view, dict.fromkeys(clips, (class_id(project, name),)))
    project.catalogue.apply(Text("label"), change)


def told(project, run):
    file = suggested_file(project.runs.bundle_path(run))
    times = project.catalogue.label_times(run.started_at)
    return corrections(project.catalogue.view, read_suggested(file), times, are_sets=False)


def test_what_is_as_often_wrong_as_its_scores_say_does_not_alarm(project, run, suggested):
    assert told(project, run) == ()
    give(project, suggested[:27], "dog")
    give(project, suggested[27:30], "wren")
    day, whole = told(project, run)
    assert (day.answered, day.corrected, day.day[:2]) == (30, 3, "20")
    assert (whole.answered, whole.corrected, whole.day) == (30, 3, "")
    assert whole.expected == pytest.approx(0.1)
    assert whole.interval[0] < 0.1 < whole.interval[1]
    assert not whole.is_alarming
    assert str(whole.text).startswith("10% of 30 suggestions that people answered were corrected (95 % int")


def test_far_more_corrections_than_the_scores_let_expect_alarm_until_they_are_undone(project, run, suggested):
    give(project, suggested[:20], "dog")
    give(project, suggested[20:30], "wren")
    view = project.catalogue.view
    dog = (class_id(project, "dog"),)
    project.catalogue.apply(Text("reject"), edits.reject(view, dict.fromkeys(suggested[30:], dog)))
    whole = told(project, run)[-1]
    assert (whole.answered, whole.corrected) == (40, 20)
    assert whole.is_alarming
    assert str(whole.text).startswith("Alarm: 50% of 40")
    project.catalogue.undo()
    project.catalogue.undo()
    whole = told(project, run)[-1]
    assert (whole.answered, whole.corrected) == (20, 0)
    assert not whole.is_alarming


def test_a_suggested_class_that_was_deleted_later_is_no_correction_and_a_renamed_one_none_either(
    project, run, suggested
):
    give(project, suggested[:20], "wren")
    assert told(project, run)[-1].corrected == 20
    view = project.catalogue.view
    project.catalogue.apply(Text("delete"), edits.delete_class(view, class_id(project, "dog")))
    assert told(project, run) == ()
    project.catalogue.undo()
    give(project, suggested[20:30], "dog")
    change = edits.change_class(
        project.catalogue.view, replace(project.catalogue.view.classes[0], name="hound")
    )
    project.catalogue.apply(Text("rename"), change)
    assert told(project, run)[-1].corrected == 20


def test_corrections_are_told_where_nothing_was_heard_in_use(project, run, suggested):
    give(project, suggested[:5], "wren")
    times = project.catalogue.label_times(run.started_at)
    request = MonitorOverTime(run, project.runs.bundle_path(run), "day", times)
    found = collected(monitor_over_time(request, project.view())).result
    assert found.periods == ()
    assert found.corrections[-1].corrected == 5


def test_what_a_run_suggests_for_clips_without_labels_is_kept_beside_its_model(project, run, says, ids):
    bundle = says(project.folder / "models" / "run-0001", [3.0, 2.0, 2.0], classes=("dog", "wren", "owl"))
    carry_out(suggest(Suggest(run.id, bundle), project.view()), project)
    carry_out(suggest(Suggest(run.id, bundle), project.view()), project)
    assert len(suggested_file(bundle).read_text("utf-8").splitlines()) == 1
    kept = read_suggested(suggested_file(bundle))
    shown = project.catalogue.view.suggestion(ids["new-0"])
    assert {clip: one.classes for clip, one in kept.items()} == {ids["new-0"]: shown.classes}


def test_a_disk_that_refuses_to_keep_suggestions_is_told_of(project, run, says):
    bundle = says(project.folder / "models" / "run-0001", [3.0, 2.0, 2.0], classes=("dog", "wren", "owl"))
    suggested_file(bundle).mkdir()
    done = carry_out(suggest(Suggest(run.id, bundle), project.view()), project)
    assert done.clips == 6
    assert "What people correct will not be known" in str(done.notes[-1])
