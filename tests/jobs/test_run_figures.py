"""The pictures of a run are whole SVG documents that show what the run says."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import torch

from audioclf_gui.core.run import Epoch
from audioclf_gui.jobs.figures.confusion import confusion_svg, report_text
from audioclf_gui.jobs.figures.curves import curves_svg
from audioclf_gui.jobs.figures.network import network_svg, network_text
from audioclf_gui.jobs.run_figures import RunFigures, drawn
from audioclf_gui.ml.events import EpochDone, Note, TrainingDone
from audioclf_gui.ml.models import build
from audioclf_gui.ml.network_layers import network_layers

SVG = "{http://www.w3.org/2000/svg}"
EPOCHS = [Epoch(number, 2.0 / number, 0.5, 3.0 / number, 0.25, 1e-3, 1.0) for number in range(1, 6)]
FIGURES = {
    "accuracy": 0.75,
    "log_loss": 0.5,
    "per_class": [
        {"class": "Wren & co", "precision": 1.0, "recall": 0.5, "f1": 0.6667, "support": 2},
        {"class": "owl", "precision": 0.6667, "recall": 1.0, "f1": 0.8, "support": 2},
    ],
    "confusion": [[1, 1], [0, 2]],
}


def words(document):
    """All that is written in an SVG document."""
    return [element.text for element in ET.fromstring(document).iter(f"{SVG}text")]


def points(document):
    """The lines of an SVG document, each as its points."""
    lines = ET.fromstring(document).iter(f"{SVG}polyline")
    return [[tuple(map(float, pair.split(","))) for pair in line.get("points").split()] for line in lines]


def test_curves_go_down_where_the_loss_does_and_name_their_ticks():
    document = curves_svg(EPOCHS, "run-0001: Reference R0, variant B, as given", "accuracy")
    lines = points(document)
    assert [len(line) for line in lines] == [5] * 5
    heights = [y for _x, y in lines[0]]
    assert heights == sorted(heights)  # y goes down, and so does the loss
    shown = words(document)
    assert shown[0] == "run-0001: Reference R0, variant B, as given"
    assert {"loss", "accuracy", "learning rate", "training", "validation", "1", "2"} <= set(shown)


def test_a_loss_that_is_no_number_leaves_the_rest_of_the_curve():
    broken = [*EPOCHS, Epoch(6, float("nan"), 0.5, float("inf"), 0.5, 1e-3, 1.0)]
    assert [len(line) for line in points(curves_svg(broken, "t", "accuracy"))][:2] == [5, 5]
    assert points(curves_svg([], "t", "accuracy")) == []


def test_every_count_of_the_matrix_is_in_its_picture_and_names_are_escaped():
    shown = words(confusion_svg(FIGURES["confusion"], ["Wren & co", "owl"], "t"))
    assert shown.count("Wren & co") == 2
    assert [word for word in shown if word.isdigit()] == ["1", "1", "0", "2"]


def test_a_report_is_a_table_of_plain_text():
    lines = report_text(FIGURES, "run-0001").splitlines()
    assert lines[0] == "run-0001"
    assert "accuracy                 0.7500" in lines
    assert lines[-3].split() == ["class", "precision", "recall", "f1", "support"]
    assert lines[-1].split() == ["owl", "0.6667", "1.0000", "0.8000", "2"]


def test_the_network_is_counted_as_by_hand():
    layers = network_layers(build("r4_cnn", 10, (64, 344), {"as_given": True}), (64, 344))
    first, last = layers[0], layers[-1]
    assert (first.kind, first.shape, first.parameters) == ("Conv2d", (8, 32, 172), 8 * 2 * 25 + 8)
    assert first.macs == 8 * 32 * 172 * 2 * 25
    assert (last.name, last.shape, last.parameters, last.macs) == ("head", (10,), 650, 640)
    assert sum(layer.parameters for layer in layers) == 25602
    text = network_text(layers, "R4", (64, 344))
    assert "25 602" in text.splitlines()[-1]
    assert any("25 602 parameters" in word for word in words(network_svg(layers, "R4", (64, 344))))


def test_a_layer_gone_through_twice_is_drawn_twice_and_counted_once():
    layer = torch.nn.Linear(4, 4)
    found = network_layers(torch.nn.Sequential(layer, torch.nn.Dropout(0.5), layer), (4,))
    assert [(one.parameters, one.macs) for one in found] == [(20, 16), (0, 16)]


def done(epoch, figures=None):
    return EpochDone(epoch, 5, 1, 1.0, 1.0, figures)


def test_files_come_with_the_events_they_are_of(tmp_path):
    bundle = tmp_path / "run-0001"
    events = [
        done(EPOCHS[2]),
        done(EPOCHS[3], FIGURES),
        TrainingDone({**FIGURES, "measured_on": "test"}, bundle),
    ]
    figures = RunFigures(bundle, "run-0001: General sounds", "accuracy", EPOCHS[:2])
    assert list(drawn((event for event in events), figures)) == events
    folder = tmp_path / "run-0001.figures"
    assert sorted(path.name for path in folder.iterdir()) == [
        "confusion.svg",
        "curves.svg",
        "epoch-0004-confusion.svg",
        "epoch-0004-report.txt",
        "report.txt",
    ]
    assert [len(line) for line in points((folder / "curves.svg").read_text("utf-8"))][:1] == [4]
    assert (folder / "report.txt").read_text("utf-8").startswith("run-0001: General sounds, test")


def test_a_place_that_refuses_the_figures_ends_them_and_not_the_training(tmp_path):
    (tmp_path / "run-0001.figures").write_text("in the way")
    events = [done(EPOCHS[0], FIGURES), done(EPOCHS[1], FIGURES)]
    figures = RunFigures(tmp_path / "run-0001", "t", "accuracy")
    told = list(drawn((event for event in events), figures))
    assert [event for event in told if event in events] == events
    assert len([event for event in told if isinstance(event, Note)]) == 1


@pytest.mark.parametrize("name", ["network.svg", "curves.svg", "confusion.svg", "epoch-0002-confusion.svg"])
def test_a_run_of_a_project_leaves_its_pictures_beside_its_model(trained_figures, name):
    picture = ET.fromstring((trained_figures / name).read_text("utf-8"))
    drawn_parts = {element.tag.rpartition("}")[2] for element in picture.iter()}
    assert drawn_parts & {"rect", "polyline", "path", "line"}
    assert "text" in drawn_parts


@pytest.fixture(scope="module")
def trained_figures(tmp_path_factory) -> Path:
    """The folder of figures of a run on a few tones, by the command line."""
    import numpy as np

    from audioclf_gui.audio.files import write_wav
    from audioclf_gui.cli.main import main

    folder = tmp_path_factory.mktemp("figures")
    time_s = np.arange(4000) / 8000
    for at in range(24):
        tone = 0.3 * np.sin(2 * np.pi * (400.0 + 50 * at + 1500 * (at % 2)) * time_s)
        path = folder / "sounds" / ("low", "high")[at % 2] / f"{at}.wav"
        path.parent.mkdir(parents=True, exist_ok=True)
        write_wav(path, tone.astype(np.float32), 8000)
    project = folder / "project"
    assert main(["new", str(project)]) == 0
    assert main(["import", str(project), str(folder / "sounds"), "--layout", "folders"]) == 0
    settings = ["epochs=4", "mels=16", "report_every=2", "architecture=r4_cnn", "dropout=none", "refit=false"]
    options = [part for pair in settings for part in ("--set", pair)]
    assert main(["train", str(project), "--device", "cpu", *options]) == 0
    log = [json.loads(line) for line in (project / "models" / "run-0001.log.jsonl").open(encoding="utf-8")]
    first = log[next(at for at, line in enumerate(log) if "epoch" in line)]["epoch"]
    named = {"train_loss", "train_accuracy", "valid_loss", "valid_accuracy", "learning_rate", "seconds"}
    assert named <= set(first)
    return project / "models" / "run-0001.figures"
