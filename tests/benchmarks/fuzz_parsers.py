"""Every parser of files from elsewhere under a fuzzer that is led by which branches an input reaches.

A parser may refuse what it is given with a UserError. Any other exception is a finding, and so are more than
5 seconds and more than 1 GiB. It needs atheris (`pip install atheris`), which the program itself does not:

    python tests/benchmarks/fuzz_parsers.py SECONDS [TARGET...]

Each target gets so many seconds, in a process of its own, and other inputs each time. What was found is
printed with its bytes, and it ends with status 1 then.
"""

import base64
import contextlib
import io
import json
import re
import shutil
import struct
import subprocess
import sys
import tarfile
import tempfile
import time
import traceback
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import atheris

with atheris.instrument_imports(include=["audioclf_gui"]):
    from audioclf_gui.core.clip import Candidate
    from audioclf_gui.core.errors import UserError
    from audioclf_gui.core.generators import result_of
    from audioclf_gui.core.heard import read_records
    from audioclf_gui.core.project import Project
    from audioclf_gui.core.suggested import read_suggested
    from audioclf_gui.formats.archives import damaged, files_of, let_out, look_into
    from audioclf_gui.formats.class_list import read_class_list
    from audioclf_gui.formats.datasets import Columns, read_class_names, read_header, table
    from audioclf_gui.formats.datasets.layouts import LAYOUTS
    from audioclf_gui.formats.registry import FORMATS, LabelFormat
    from audioclf_gui.formats.shards.example import candidate_of
    from audioclf_gui.formats.shards.folder import examples_of, shard_files
    from audioclf_gui.formats.shards.tfrecord import framed
    from audioclf_gui.jobs.import_clips import ImportClips, import_clips
    from audioclf_gui.jobs.pack_project import PackProject, pack_project
    from audioclf_gui.jobs.unpack_project import UnpackProject, unpack_project
    from audioclf_gui.jobs.writing import carry_out

from tests.benchmarks.bench_mutated_labels import REGIONS, samples

SLOW_S = 5.0
MOST_BYTES = 2**30  # of memory that an input may take
LONGEST_INPUT = 16_384

Parse = Callable[[bytes, Path], object]
"""Reads some bytes; in the folder, which is in memory, files may be made."""


@dataclass(frozen=True)
class Target:
    """A parser, and inputs to begin with."""

    parse: Parse
    seeds: Callable[[Path], Iterable[bytes]]  # the folder is empty


def _labels(known: LabelFormat, content: bytes, _place: Path) -> None:
    source = Path("night 3" + (known.suffixes[0] if known.suffixes else ".txt"))
    known.recognises(content, source)
    known.write(known.read(content, source).regions, content)


def _of_labels(known: LabelFormat, _place: Path) -> list[bytes]:
    folders = (parent / "shared/data/annotation-formats" for parent in Path(__file__).resolve().parents)
    return samples(known, next((one for one in folders if one.is_dir()), None))


def _file(name: str, read: Callable[[Path], object]) -> Parse:
    """A parser of files, which find their bytes under this name."""

    def parse(content: bytes, place: Path) -> None:
        (place / name).write_bytes(content)
        read(place / name)

    return parse


def _table(file: Path) -> None:
    read_header(file)
    table(file, Columns(path="file", label="class", group="group", fold="fold"), (file.parent,))


_TABLES = (
    b"file,class,group,fold\na.wav,dog,g1,1\nb.wav,owl;wren,g2,2\n",
    'sep=;\n# told\nfile;class;target\n"a b.wav";"d\xf6g";1,5\n'.encode("utf-16"),
    b'file\tclass\tx\n"a\n.wav"\t="007"\t3\n\na.wav\t\t\n',
)
_CLASSES = (b"name,colour\ndog,#ff0000\nowl,#00ff00\n", b"/m/0bt9lr,Dog\n/m/09d5_,Owl\n", b"0 dog\n1 owl\n")


