"""A model is measured on the labels of a project."""

import pytest

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.jobs.evaluate import Evaluate, evaluate

from .conftest import collected


def test_a_model_is_measured_on_the_clips_whose_class_it_knows(project, ids, bundle):
    project.catalogue.view.audio_path(project.catalogue.view.clip(ids["dog-0"])).unlink()
    told = collected(evaluate(Evaluate(bundle), project.view()))
    assert told.result.report["clips"] == 4
    assert [one.path.name for one in told.result.refused] == ["dog-0.wav"]
    assert told.of(Progress)[-1] == Progress(5, 5)
    with pytest.raises(UserError, match="fold A"):
        collected(evaluate(Evaluate(bundle, "A"), project.view()))


def test_measuring_needs_no_right_to_write(reader, bundle):
    assert collected(evaluate(Evaluate(bundle), reader.view())).result.report["clips"] == 5
