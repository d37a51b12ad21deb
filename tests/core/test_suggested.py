"""What was suggested is kept until people answer, and the first suggestion counts."""

from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId
from audioclf_gui.core.run import RunId, Suggestion
from audioclf_gui.core.suggested import add_suggested, read_suggested, suggested_file, was_used


def suggestion(clip, *classes, score=0.75):
    first, *others = map(ClassId, classes)
    return Suggestion(ClipId(clip), RunId(1), first, score, tuple(others))


def test_the_first_suggestion_for_a_clip_is_kept_and_a_cut_line_loses_only_itself(tmp_path):
    file = tmp_path / "run-0001.suggested.jsonl"
    assert read_suggested(file) == {}
    add_suggested(file, [suggestion(3, 1), suggestion(4, 2, 1, score=0.5)])
    add_suggested(file, [suggestion(3, 2)])
    file.write_bytes(file.read_bytes()[:-7])
    add_suggested(file, [suggestion(5, 2)])
    found = read_suggested(file)
    assert {clip: one.classes for clip, one in found.items()} == {3: (1,), 4: (2, 1), 5: (2,)}
    assert found[ClipId(4)].score == 0.5
    assert found[ClipId(3)].at <= found[ClipId(5)].at


def test_only_models_of_a_project_keep_what_they_suggest(tmp_path):
    bundle = tmp_path / "models" / "run-0001"
    assert suggested_file(bundle) is None
    assert not was_used(bundle)
    (tmp_path / "birds.audioclf").touch()
    bundle.mkdir(parents=True)
    assert not was_used(bundle)
    add_suggested(suggested_file(bundle), [suggestion(3, 1)])
    assert was_used(bundle)
