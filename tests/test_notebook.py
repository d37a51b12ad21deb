"""The notebook runs from its first cell to its last in a process of its own, and is kept without outputs."""

import json
import subprocess
import sys

import pytest

from audioclf_gui.core.resources import resources

pytest.importorskip("pandas")

NOTEBOOK = resources() / "examples" / "first_steps.ipynb"
CONTENT = json.loads(NOTEBOOK.read_text("utf-8"))

RUN_CELLS = """
import ast, json, sys
names = {"__name__": "__main__"}
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] != "code":
        continue
    body = ast.parse("".join(cell["source"])).body
    *steps, last = body
    shown = isinstance(last, ast.Expr)
    exec(compile(ast.Module(steps if shown else body, []), cell["id"], "exec"), names)
    if shown and (value := eval(compile(ast.Expression(last.value), cell["id"], "eval"), names)) is not None:
        as_page = getattr(value, "_repr_html_", None)
        as_page and as_page()
        print(value)
    print("=", cell["id"])
"""
"""What Jupyter does with a notebook's cells, without its servers: the last expression of each is shown."""


def test_it_is_kept_as_jupyter_4_has_it_and_without_outputs():
    assert (CONTENT["nbformat"], CONTENT["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in CONTENT["cells"]]
    assert len(set(ids)) == len(ids)
    for cell in CONTENT["cells"]:
        if cell["cell_type"] == "code":
            assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.slow
def test_it_runs_to_its_end(tmp_path, monkeypatch):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    command = [sys.executable, "-c", RUN_CELLS, str(NOTEBOOK)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    steps = [line.removeprefix("= ") for line in done.stdout.splitlines() if line.startswith("= ")]
    assert steps == [cell["id"] for cell in CONTENT["cells"] if cell["cell_type"] == "code"]
    assert "('bell', 'frog', 'rain')" in done.stdout
    (accuracy,) = (line.split()[1] for line in done.stdout.splitlines() if line.startswith("accuracy "))
    assert float(accuracy) > 0.5
    assert "<prediction of scene.flac, 180.00 s:" in done.stdout
    assert "'knocking'" in done.stdout
