"""The command `explain`."""

import argparse
from pathlib import Path

from audioclf_gui.cli.command import Commands, add_command
from audioclf_gui.cli.opening import run_job
from audioclf_gui.cli.output import DONE, print_json, print_rows, say
from audioclf_gui.jobs.explain import Explain
from audioclf_gui.jobs.explain import explain as explain_job

_MOST = 10  # patches that are listed


def add_commands(commands: Commands) -> None:
    """Add `explain`."""
    what = "tell what in a sound speaks for a class, and write what the model hears"
    parser = add_command(commands, "explain", explain, what)
    parser.add_argument("bundle", metavar="BUNDLE", type=Path)
    parser.add_argument("path", metavar="FILE", type=Path, help="a sound file")
    parser.add_argument(
        "--class", dest="class_name", metavar="CLASS", default="", help="default: the likeliest"
    )
    parser.add_argument("--sound", metavar="WAV", type=Path, help="write here what the model hears")


def explain(options: argparse.Namespace) -> int:
    """`audioclf explain`: the parts of the sound without which the odds of the class drop most."""
    request = Explain(options.bundle, options.path, options.class_name, options.sound)
    found = run_job(explain_job(request), None, "taking parts of the sound away", "%")
    if options.json:
        print_json(
            {
                "class": found.class_name,
                "score": found.score,
                "edges_s": found.edges_s.tolist(),
                "edges_hz": found.edges_hz.tolist(),
                "drops": found.drops.tolist(),
                "evidence": found.evidence.tolist(),
            }
        )
        return DONE
    say(f"{found.class_name} {found.score:.2f}, from {found.edges_s[0]:.2f} s to {found.edges_s[-1]:.2f} s")
    patches = sorted(
        (
            (float(evidence), band, column)
            for band, row in enumerate(found.evidence)
            for column, evidence in enumerate(row)
        ),
        reverse=True,
    )
    rows = [
        (
            round(float(found.edges_s[column]), 3),
            round(float(found.edges_s[column + 1]), 3),
            round(float(found.edges_hz[band])),
            round(float(found.edges_hz[band + 1])),
            round(evidence, 2),
            round(float(found.drops[band, column]), 3),
        )
        for evidence, band, column in patches[:_MOST]
    ]
    print_rows(rows, ("From s", "To s", "Low Hz", "High Hz", "Evidence", "Drop"))
    if options.sound is not None:
        say(f"written: {options.sound}")
    return DONE
