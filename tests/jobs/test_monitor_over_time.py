"""Real recordings: those of unheard speakers and sources raise no alarm over time, telephone copies do."""

import csv
import shutil
import threading

import numpy as np
import pytest

from audioclf_gui.audio.band_pass import band_pass
from audioclf_gui.audio.files import probe, read_mono, write_wav
from audioclf_gui.audio.resample import resample
from audioclf_gui.core.clip import Candidate
from audioclf_gui.core.project import Project
from audioclf_gui.jobs.import_clips import ImportClips, import_clips
from audioclf_gui.jobs.monitor_over_time import MonitorOverTime, monitor_over_time
from audioclf_gui.jobs.predict import Predict, predict
from audioclf_gui.jobs.train import Train, train
from audioclf_gui.jobs.writing import carry_out
from audioclf_gui.ml.settings import settings_for

from .conftest import collected

TELEPHONE_HZ = 8000


def through_a_telephone(path, copy):
    narrow = resample(read_mono(path, None, 0.0, 10.0), probe(path).rate_hz, TELEPHONE_HZ)[:, None]
    line = np.concatenate(list(band_pass([narrow], 300.0, 3400.0, TELEPHONE_HZ)))[:, 0]
    write_wav(copy, line, TELEPHONE_HZ)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("pack", "table", "group", "label", "every", "held"),
    [
        ("env-esc10", "esc10.csv", "src_file", "category", 2, 30),
        ("speech-gender-librispeech", "speech.csv", "speaker_id", "gender", 1, 12),
    ],
)
def test_telephone_copies_alarm_and_held_out_clean_clips_do_not(
    shared_data, tmp_path, pack, table, group, label, every, held
):
    folder = shared_data / pack
    if not (folder / table).exists():
        pytest.skip(f"there is no folder {pack} in shared/data")
    with (folder / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))[::every]
    names = sorted({row[group] for row in rows})
    new = {names[at] for at in np.random.default_rng(2).permutation(len(names))[:held]}
    known = [row for row in rows if row[group] not in new]
    clean, telephone = tmp_path / "clean", tmp_path / "telephone"
    for row in rows:
        if row[group] in new:
            path = folder / "audio" / row["filename"]
            clean.mkdir(exist_ok=True)
            shutil.copy(path, clean)
            through_a_telephone(path, telephone / f"{path.stem}.wav")
    with Project.create(tmp_path / "project") as project:
        wanted = tuple(
            Candidate(folder / "audio" / row["filename"], row[label], group=row[group]) for row in known
        )
        carry_out(import_clips(ImportClips(wanted), project.view()), project)
        settings = settings_for("forest", trees=30, device="cpu")
        request = Train(project.runs.next("forest", settings.to_dict()), settings)
        carry_out(train(request, project.view(), tmp_path / "cache", threading.Event()), project)
        (run,) = project.runs.with_model
        bundle = project.runs.bundle_path(run)
        collected(predict(Predict(bundle, (clean,))))
        collected(predict(Predict(bundle, (telephone,))))
        found = collected(monitor_over_time(MonitorOverTime(run, bundle, "session"), project.view())).result
    unheard, by_line = found.periods
    assert not unheard.is_alarming
    assert str(unheard.answer) == "Like the labelled sounds."
    assert by_line.is_alarming
    assert by_line.embedding.is_alarming
    assert "as by telephone" in str(by_line.answer)
    assert found.is_alarming
    assert str(found.answer).startswith("Alarm: what run 1 heard last")
