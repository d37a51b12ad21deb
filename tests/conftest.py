"""What any test may ask for."""

import ast
import contextlib
import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import HealthCheck, settings

from tests.azure_fixtures import certificate, service
from tests.sound_card import Plug, SoundCard
from tests.sound_server import SoundServer

__all__ = ["certificate", "service"]  # fixtures, for all

settings.register_profile(
    "search",  # for finding more, on demand: other cases in every run
    deadline=None,  # how long a case takes says nothing on a busy machine
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("suite", settings.get_profile("search"), derandomize=True, max_examples=50)
settings.load_profile("suite")

if "PYTEST_XDIST_WORKER" in os.environ:  # there is one for each core, and numpy and torch are not there yet
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(scope="session")
def modules() -> dict[str, ast.Module]:
    """The program, parsed: each module by its path below the package."""
    package = Path(__file__).resolve().parent.parent / "audioclf_gui"
    return {
        path.relative_to(package).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(package.rglob("*.py"))
    }


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let long tests begin first, so that no process is left with one when the others have nothing to do."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def benchmarks() -> Callable[[str], ModuleType]:
    """Loads a benchmark by its name, for the suite to run with fewer inputs than it is meant for."""

    def load(name: str) -> ModuleType:
        file = Path(__file__).resolve().parent / "benchmarks" / f"{name}.py"
        specification = importlib.util.spec_from_file_location(name, file)
        assert specification is not None
        assert specification.loader is not None
        module = importlib.util.module_from_spec(specification)
        sys.modules[specification.name] = module
        specification.loader.exec_module(module)
        return module

    return load


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real recordings; not part of the repository, so it may be absent."""
    for folder in Path(__file__).resolve().parents:
        if (folder / "shared" / "data").is_dir():
            return folder / "shared" / "data"
    pytest.skip("there is no folder shared/data beside the checkout")


@pytest.fixture(autouse=True, scope="session")
def _heeded_interrupts() -> None:
    """Signals mean something to the tests and their processes, also in the background and under nohup."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.platform != "win32":
        signal.signal(signal.SIGHUP, signal.SIG_DFL)


@pytest.fixture(scope="session")
def _homes(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder apart: pytest numbers the folders beside each other by looking at all of them."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def _own_folders(_homes: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees or leaves caches, settings or documents of the person who runs it."""
    home = Path(tempfile.mkdtemp(dir=_homes))
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_DOCUMENTS_DIR"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _silence() -> Iterator[None]:
    """No test leaves a sound device open, on which PortAudio would go on calling into the next test."""
    yield
    devices = sys.modules.get("audioclf_gui.audio.devices")
    if devices is None:
        return
    for _attempt in range(200):
        if not devices._open_streams:
            return
        threading.Event().wait(0.05)
    left, devices._open_streams = devices._open_streams, set()
    raise AssertionError(f"it left open: {left}")


@pytest.fixture(scope="session")
def costs_at_most_the_edit_in_flight() -> Callable[[Sequence[object]], bool]:
    """Whether what is said after a sudden death is nothing, or that the last write broke off midway.

    Which of them it is depends on whether death came while a piece was being written or between two.
    """

    def holds(notes: Sequence[object]) -> bool:
        if not notes:
            return True
        broken_off, missing = map(str, notes)
        return (
            broken_off.startswith("The end of ")
            and missing == "At least 1 of the last changes is missing: it was not written in full."
        )

    return holds


@dataclass(frozen=True)
class SmallDisk:
    """A disk of its own that is soon full."""

    folder: Path

    def fill(self, room: int = 0) -> None:
        """Leave no room on it, or for so many bytes, to the next 4096."""
        with contextlib.suppress(OSError), (self.folder / "filler").open("ab", buffering=0) as filler:
            for size in (2**16, 1):
                with contextlib.suppress(OSError):
                    while filler.write(bytes(size)):
                        pass
        if room:
            os.truncate(self.folder / "filler", (self.folder / "filler").stat().st_size - room)

    def free(self) -> None:
        """Have room on it again."""
        (self.folder / "filler").unlink()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A disk of 8 MiB, in memory."""
    folder = tmp_path / "small disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", folder]
    if sys.platform != "linux" or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@dataclass(frozen=True)
class VirtualSound:
    """A sound server of our own: a loudspeaker nobody hears, a microphone that hears what we play into it."""

    environment: dict[str, str]
    server: SoundServer

    def speak(self, wav: Path) -> subprocess.Popen[bytes]:
        """Start playing a file into the microphone."""
        return subprocess.Popen(["paplay", "--device=mic", wav], env=self.environment)

    def tap_loudspeaker(self, raw: Path) -> subprocess.Popen[bytes]:
        """Start writing what the loudspeaker plays: 16-bit stereo at 44.1 kHz without a header."""
        command = ["parec", "--device=speaker.monitor", "--format=s16le", "--rate=44100", "--channels=2"]
        with raw.open("wb") as file:
            return subprocess.Popen([*command, "--latency-msec=20"], env=self.environment, stdout=file)


@pytest.fixture
def plugged(monkeypatch: pytest.MonkeyPatch) -> Callable[..., SoundCard]:
    """Puts a sound card with these devices into the computer."""
    from audioclf_gui.audio import devices

    def put(*plugs: Plug) -> SoundCard:
        card = SoundCard(*plugs)
        monkeypatch.setitem(sys.modules, "sounddevice", card)
        monkeypatch.setattr(devices, "_open_streams", set())  # streams of other tests may be alive still
        monkeypatch.setenv("PATH", "")  # no sound server that could be asked either
        return card

    return put


@pytest.fixture(scope="session")
def virtual_sound(tmp_path_factory: pytest.TempPathFactory) -> Iterator[VirtualSound]:
    """Lets PortAudio find a private PulseAudio server with two null sinks, here and in child processes."""
    if missing := [name for name in ("pulseaudio", "pactl", "paplay", "parec") if not shutil.which(name)]:
        pytest.skip(f"no virtual microphone without {', '.join(missing)}")
    server = SoundServer(tmp_path_factory.mktemp("pulse"))
    server.start()
    try:
        with pytest.MonkeyPatch.context() as patch:
            for name, value in server.visible.items():
                patch.setenv(name, value)
            _reread_devices()
            yield VirtualSound(dict(os.environ), server)
        _reread_devices()
    finally:
        server.stop()


def _reread_devices() -> None:
    pytest.importorskip("sounddevice", exc_type=OSError)
    from audioclf_gui.audio.devices import rescan

    rescan()  # which a stream that another test left open would forbid, as it would crash


@pytest.fixture(scope="session")
def save_tiny() -> Callable[..., Path]:
    """Save a model of three classes that listens to 0.5 s at 8 kHz; keywords change the card."""
    import numpy as np
    import torch

    from audioclf_gui.ml.bundle import save_bundle
    from audioclf_gui.ml.features import mel_settings
    from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
    from audioclf_gui.ml.model_card import ModelCard
    from audioclf_gui.ml.models import build
    from audioclf_gui.ml.objectives.single_label import SingleLabel

    options = {"widths": [4, 8]}
    judged = [{"clip_id": 3, "true": "dog", "predicted": "cat", "scores": [0.2, 0.7, 0.1]}]

    def save(
        folder: Path,
        seed: int = 1,
        model: object = None,
        predictions: Sequence[Mapping[str, object]] = judged,
        heard: object = None,
        **changes: object,
    ) -> Path:
        if model is None:
            with torch.random.fork_rng(devices=[]):
                torch.manual_seed(seed)
                model = build("r4_cnn", 3, (16, 26), options)
        values = {
            "objective": SingleLabel(changes.pop("classes", ("dog", "cat", "owl"))),
            "architecture": "r4_cnn",
            "options": options,
            "front_end": LogMelPictures(0.5, "repeat", mel_settings(8000, mels=16)),
            "mean": tuple(np.linspace(-60.0, -50.0, 16).tolist()),
            "deviation": (12.0,) * 16,
            "temperature": 0.8,
            "thresholds": (0.4, 0.5, 0.6),
            "record": {"seed": seed, "accuracy": 0.75},
        }
        save_bundle(folder, ModelCard(**(values | changes)), model, predictions, heard)
        return folder

    return save


@pytest.fixture(scope="session")
def heard_scenes() -> Callable[..., object]:
    """What a model of three classes said of held-out sounds: the surer, the likelier right; and of noise."""
    import numpy as np

    from audioclf_gui.ml.heard_scenes import HeardScenes

    def make(windows: int = 400, noise_windows: int = 100, loudness: float = 2.5) -> HeardScenes:
        rng = np.random.default_rng(11)
        wanted = rng.integers(-1, 3, windows)[:, np.newaxis] == np.arange(3)
        logits = (rng.normal(0.0, 1.0, wanted.shape) + loudness * wanted).astype(np.float32)
        noise = rng.normal(0.0, 0.3, (noise_windows, 3)).astype(np.float32)
        return HeardScenes(logits, wanted, np.zeros_like(wanted), noise, windows // 4)

    return make


@pytest.fixture(scope="session")
def says(save_tiny: Callable[..., Path]) -> Callable[..., Path]:
    """Save a model that gives every sound the same logits; keywords change the card."""
    import torch

    from audioclf_gui.ml.models import build

    def save(folder: Path, logits: Sequence[float], **changes: object) -> Path:
        model = build("r4_cnn", len(logits), (16, 26), {"widths": [4, 8]})
        last = next(layer for layer in model.modules() if isinstance(layer, torch.nn.Linear))
        with torch.no_grad():
            last.weight.zero_()
            last.bias.copy_(torch.tensor(logits))
        return save_tiny(folder, model=model, temperature=1.0, **changes)

    return save
