"""The examples beside an exported model do what they promise."""

import re
import shutil
import subprocess
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import numpy as np
import pytest

from audioclf_gui.audio.files import write_wav
from audioclf_gui.core.generators import result_of
from audioclf_gui.core.resources import resources
from audioclf_gui.jobs.export_model import ExportModel, export_model
from audioclf_gui.ml.bundle import load_bundle
from audioclf_gui.ml.inference import predict_file
from tests.browser import Browser, chromium

EXAMPLES = resources() / "examples"
RUNTIME = ("ort.wasm.min.mjs", "ort-wasm-simd-threaded.mjs", "ort-wasm-simd-threaded.wasm")
SOUNDS_S = {"long": 1.3, "short": 0.2}  # beside a window of 0.5 s


@pytest.fixture(scope="module")
def folder(save_tiny, tmp_path_factory) -> Path:
    """A model, the file it was exported to, and two sounds at its rate."""
    folder = tmp_path_factory.mktemp("examples")
    model = save_tiny(folder / "model", classes=("dog & <i>wolf</i>", "čejka", "owl"))
    result_of(export_model(ExportModel(model, "onnx", folder / "tiny.onnx", int8=True, card=False)))
    rng = np.random.default_rng(2)
    for name, seconds in SOUNDS_S.items():
        samples = 0.2 * rng.standard_normal(round(seconds * 8000))
        write_wav(folder / f"{name}.wav", samples.astype(np.float32), 8000)
    return folder


def expected(folder: Path, name: str) -> dict[str, float]:
    """What the program itself says; of weights of eight bits it may be a little off."""
    answer = predict_file(load_bundle(folder / "model"), folder / f"{name}.wav")
    return dict(zip(answer.classes, answer.scores.tolist(), strict=True))


@pytest.mark.parametrize("name", SOUNDS_S)
def test_thirty_lines_of_python_say_what_the_program_says(folder, name):
    command = [sys.executable, EXAMPLES / "classify_file.py", folder / "tiny.onnx", folder / f"{name}.wav"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True, cwd=folder)
    lines = (line.split("  ", maxsplit=1) for line in done.stdout.splitlines())
    assert {label: float(score) for score, label in lines} == pytest.approx(expected(folder, name), abs=0.01)


def test_the_python_example_refuses_a_file_that_was_changed(folder, tmp_path):
    content = (folder / "tiny.onnx").read_bytes()
    (tmp_path / "tiny.onnx").write_bytes(content.replace(b"not stated", b"CC0 stated"))
    command = [sys.executable, EXAMPLES / "classify_file.py", tmp_path / "tiny.onnx", folder / "long.wav"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "was changed since it was exported" in done.stderr


def test_the_python_example_names_the_rate_that_a_sound_must_have(folder):
    write_wav(folder / "fast.wav", np.zeros(16000, np.float32), 16000)
    command = [sys.executable, EXAMPLES / "classify_file.py", folder / "tiny.onnx", folder / "fast.wav"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "convert it to 8000 Hz" in done.stderr


def test_the_page_loads_nothing_from_elsewhere_and_the_readme_names_the_files_it_needs():
    page = (EXAMPLES / "web" / "index.html").read_text("utf-8")
    script = (EXAMPLES / "web" / "classify.mjs").read_text("utf-8")
    assert not re.search(r"https?:|//[a-z]", page + re.sub(r"^// .*", "", script, flags=re.M))
    for name in RUNTIME:
        assert name in (EXAMPLES / "README.md").read_text("utf-8")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_arguments: object) -> None:
        """Nobody reads it."""


@contextmanager
def served(folder: Path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def page(tmp_path):
    """The page in a browser, with the files of onnxruntime-web beside it as the README says."""
    program = chromium()
    runtime = Path(sys.prefix) / "share" / "onnxruntime-web"
    if program is None or not all((runtime / name).is_file() for name in RUNTIME):
        pytest.skip("there is no Chromium here, or no onnxruntime-web: bootstrap.py test installs both")
    shutil.copytree(EXAMPLES / "web", tmp_path / "web")
    for name in RUNTIME:
        shutil.copy(runtime / name, tmp_path / "web")
    browser = Browser(program, tmp_path / "profile")
    with served(tmp_path / "web") as address:
        try:
            browser.ask("Page.navigate", url=f"{address}/index.html")
            yield browser
        finally:
            browser.close()


_UNTIL_HEARD = """new Promise((resolve) => {
    const look = () => {
        const problem = document.getElementById("problem")?.textContent;
        const state = document.getElementById("state")?.textContent ?? "";
        const heard = state.startsWith("Heard") && state.includes(" %d ");
        if (problem || heard) resolve(problem || "");
        else setTimeout(look, 50);
    };
    look();
})"""
_UNTIL_READY = """new Promise((resolve) => {
    const look = () =>
        document.readyState === "complete" && document.getElementById("sound")
            ? resolve(document.readyState)
            : setTimeout(look, 50);
    look();
})"""
_SCORES = "[...document.querySelectorAll('tr')].map((row) => [...row.cells].map((cell) => cell.textContent))"


def test_a_real_browser_says_what_the_program_says(page, folder):
    assert page.value(_UNTIL_READY) == "complete"
    page.choose_file("#model", folder / "tiny.onnx")
    for name, windows in (("long", 5), ("short", 1)):
        page.choose_file("#sound", folder / f"{name}.wav")
        assert page.value(_UNTIL_HEARD % windows) == ""
        told = {label: float(score) for label, score, *_ in page.value(_SCORES)}
        assert told == pytest.approx(expected(folder, name), abs=0.01)
