import numpy as np

from audioclf_gui.audio.files import write_wav
from audioclf_gui.audio.lengths import typical_duration_s


def silence(folder, *seconds):
    files = []
    for number, length_s in enumerate(seconds):
        files.append(folder / f"{number}.wav")
        write_wav(files[-1], np.zeros(int(100 * length_s), np.float32), 100)
    return files


def test_each_folder_counts_once_however_many_files_it_has(tmp_path):
    files = [
        *silence(tmp_path / "a", *[1.0] * 9),
        *silence(tmp_path / "b", 40.0, 60.0, 50.0),
        *silence(tmp_path / "c", 90.0),
    ]
    assert typical_duration_s(files) == 50.0


def test_what_cannot_be_read_counts_for_nothing(tmp_path):
    (tmp_path / "bad.wav").write_text("no sound")
    assert typical_duration_s([tmp_path / "bad.wav", tmp_path / "gone.wav"]) == 0.0
    assert typical_duration_s([]) == 0.0
    assert typical_duration_s([tmp_path / "bad.wav", *silence(tmp_path / "a", 2.0)]) == 2.0


def test_of_many_folders_and_files_some_are_opened(tmp_path):
    files = [file for number in range(45) for file in silence(tmp_path / f"{number:02}", *[number + 1.0] * 5)]
    assert 15.0 <= typical_duration_s(files) <= 30.0
