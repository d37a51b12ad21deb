"""The live engine for hours, as far as a test can wait: ten minutes of sound."""

import pytest


@pytest.mark.slow
def test_ten_minutes_lose_nothing_grow_by_nothing_and_tell_the_events_of_the_file(
    benchmarks, save_tiny, tmp_path
):
    bench = benchmarks("bench_soak")
    bundle = save_tiny(tmp_path / "model", seed=3, temperature=0.1)  # changes its mind often
    bench.write_scene(tmp_path / "scene.wav", 600.0)
    soaked = bench.soak(bundle, tmp_path / "scene.wav")
    windows, events = bench.predicted(bundle, tmp_path / "scene.wav")
    assert soaked.seconds == pytest.approx(600.0)
    assert (soaked.windows, soaked.gaps) == (windows, 0)
    assert len(events) > 20
    assert bench.difference_s(soaked.events, events) < 1e-6
    assert soaked.growth_mb < 20.0
