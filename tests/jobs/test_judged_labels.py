"""What a run said about clips that it did not train on: labels in doubt, and the cells of the matrix."""

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.jobs.confused_clips import ConfusedClip, ConfusedClips, confused_clips
from audioclf_gui.jobs.label_errors import DoubtedLabel, LabelErrors, label_errors

from .conftest import collected

CLASSES = ("dog", "cat", "owl")


def judged(clip_id, true, predicted, *scores):
    return {"clip_id": clip_id, "true": true, "predicted": predicted, "scores": list(scores)}


@pytest.fixture
def bundle(save_tiny, tmp_path):
    predictions = [
        judged(1, "dog", "cat", 0.02, 0.98, 0.0),
        judged(2, "dog", "cat", 0.45, 0.55, 0.0),  # not so unlikely
        judged(3, "cat", "cat", 0.01, 0.99, 0.0),
        judged(4, "dog", "cat", 0.01, 0.99, 0.0),
        judged(5, "owl", "dog", 0.49, 0.45, 0.06),  # not sure enough of another class
        judged(4, "dog", "owl", 0.05, 0.0, 0.95),  # another stretch of the same clip
        judged(4, "dog", "cat", 0.03, 0.97, 0.0),
    ]
    return save_tiny(tmp_path / "model", predictions=predictions)


def test_labels_in_doubt_are_the_confident_contradictions_the_worst_first_each_clip_once(bundle):
    told = collected(label_errors(LabelErrors(bundle, CLASSES)))
    assert told.events == [Progress(0, 1), Progress(1, 1)]
    assert told.result.doubted == (DoubtedLabel(4, "dog", "cat", 0.01), DoubtedLabel(1, "dog", "cat", 0.02))
    assert told.result.judged == 7


def test_a_cell_of_the_matrix_has_its_clips_once_the_surest_answer_first(bundle):
    told = collected(confused_clips(ConfusedClips(bundle, "dog", "cat")))
    assert told.result == (ConfusedClip(4, 0.99), ConfusedClip(1, 0.98), ConfusedClip(2, 0.55))
    assert collected(confused_clips(ConfusedClips(bundle, "cat", "dog"))).result == ()


@pytest.mark.parametrize("job", [label_errors, confused_clips])
def test_a_model_that_is_gone_is_a_user_error(job, tmp_path):
    request = (
        LabelErrors(tmp_path / "none", CLASSES)
        if job is label_errors
        else ConfusedClips(tmp_path / "none", "dog", "cat")
    )
    with pytest.raises(UserError):
        collected(job(request))
