"""The shape of the program: who may import whom, and how big things may grow."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "audioclf_gui").rglob("*.py"))


@pytest.mark.parametrize(
    ("module", "absent"),
    [
        ("audioclf_gui.cli.main", ("torch", "PySide6", "pyqtgraph")),
        ("audioclf_gui", ("numpy", "torch", "PySide6", "audioclf_gui.api")),
        ("audioclf_gui.api", ("torch", "PySide6", "pyqtgraph")),
        ("audioclf_gui.core.project", ("torch", "PySide6", "soundfile")),
        ("audioclf_gui.ml.settings", ("torch", "PySide6")),
        ("audioclf_gui.ml.dataset", ("torch", "PySide6")),
        ("audioclf_gui.ml.runs", ("PySide6",)),
        ("audioclf_gui.gui.main_window", ("torch", "pyqtgraph", "audioclf_gui.formats", "ssl", "soundfile")),
    ],
)
def test_importing_a_room_does_not_drag_in_what_it_must_not(module, absent):
    look = f"import sys, {module}; print([name for name in {absent!r} if name in sys.modules])"
    answer = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert answer.stdout.strip() == "[]"


def test_nothing_outside_the_models_loads_torch():
    """Half a gigabyte and seconds, which jobs load when they begin and nobody before."""
    rooms = ("core", "audio", "formats", "jobs", "cli", "gui", "api")
    names = [
        ".".join(module.relative_to(ROOT).with_suffix("").parts)
        for module in MODULES
        if module.relative_to(ROOT / "audioclf_gui").parts[0] in rooms
    ]
    look = (
        f"import sys, importlib; [importlib.import_module(name) for name in {names!r}]; print(*sys.modules)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT
    )
    heavy = {"torch", "torchaudio", "scipy", "sklearn", "onnxruntime", "pyqtgraph", "ray", "pyarrow"}
    assert not heavy & set(answer.stdout.split())


WITHOUT_QT = (
    "label.label_index",
    "label.pictures",
    "live.event_log",
    "live.heard_now",
    "live.listening",
    "live.options",
    "live.session",
    "review.queue",
    "review.session",
    "text",
    "workspaces",
)
"""What the window decides, reads or works out without Qt; gui as a whole is where Qt is at home."""


@pytest.mark.parametrize("name", WITHOUT_QT)
def test_what_is_decided_without_qt_lives_without_qt(name):
    look = f"import sys, audioclf_gui.gui.{name}; print('PySide6' in sys.modules)"
    answer = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert answer.stdout.strip() == "False"


BREACHES = {
    "core imports audio": ("core/clip.py", "from audioclf_gui.audio import files"),
    "audio imports its sibling formats": ("audio/levels.py", "from audioclf_gui.formats import registry"),
    "ml imports cli": ("ml/metrics.py", "from audioclf_gui.cli import output"),
    "cli imports gui": ("cli/output.py", "from audioclf_gui.gui import document"),
    "cli imports Qt": ("cli/output.py", "import PySide6.QtCore"),
    "ml imports Qt": ("ml/metrics.py", "import PySide6.QtCore"),
    "gui imports torch": ("gui/worker.py", "import torch"),
    "audio imports torch": ("audio/levels.py", "import torch"),
    "gui imports a sound library": ("gui/worker.py", "import sounddevice"),
    "ml imports a sound library": ("ml/metrics.py", "import soundfile"),
    "ml imports jobs": ("ml/metrics.py", "from audioclf_gui.jobs import writing"),
    "jobs imports cli": ("jobs/writing.py", "from audioclf_gui.cli import output"),
    "jobs imports Qt": ("jobs/writing.py", "import PySide6.QtCore"),
    "jobs imports torch": ("jobs/writing.py", "import torch"),
    "core imports a library": ("core/clip.py", "import platformdirs"),
    "cli trains by itself": ("cli/output.py", "from audioclf_gui.ml import runs"),
    "cli reads label files by itself": ("cli/output.py", "from audioclf_gui.formats import exchange"),
    "gui takes sounds in by itself": ("gui/worker.py", "from audioclf_gui.audio.ingest import ingest"),
    "gui measures by itself": ("gui/worker.py", "from audioclf_gui.ml.evaluation import evaluate"),
    "gui takes snapshots by itself": ("gui/worker.py", "from audioclf_gui.core.store import recovery"),
    "gui places labels by itself": ("gui/worker.py", "from audioclf_gui.core import label_files"),
    "gui finds clips by itself": ("gui/worker.py", "from audioclf_gui.core import clip_finder"),
    "api imports cli": ("api/projects.py", "from audioclf_gui.cli import output"),
    "gui imports api": ("gui/document.py", "from audioclf_gui.api import projects"),
    "jobs imports api": ("jobs/writing.py", "from audioclf_gui.api import projects"),
    "api imports Qt": ("api/projects.py", "import PySide6.QtCore"),
    "api imports torch": ("api/models.py", "import torch"),
    "api imports a sound library": ("api/models.py", "import soundfile"),
    "api trains by itself": ("api/learning.py", "from audioclf_gui.ml import runs"),
    "cli places labels by itself": ("cli/output.py", "from audioclf_gui.formats import placing"),
}


@pytest.fixture(scope="module")
def clean_copy(tmp_path_factory):
    """A copy of the package that holds every contract."""
    folder = tmp_path_factory.mktemp("copy")
    package = folder / "audioclf_gui"
    for module in MODULES:
        copy = package / module.relative_to(ROOT / "audioclf_gui")
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(module.read_bytes())
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    assert _contracts_hold(folder), "the tree itself must be clean"
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("breach", BREACHES)
def test_every_contract_bites_when_it_is_broken(breach, clean_copy):
    file, line = BREACHES[breach]
    victim = clean_copy / "audioclf_gui" / file
    content = victim.read_text("utf-8")
    victim.write_text(f"{content}\n{line}\n", "utf-8")
    try:
        assert not _contracts_hold(clean_copy)
    finally:
        victim.write_text(content, "utf-8")


def _contracts_hold(folder: Path) -> bool:
    look = "import sys; sys.path.insert(0, ''); import importlinter.cli as c; sys.exit(c.lint_imports())"
    command = [sys.executable, "-c", look]
    return subprocess.run(command, check=False, capture_output=True, cwd=folder).returncode == 0


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_stay_short_enough_to_be_read(module):
    assert len(module.read_text("utf-8").splitlines()) <= 400


def test_only_the_worker_and_the_players_feeder_start_threads(modules):
    starters = {
        place
        for place, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute | ast.Name)
        and (node.attr if isinstance(node, ast.Attribute) else node.id) in {"QThread", "Thread"}
    }
    assert starters <= {"gui/worker.py", "audio/play_feed.py", "gui/engine_import.py"}


def test_no_task_tells_a_signal_whose_owner_may_be_gone(modules):
    """Of a method it is known whether its widget still exists, of a signal's emit it is not."""
    told = {
        f"{place}: {ast.unparse(node)}"
        for place, tree in modules.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword)
        and node.arg in {"on_event", "on_done", "on_failed", "on_ended"}
        and any(isinstance(one, ast.Attribute) and one.attr == "emit" for one in ast.walk(node.value))
    }
    assert told == set()


