"""Files worked on at a time come in their order, a few ahead of their turn, until nobody wants more."""

import threading
from concurrent.futures import CancelledError

import numpy as np
import pytest
import torch

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.ml import inference
from audioclf_gui.ml.inference import predict_files
from audioclf_gui.ml.side_by_side import side_by_side


def test_results_come_in_order_though_later_ones_are_there_first():
    later = threading.Event()

    def work(item, _ended):
        if item == 0:
            assert later.wait(20.0)
        if item == 1:
            later.set()
        return item * item

    assert list(side_by_side(work, range(20), workers=2)) == [item * item for item in range(20)]


def test_only_a_few_are_begun_before_their_turn():
    begun = []

    def work(item, _ended):
        begun.append(item)
        return item

    results = side_by_side(work, range(1000), workers=2)
    for taken in range(1, 6):
        next(results)
        assert len(begun) <= taken + 4
    results.close()


def test_what_one_raises_comes_at_its_turn():
    def work(item, _ended):
        if item == 2:
            raise KeyError(item)
        return item

    results = side_by_side(work, range(5), workers=3)
    assert [next(results), next(results)] == [0, 1]
    with pytest.raises(KeyError):
        next(results)


def test_whoever_leaves_early_ends_what_is_under_way():
    ends = []

    def work(item, ended):
        if item:
            assert ended.wait(20.0)
            ends.append(item)
            raise CancelledError
        return item

    results = side_by_side(work, range(100), workers=3)
    next(results)
    results.close()
    assert sorted(ends) == sorted(set(ends)) <= [1, 2, 3, 4]


def test_other_threads_compute_as_before():
    before = torch.get_num_threads()
    found = list(side_by_side(lambda _item, _ended: torch.get_num_threads(), range(64), workers=64))
    assert set(found) == {1}
    assert torch.get_num_threads() == before
    later = []
    thread = threading.Thread(target=lambda: later.append(torch.get_num_threads()))
    thread.start()
    thread.join()
    assert later == [before]


def test_nothing_is_made_of_nothing():
    assert list(side_by_side(lambda item, _ended: item, [])) == []


def test_answers_are_the_same_to_the_last_bit_however_many_are_heard_at_a_time(tiny_bundle, tmp_path):
    rng = np.random.default_rng(0)
    paths = [tmp_path / f"{at}.wav" for at in range(12)]
    for at, path in enumerate(paths):
        sound = 0.2 * rng.standard_normal(3000 * (at + 1))
        write_wav(path, sound.astype(np.float32), 8000)
    paths[5].write_bytes(b"RIFF")
    alone, together = (list(predict_files(tiny_bundle, paths, 0.1, workers=workers)) for workers in (1, 4))
    assert [one.path for one in together] == paths
    assert [isinstance(one, Quarantined) for one in together] == [at == 5 for at in range(12)]
    for one, other in zip(alone, together, strict=True):
        if not isinstance(one, Quarantined):
            scores = [np.stack([window.scores for window in found.windows]) for found in (one, other)]
            assert np.array_equal(*scores)


def test_a_long_file_is_left_in_its_middle(tiny_bundle, tmp_path, monkeypatch):
    """The second file, too large to be taken with the first, stands still until somebody leaves."""

    for name, seconds in (("0.wav", 1), ("1.wav", 300)):
        write_wav(tmp_path / name, np.full(8000 * seconds, 0.1, np.float32), 8000)
    real, blocks, ended = inference.read_blocks, [], threading.Event()

    def one_by_one(path):
        for block in real(path):
            if path.name == "1.wav":
                blocks.append(block)
                assert ended.wait(20.0)
            yield block

    monkeypatch.setattr(inference, "read_blocks", one_by_one)
    answers = predict_files(tiny_bundle, [tmp_path / "0.wav", tmp_path / "1.wav"], workers=2)
    assert next(answers).path.name == "0.wav"
    threading.Timer(0.2, ended.set).start()
    answers.close()
    assert len(blocks) <= 2


def test_short_files_are_worked_on_together_and_long_ones_alone(tmp_path):
    sizes = [10] * 11 + [5_000_000, 10, 3_000_000, 2_000_000, 10]
    paths = [tmp_path / f"{at:02}.wav" for at in range(len(sizes))]
    for path, size in zip(paths, sizes, strict=True):
        with path.open("wb") as file:
            file.truncate(size)
    paths.append(tmp_path / "none.wav")
    groups = inference.files_together(paths, inference._size)
    assert [path for group in groups for path in group] == paths
    assert [len(group) for group in groups] == [8, 3, 1, 2, 3]
