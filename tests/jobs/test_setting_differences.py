"""What was set otherwise from run to run is told in words, and nothing else."""

from audioclf_gui.core.run import Run, RunId
from audioclf_gui.jobs.setting_differences import differences_text, setting_differences
from audioclf_gui.ml.settings import settings_for


def run_with(number, report=None, **changes):
    settings = settings_for("fast", **changes).to_dict()
    return Run(RunId(number), "2026-01-01T00:00:00", "fast", settings, report=report or {})


def told(*runs):
    found = setting_differences(runs)
    return [(str(one.name), [str(value) for value in one.values]) for one in found]


def test_only_what_differs_is_told_in_the_order_of_the_settings():
    assert told(run_with(1, seed=1, epochs=3), run_with(2, epochs=3, seed=2, mels=32)) == [
        ("seed", ["1", "2"]),
        ("mels", ["64", "32"]),
    ]
    assert told(run_with(1), run_with(2)) == []


def test_folds_that_were_held_out_differ_too():
    folds = {"folds": [{}, {}, {}]}
    assert told(run_with(1), run_with(2, folds), run_with(3)) == [
        ("cross-validation", ["no", "3 folds", "no"])
    ]


def test_a_setting_that_an_older_version_did_not_have_is_as_it_was_by_itself():
    new = run_with(2)
    old = Run(
        RunId(1),
        "2025-01-01T00:00:00",
        "fast",
        {name: value for name, value in new.settings.items() if name != "folds"},
    )
    assert told(old, new) == []


def test_many_differences_are_counted_in_the_sentence():
    runs = run_with(3), run_with(1, seed=5, epochs=9, mels=32, masks=1, refit=False, mixup=0.0)
    text = str(differences_text(runs, setting_differences(runs)))
    assert text.startswith("Settings of runs 3, 1 that differ: seed 0 / 5; refit true / false; epochs ")
    assert text.endswith("; 2 more.")
    same = runs[0], runs[0]
    assert "with the same settings" in str(differences_text(same, setting_differences(same)))