def _layouts(content: bytes, place: Path) -> None:
    """Bytes as every table and description that a data set may have beside its sounds."""
    names = (
        "meta/esc50.csv",
        "validated.tsv",
        "SPEAKERS.TXT",
        "a.json",
        "metadata.csv",
        "FSD50K.ground_truth/dev.csv",
    )
    sounds = [place / "audio" / f"{name}.wav" for name in ("1-1-A-0", "a", "20260501_043000")]
    for one in (*(place / name for name in names), *(sound.with_suffix(".json") for sound in sounds)):
        one.parent.mkdir(parents=True, exist_ok=True)
        one.write_bytes(content)
    for one in sounds:
        one.write_bytes(content)
    for layout in LAYOUTS.values():
        layout.shows(place, sounds)
        layout.fits(place, sounds)
        with contextlib.suppress(UserError):
            layout.read(place, sounds)


_TOLD = json.dumps(
    {
        "classes": ["dog"],
        "group": "g",
        "fold": "1",
        "target": 2.5,
        "labels": [{"start_s": 0.5, "end_s": 1.0, "label": "owl", "low_hz": 100.0, "high_hz": 900.0}],
    }
).encode()


def _shards(name: str, whole: Callable[[bytes], bytes], content: bytes, place: Path) -> None:
    """A shard as it is, and with its sums put right, so that what is behind these is reached."""
    (place / name).write_bytes(whole(content) if content[-1:] > b"\x7f" else content)
    for example in examples_of(shard_files(place / name)):
        with contextlib.suppress(ValueError):  # which its callers take for a sound of which nothing is said
            candidate_of(Path("a.wav"), example.facts)


def _of_tars(_place: Path) -> Iterable[bytes]:
    for form in (tarfile.USTAR_FORMAT, tarfile.PAX_FORMAT, tarfile.GNU_FORMAT):
        with io.BytesIO() as file:
            with tarfile.open(fileobj=file, mode="w", format=form) as archive:
                for name, content in (
                    ("a.wav", b"RIFF"),
                    ("a.json", _TOLD),
                    ("b/" + "\xe4" * 40 + ".flac", b"f"),
                ):
                    entry = tarfile.TarInfo(name)
                    entry.size = len(content)
                    archive.addfile(entry, io.BytesIO(content))
                link = tarfile.TarInfo("c.wav")
                link.type, link.linkname = tarfile.LNKTYPE, "a.wav"
                archive.addfile(link)
            yield file.getvalue()
            yield file.getvalue() + b"\xff"