_OWNERS = {"Project", "Catalogue", "Database", "opening", "creating", "open_database"}
_OWN_A_PROJECT = {
    "jobs/writing.py",  # run by whoever owns the project
    "jobs/demo.py",  # makes one, and closes it before anybody else sees it
    "jobs/make_mixtures.py",  # the same
    "jobs/open_files.py",  # hands one over that it has opened, as `core.project.opening` does
    "jobs/pack_project.py",  # tells a copy where its recordings are
    "remote/azure/in_cloud.py",  # opens the copy that was sent to its computer, and nobody else sees it
}


def test_what_workers_run_knows_projects_as_views_only(modules):
    """A view may cross threads; what cannot be named in these rooms cannot be changed from them."""
    knowing = set()
    for place, tree in modules.items():
        if place.partition("/")[0] not in {"jobs", "ml", "audio", "formats", "remote"}:
            continue
        for node in ast.walk(tree):
            names = (
                {alias.name for alias in node.names} if isinstance(node, ast.Import | ast.ImportFrom) else ()
            )
            if isinstance(node, ast.ImportFrom) and str(node.module).startswith("audioclf_gui.core"):
                is_owner = bool(_OWNERS & set(names))
            else:
                is_owner = any(name.startswith("audioclf_gui.core") for name in names)
            if is_owner:
                knowing.add(place)
    assert knowing <= _OWN_A_PROJECT


def test_nothing_is_unpickled_and_no_thread_is_killed(modules):
    banned = {"pickle", "cPickle", "dill", "joblib", "processEvents", "terminate"}
    for place, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import | ast.ImportFrom):
                names = {alias.name.partition(".")[0] for alias in node.names}
                module = getattr(node, "module", None) or ""
                assert not (names | {module.partition(".")[0]}) & banned, place
            if isinstance(node, ast.Attribute):
                assert node.attr not in banned, place


def test_a_class_has_its_name_for_itself(modules):
    homes: dict[str, list[str]] = {}
    for place, tree in modules.items():
        for node in tree.body:
            if isinstance(node, ast.ClassDef):
                homes.setdefault(node.name, []).append(place)
    assert not {name: places for name, places in homes.items() if len(places) > 1}
