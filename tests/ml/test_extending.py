"""What the README shows under "Extending": each addition is one file, and everything else finds it."""

import importlib.util
import textwrap
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.cli.main import main
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.text import Text
from audioclf_gui.ml.dataset import Example
from audioclf_gui.ml.front_ends.statistics import STATISTICS
from audioclf_gui.ml.models import ARCHITECTURES
from audioclf_gui.ml.objectives.agreement import kappa
from audioclf_gui.ml.objectives.metric import METRICS, judged, metric
from audioclf_gui.ml.objectives.single_label import SingleLabel

NET = """
    from torch import nn

    from audioclf_gui.ml.models.registry import architecture


    @architecture("band-means")
    class BandMeans(nn.Module):
        def __init__(self, outputs, shape):
            super().__init__()
            self.head = nn.Linear(shape[0], outputs)

        def forward(self, log_mel):
            return self.head(log_mel.mean(dim=2))
"""
STATISTIC = """
    from audioclf_gui.ml.front_ends.statistics import statistic


    @statistic("band-range")
    def band_range(spectra):
        return spectra.bands.amax(dim=-1) - spectra.bands.amin(dim=-1)
"""
METRIC = """
    from audioclf_gui.core.text import Text
    from audioclf_gui.ml.objectives.metric import metric


    @metric("single-label", "wrong", Text("wrong answers"))
    def wrong(wanted, scores):
        return (wanted.argmax(axis=1) != scores.argmax(axis=1)).sum()
"""


@pytest.fixture
def with_file(tmp_path):
    """Let the program find one more file, and forget afterwards what registered in it."""

    def add(text):
        path = tmp_path / "addition.py"
        path.write_text(textwrap.dedent(text), encoding="utf-8")
        spec = importlib.util.spec_from_file_location("addition", path)
        spec.loader.exec_module(importlib.util.module_from_spec(spec))

    before = [(registry, dict(registry)) for registry in (ARCHITECTURES._own, STATISTICS, METRICS)]
    yield add
    for registry, known in before:
        registry.clear()
        registry.update(known)


@pytest.fixture(scope="session")
def tones(tmp_path_factory):
    """A project of 24 clips of two tones."""
    folder = tmp_path_factory.mktemp("tones")
    rng = np.random.default_rng(1)
    time_s = np.arange(4000) / 8000
    for at in range(24):
        name, pitch_hz = (("low", 400), ("high", 2000))[at % 2]
        sound = 0.3 * np.sin(2 * np.pi * pitch_hz * (1 + 0.01 * at) * time_s) + rng.normal(0.0, 0.01, 4000)
        (folder / "sounds" / name).mkdir(parents=True, exist_ok=True)
        write_wav(folder / "sounds" / name / f"{at}.wav", sound.astype(np.float32), 8000)
    project = folder / "project"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(folder / "sounds"), "--layout", "folders"]) == 0
    return project


def trained(project, capsys, *options):
    capsys.readouterr()
    quick = ("--set", "refit=false", "--set", "threads=1", "--set", "device=cpu", "--set", "mels=24")
    assert main(["train", str(project), *quick, *options]) == 0
    return capsys.readouterr().out


def test_a_net_is_one_class(with_file, tones, capsys):
    with_file(NET)
    options = ("--set", "architecture=band-means", "--set", "dropout=none", "--set", "epochs=20")
    assert "accuracy" in trained(tones, capsys, *options)


def test_a_statistic_of_the_forest_is_one_function(with_file, tones, capsys):
    with_file(STATISTIC)
    out = trained(tones, capsys, "--preset", "forest", "--set", "statistics=band-range,band-mean")
    assert "accuracy" in out


def test_a_metric_is_one_function(with_file, tones, capsys):
    with_file(METRIC)
    out = trained(tones, capsys, "--preset", "forest")
    assert any(line.split()[0] == "wrong" for line in out.splitlines() if line.strip())


def test_agreement_beyond_chance():
    goal = SingleLabel(("a", "b"))
    wanted = goal.encoded([0, 0, 1, 1])
    right = np.array([[0.9, 0.1], [0.8, 0.2], [0.1, 0.9], [0.4, 0.6]])
    assert kappa(wanted, right) == 1.0
    assert kappa(wanted, np.array([[0.9, 0.1]] * 4)) == 0.0
    assert kappa(wanted, right[:, ::-1]) == -1.0
    half = np.array([[0.9, 0.1], [0.9, 0.1], [0.9, 0.1], [0.1, 0.9]])
    assert kappa(wanted, half) == pytest.approx(0.5)
    assert kappa(goal.encoded([0]), right[:1]) == 1.0


def test_chance_agrees_as_often_as_labels_and_answers_together_make_it():
    """Labels name the first class in 60 of 100, answers in 70: chance agrees in 0.42 + 0.12."""
    goal = SingleLabel(("a", "b"))
    wanted = goal.encoded([0] * 60 + [1] * 40)
    answers = np.eye(2)[[0] * 45 + [1] * 15 + [0] * 25 + [1] * 15]
    assert kappa(wanted, answers) == pytest.approx((0.60 - 0.54) / (1 - 0.54))


def test_further_figures_stand_beside_the_usual_ones_and_not_where_nothing_was_judged():
    goal = SingleLabel(("a", "b"))
    examples = [Example(ClipId(at), Path(f"{at}.wav"), f"{at}", at, "g", "", 0.0, 1.0) for at in range(2)]
    report = judged(goal, goal.encoded([0, 1]), np.array([[0.9, 0.1], [0.2, 0.8]]), (0.5, 0.5), examples)
    assert (report["accuracy"], report["kappa"]) == (1.0, 1.0)
    assert {"key": "kappa", "name": Text("Cohen's kappa").stored()} in report["more"]
    assert judged(goal, goal.encoded([]), np.zeros((0, 2)), (0.5, 0.5), [])["more"] == []


def test_two_metrics_of_a_name_are_refused():
    with pytest.raises(ValueError, match="kappa"):
        metric("single-label", "kappa", Text("kappa"))(kappa)
