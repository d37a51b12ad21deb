"""Labels and channels that hold no sound: the window says so before training, and training the same."""

from pathlib import Path

import numpy as np
import pytest
import soundfile as sf
from PySide6.QtCore import Qt

from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.project import Project
from audioclf_gui.gui.train.checks_panel import FindingRow
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.import_labels import ImportLabels, import_labels
from audioclf_gui.jobs.writing import carry_out

LEFT = Qt.MouseButton.LeftButton
RATE_HZ = 8000
CASES = {
    "past": (
        "“ghost” cannot be learnt, its 6 labels hold nothing: 6 labels lie past the end of their recording",
        "ghost",
    ),
    "points": ("“click” cannot be learnt, its 6 labels hold nothing: 6 labels mark a moment only", "click"),
    "tiny": ("“tick” cannot be learnt, its 6 labels hold nothing: 6 labels are shorter than 50 ms", "tick"),
    "partly": ("6 labels go on after the end of their recording", ""),
    "overlap": ("24 labels share their time with one of another class (“cat” and “dog”)", ""),
}


def imported(folder: Path, audio: list[Candidate], labels: tuple[Path, ...] = ()) -> Path:
    with Project.create(folder) as project:
        carry_out(import_clips(ImportClips(tuple(audio)), project.view()), project)
        if labels:
            carry_out(import_labels(ImportLabels(labels), project.view()), project)
    return folder


def rows(workspace):
    return {row.words.text(): row for row in workspace.checks.findChildren(FindingRow)}


def counted(workspace):
    model = workspace.table.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


@pytest.fixture
def cases(shared_data):
    if not (shared_data / "cases").is_dir():
        pytest.skip("there is no folder shared/data/cases beside the checkout")
    return shared_data / "cases"


class TestLabels:
    """Six recordings whose labels are those of a case."""

    @pytest.fixture(params=CASES)
    def case(self, request):
        return request.param

    @pytest.fixture
    def project_folder(self, tmp_path, cases, case):
        folder = cases / "14-labels-that-hold-no-sound"
        audio = [Candidate(path) for path in sorted((folder / "audio").glob("*.wav"))]
        return imported(tmp_path / "project", audio, tuple(sorted((folder / case).glob("*.txt"))))

    def test_a_finding_says_so_with_its_cure_and_shows_its_clips(self, workspace, case, qtbot):
        message, _ = CASES[case]
        qtbot.waitUntil(lambda: message in rows(workspace))
        row = rows(workspace)[message]
        assert row.remedy.text().endswith(".")
        with qtbot.waitSignal(workspace.clips_shown) as chosen:
            qtbot.mouseClick(row.link, LEFT)
        assert chosen.args[0] == message
        assert len(chosen.args[1]) == 6

    def test_the_table_counts_what_can_be_learnt(self, workspace, case, qtbot):
        name = CASES[case][1]
        qtbot.waitUntil(lambda: bool(workspace.checks.findings))
        if name:
            assert counted(workspace) == [
                ["dog", "6", "6", "6"],
                ["cat", "6", "6", "6"],
                [name, "0", "0 / 6", "0"],
            ]
        elif case == "overlap":
            assert [row[1:3] for row in counted(workspace)] == [["6", "12"], ["6", "12"]]


class TestNothingLeft:
    """Recordings of which one class can be learnt only."""

    @pytest.fixture
    def project_folder(self, tmp_path):
        for number in range(3):
            noise = np.random.default_rng(number).normal(0.0, 0.1, 2 * RATE_HZ)
            sf.write(tmp_path / f"r{number}.wav", noise, RATE_HZ)
            (tmp_path / f"r{number}.txt").write_text("0.5\t1.0\tdog\n1.0\t1.0\tclick\n")
        audio = [Candidate(path) for path in sorted(tmp_path.glob("*.wav"))]
        return imported(tmp_path / "project", audio, tuple(sorted(tmp_path.glob("*.txt"))))

    def test_training_is_refused_with_the_reason_of_the_check(self, workspace, context, qtbot):
        reason = "“click” cannot be learnt, its 3 labels hold nothing: 3 labels mark a moment only"
        qtbot.waitUntil(lambda: reason in rows(workspace))
        qtbot.mouseClick(workspace.settings.train_button, LEFT)
        qtbot.waitUntil(lambda: reason in context.message_bar.text.text())
        assert not context.document.project.runs.all


class TestChannels:
    """Stereo whose channels cancel, or of which one is silent, and an offset."""

    @pytest.fixture(params=["inverted", "onechannel", "dc"])
    def case(self, request):
        return request.param

    @pytest.fixture
    def project_folder(self, tmp_path, cases, case):
        audio = sorted((cases / "12-channels" / case).rglob("*.wav"))
        return imported(tmp_path / "project", [Candidate(path, path.parent.name) for path in audio])

    def test_loud_sound_is_never_called_silent_or_clipped(self, workspace, case, qtbot):
        qtbot.waitUntil(lambda: "no clip is silent" in rows(workspace))
        told = " ".join(rows(workspace))
        assert "clipped" not in told
        assert ("in 16 clips the channels cancel each other" in told) == (case == "inverted")
        assert ("16 clips have a constant offset, up to 90 % of full scale" in told) == (case == "dc")