def summed(content: bytes) -> bytes:
    """A tar archive whose header sums are right, as far as it is one."""
    blocks, at = bytearray(content), 0
    while at + 512 <= len(blocks) and any(blocks[at : at + 512]):
        blocks[at + 148 : at + 156] = b" " * 8
        blocks[at + 148 : at + 156] = b"%06o\0 " % sum(blocks[at : at + 512])
        try:
            size = int(bytes(blocks[at + 124 : at + 136]).rstrip(b" \0") or b"0", 8)
        except ValueError:
            break
        at += 512 + -(-size // 512) * 512 if size >= 0 else 512
    return bytes(blocks)


def _of_records(_place: Path) -> Iterable[bytes]:
    from audioclf_gui.formats.shards.example import ShardExample
    from audioclf_gui.formats.shards.tf_example import encoded
    from audioclf_gui.formats.shards.tf_shard import tf_bytes

    ours = tf_bytes(ShardExample("a", "wav", b"RIFF", _TOLD), {"class": ["dog"]}, 8000)
    floats = framed(encoded({"samples": [0.5, -0.5], "sample_rate": [8000], "label": [b"dog"]}))
    for one in (ours, floats, ours + floats):
        yield one
        yield one + b"\xff"


def checked(content: bytes) -> bytes:
    """TFRecords whose checksums are right, as far as they are any."""
    found, at = [], 0
    while at + 16 <= len(content):
        length = min(struct.unpack_from("<Q", content, at)[0], len(content) - at - 16)
        found.append(framed(content[at + 12 : at + 12 + length]))
        at += 16 + length
    return b"".join(found) + content[at:]


def _archive(name: str, content: bytes, place: Path) -> None:
    if name.endswith(".tar") and content[-1:] > b"\x7f":
        content = summed(content)
    (place / name).write_bytes(content)
    contents = result_of(look_into(place / name))
    with files_of(contents) as streams:
        result_of(let_out(contents.archive, contents.files, streams, place / "out", damaged))
    inside = place / "out"
    assert not any(path.is_symlink() for path in place.rglob("*")), "a link was let out"
    assert {path.name for path in place.iterdir()} <= {name, inside.name}, "something lies beside the folder"


def _of_zips(_place: Path) -> Iterable[bytes]:
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
        with io.BytesIO() as file:
            with zipfile.ZipFile(file, "w", method) as archive:
                for name in ("a.wav", "d/b.json", "d/\xe4.flac"):
                    archive.writestr(name, _TOLD)
            yield file.getvalue()


def _packed(mode: str, place: Path) -> Iterable[bytes]:
    for content in _of_tars(place):
        with io.BytesIO() as file, io.BytesIO(content) as plain:
            with tarfile.open(fileobj=plain) as old, tarfile.open(fileobj=file, mode=f"w:{mode}") as new:
                for entry in old:
                    new.addfile(entry, old.extractfile(entry) if entry.isreg() else None)
            yield file.getvalue()


def _project(place: Path) -> Path:
    """A project with two sounds, labels and an edit."""
    import numpy as np

    from audioclf_gui.audio.files import write_wav

    found = []
    for name in ("dog", "owl"):
        write_wav(place / f"{name}.wav", np.sin(np.arange(800) / 9).astype(np.float32), 8000)
        found.append(Candidate(place / f"{name}.wav", name, regions=tuple(REGIONS[:1])))
    with Project.create(place / "Birds") as project:
        carry_out(import_clips(ImportClips(tuple(found)), project.view()), project)
        return project.file


def _open(file: Path) -> None:
    try:
        with Project.open(file) as project:
            for clip in project.catalogue.view.clips:
                project.catalogue.view.labels(clip.id)
            project.catalogue.history(100)
            tuple(project.quarantine)
            for run in project.runs.all:
                project.runs.epochs(run.id)
    finally:
        for one in file.parent.iterdir():
            shutil.rmtree(one) if one.is_dir() else one.unlink()


def _of_projects(place: Path) -> Iterable[bytes]:
    yield _project(place).read_bytes()


def _unpack(file: Path) -> None:
    result_of(unpack_project(UnpackProject(file, file.parent / "out")))


def _of_packs(place: Path) -> Iterable[bytes]:
    file = _project(place)
    with Project.open(file) as project:
        carry_out(pack_project(PackProject(place / "birds.zip"), project.view()), project)
    yield (place / "birds.zip").read_bytes()


def _preset(file: Path) -> None:
    from audioclf_gui.ml.preset_file import read_preset

    read_preset(file)


_PRESETS = (
    b"audioclf_preset: 1\nname: mine\nnote: why\nbase: fast\nsettings:\n  epochs: 7\n  mels: 32\n",
    b"audioclf_preset: 1\nname: x\nbase: balanced\nsettings: {learning_rate: 1e-3, rate_hz: 16000}\n",
)


def _settings(file: Path) -> None:
    from audioclf_gui.cli.training import _config
    from audioclf_gui.ml.settings import settings_for

    settings_for("fast", **{name: one for name, one in _config(file).items() if name != "preset"})


def _records(content: bytes, place: Path) -> None:
    (place / "2026-05.jsonl").write_bytes(content)
    read_records(place)
    read_suggested(place / "2026-05.jsonl")


_RECORDS = (
    b'{"at":"2026-05-01T04:30:00+00:00","kind":"live","session":"a","top":"dog","score":0.5}\n',
    b'{"clip":1,"class":2,"score":0.5,"at":"2026-05-01T04:30:00+00:00"}\n{"clip":2}\n',
)


def _bundle(content: bytes, place: Path) -> None:
    """Bytes as one of a model's files; its seal is put right, so that what is behind it is reached."""
    from audioclf_gui.ml.bundle import load_bundle, read_heard, read_predictions
    from audioclf_gui.ml.bundle_files import digest, signed

    folder = place / "model"
    shutil.copytree(place.parent / "good model", folder)
    names = sorted(path.name for path in folder.iterdir())
    name, content = names[content[0] % len(names)] if content else names[0], content[1:]
    (folder / name).write_bytes(content)
    with contextlib.suppress(ValueError, RecursionError, TypeError, AttributeError):
        document = json.loads((folder / "bundle.json").read_bytes())
        if name != "bundle.json":
            document["files"][name] = digest(content)
        document.pop("signature", None)
        (folder / "bundle.json").write_bytes(signed(document))
    load_bundle(folder)
    read_heard(folder)
    read_predictions(folder)


def _of_bundles(place: Path) -> Iterable[bytes]:
    folder = place.parent / "good model"
    for number, path in enumerate(sorted(folder.iterdir())):
        yield bytes([number]) + path.read_bytes()


def make_bundle(folder: Path) -> None:
    """A small model."""
    import torch

    from audioclf_gui.ml.bundle import save_bundle
    from audioclf_gui.ml.features import mel_settings
    from audioclf_gui.ml.front_ends.log_mel import LogMelPictures
    from audioclf_gui.ml.model_card import ModelCard
    from audioclf_gui.ml.models import build
    from audioclf_gui.ml.objectives.single_label import SingleLabel

    torch.manual_seed(1)
    options = {"widths": [2, 2]}
    card = ModelCard(
        objective=SingleLabel(("dog", "owl")),
        architecture="r4_cnn",
        options=options,
        front_end=LogMelPictures(0.5, "repeat", mel_settings(8000, mels=16)),
        mean=(-60.0,) * 16,
        deviation=(12.0,) * 16,
        temperature=0.8,
        thresholds=(0.4, 0.5),
        record={"seed": 1},
    )
    save_bundle(folder, card, build("r4_cnn", 2, (16, 26), options), [])


TARGETS: Mapping[str, Target] = {
    **{key: Target(partial(_labels, known), partial(_of_labels, known)) for key, known in FORMATS.items()},
    "tables": Target(_file("told.csv", _table), lambda _place: _TABLES),
    "layouts": Target(_layouts, lambda _place: (*_TABLES, _TOLD)),
    "class lists": Target(lambda content, _place: read_class_list(content), lambda _place: _CLASSES),
    "class names": Target(_file("names.csv", read_class_names), lambda _place: _CLASSES),
    "tar shards": Target(partial(_shards, "a.tar", summed), _of_tars),
    "TFRecord shards": Target(partial(_shards, "a.tfrecord", checked), _of_records),
    "zip": Target(partial(_archive, "a.zip"), _of_zips),
    "tar": Target(partial(_archive, "a.tar"), _of_tars),
    "tar.gz": Target(partial(_archive, "a.tar.gz"), partial(_packed, "gz")),
    "tar.bz2": Target(partial(_archive, "a.tar.bz2"), partial(_packed, "bz2")),
    "tar.xz": Target(partial(_archive, "a.tar.xz"), partial(_packed, "xz")),
    "packed projects": Target(_file("birds.zip", _unpack), _of_packs),
    "projects": Target(_file("Birds.audioclf", _open), _of_projects),
    "presets": Target(_file("mine.yaml", _preset), lambda _place: _PRESETS),
    "settings of runs": Target(
        _file("run.json", _settings),
        lambda _place: (b'{"settings": {"epochs": 3, "mels": 16, "preset": "fast"}}',),
    ),
    "records of use": Target(_records, lambda _place: _RECORDS),
    "bundles": Target(_bundle, _of_bundles),
}


def _memory_bytes() -> int:
    return 1024 * int(re.search(r"VmRSS:\s+(\d+)", Path("/proc/self/status").read_text())[1])


def fuzz(name: str, seconds: int, folder: Path) -> None:
    """Give a target inputs, in this process, which it ends; findings are appended to a file in the folder."""
    target, known = TARGETS[name], set()
    place, corpus = folder / "place", folder / "corpus"
    for one in (place, corpus):
        one.mkdir()
    if name == "bundles":
        make_bundle(folder / "good model")
    for number, seed in enumerate(list(target.seeds(place))):
        (corpus / str(number)).write_bytes(seed)
        shutil.rmtree(place)
        place.mkdir()
        with contextlib.suppress(UserError):
            target.parse(seed, place)  # imports what it needs, so that no input takes so long

    def found(what: str, content: bytes) -> None:
        with (folder / "found").open("a") as file:
            file.write(json.dumps([what, base64.b64encode(content).decode()]) + "\n")

    def one(content: bytes) -> None:
        shutil.rmtree(place)
        place.mkdir()
        began_s, before = time.thread_time(), _memory_bytes()
        try:
            target.parse(content, place)
        except UserError:
            pass
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            last = traceback.extract_tb(error.__traceback__)[-1]
            kind = (type(error), last.filename, last.lineno)
            if kind not in known:
                known.add(kind)
                found(traceback.format_exc(limit=-4), content)
        took_s, more = time.thread_time() - began_s, _memory_bytes() - before
        if took_s > SLOW_S or more > MOST_BYTES:
            found(f"{took_s:.1f} s, {more / 2**20:.0f} MiB", content)

    longest = max(LONGEST_INPUT, *(path.stat().st_size for path in corpus.iterdir()))
    atheris.Setup(
        [
            *(sys.argv[0], str(corpus), f"-max_total_time={seconds}", f"-max_len={longest}"),
            *(
                "-timeout=60",
                "-rss_limit_mb=3000",
                "-print_final_stats=1",
                f"-artifact_prefix={folder}/crash-",
            ),
        ],
        one,
    )
    atheris.Fuzz()


def fuzzed(name: str, seconds: int) -> tuple[int, int, list[str]]:
    """How many inputs a target got, the most memory of its process in MB, and what was found."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        command = [sys.executable, __file__, "--one", name, str(seconds), folder]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
        told = dict(re.findall(r"stat::(\w+):\s+(\d+)", done.stderr))
        findings = []
        if (Path(folder) / "found").exists():
            for line in (Path(folder) / "found").read_text().splitlines():
                what, content = json.loads(line)
                findings.append(f"{what}    of {_kept(base64.b64decode(content))}")
        findings += [
            f"the process died of {_kept(path.read_bytes())}" for path in Path(folder).glob("crash-*")
        ]
        if not told:
            findings.append(f"it did not run to its end:\n{done.stderr[-1500:]}")
    return int(told.get("number_of_executed_units", 0)), int(told.get("peak_rss_mb", 0)), findings


def _kept(content: bytes) -> str:
    """Keep an input that was found; where, and how it begins."""
    with tempfile.NamedTemporaryFile(prefix="found-", delete=False) as file:
        file.write(content)
    return f"{file.name}: {content[:200]!r}"


def main() -> None:
    """Fuzz, and say what came of it."""
    if sys.argv[1] == "--one":
        with atheris.instrument_imports(include=["audioclf_gui"]):  # also of what is imported when needed
            fuzz(sys.argv[2], int(sys.argv[3]), Path(sys.argv[4]))
        return
    seconds = int(sys.argv[1])
    inputs, faults = 0, 0
    for name in sys.argv[2:] or TARGETS:
        n, memory_mb, findings = fuzzed(name, seconds)
        inputs, faults = inputs + n, faults + len(findings)
        print(f"{name:20}{n:9} inputs,{memory_mb:6} MB,{len(findings):3} found", flush=True)
        for one in findings:
            print(one, flush=True)
    print(f"{inputs} inputs, {faults} found")
    if faults:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
