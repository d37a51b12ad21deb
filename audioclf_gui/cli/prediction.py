"""Commands that use a model: predict, live, devices."""

import argparse
import csv
import io
import json
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from audioclf_gui.audio.devices import Device, input_devices, output_devices
from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.cli.output import DONE, Progress, print_json, print_rows, say, show_quarantined
from audioclf_gui.core.clip import Quarantined
from audioclf_gui.core.content import write_atomically
from audioclf_gui.core.errors import UserError
from audioclf_gui.formats.registry import FORMATS as LABEL_FORMATS

if TYPE_CHECKING:
    from audioclf_gui.ml.bundle import Bundle
    from audioclf_gui.ml.inference import FilePrediction
    from audioclf_gui.ml.live import Decision, LiveEvent

FORMATS = ("csv", "json", *(name for name in ("audacity", "raven") if name in LABEL_FORMATS))


def predict(options: argparse.Namespace) -> int:
    """`audioclf predict`."""
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.inference import predict_files

    bundle = load_bundle(options.bundle)
    names = {file: name for path in options.paths for file, name in _audio(path)}
    predictions: list[FilePrediction] = []
    refused: list[Quarantined] = []
    with (
        Progress("classifying", "files") as progress,
        closing(predict_files(bundle, list(names), options.hop_s)) as results,
    ):
        for done, result in enumerate(results, start=1):
            progress.show(done, len(names))
            if isinstance(result, Quarantined):
                refused.append(result)
            else:
                predictions.append(result)
    chosen = options.format or ("json" if options.json else "csv")
    if chosen in LABEL_FORMATS and chosen != "csv":
        _write_label_files(predictions, names, chosen, options.out)
    else:
        _write_one(_AS_TEXT[chosen](predictions, bundle.classes), options.out)
    return show_quarantined(refused)


def _audio(path: Path) -> list[tuple[Path, Path]]:
    """The audio files of a path, each with the name that its results get: its place below a folder."""
    if not path.exists():
        raise UserError(f"{path} does not exist", remedy="Check the path; nothing was classified.")
    if path.is_dir():
        return [(file, file.relative_to(path)) for file in audio_files(path)]
    return [(path, Path(path.name))]


def _as_csv(predictions: Sequence["FilePrediction"], classes: Sequence[str]) -> str:
    from audioclf_gui.ml.inference import row_names, to_rows

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(row_names(classes))
    for prediction in predictions:
        writer.writerows(to_rows(prediction))
    return text.getvalue()


def _as_json(predictions: Sequence["FilePrediction"], _classes: Sequence[str]) -> str:
    from audioclf_gui.ml.inference import to_json

    return json.dumps([to_json(one) for one in predictions], indent=2, ensure_ascii=False) + "\n"


_AS_TEXT: dict[str, Callable[[Sequence["FilePrediction"], Sequence[str]], str]] = {
    "csv": _as_csv,
    "json": _as_json,
}


def _write_one(text: str, out: Path | None) -> None:
    if out is None:
        print(text, end="")
    else:
        write_atomically(out, text.encode())
        say(f"written: {out}")


def _write_label_files(
    predictions: Sequence["FilePrediction"], names: Mapping[Path, Path], key: str, out: Path | None
) -> None:
    from audioclf_gui.ml.inference import to_regions

    if out is None:
        raise UserError(f"{key} needs a folder to write to", remedy="Add --out DIR.")
    for prediction in predictions:
        target = (out / names[prediction.path]).with_suffix(LABEL_FORMATS[key].suffixes[0])
        write_atomically(target, LABEL_FORMATS[key].write(to_regions(prediction)))
        say(f"written: {target}")


def live(options: argparse.Namespace) -> int:
    """`audioclf live`: a line for each decision until the sound ends or Ctrl+C."""
    from audioclf_gui.ml.bundle import load_bundle
    from audioclf_gui.ml.live import Decision, LiveScores

    bundle = load_bundle(options.bundle)
    problems: tuple[str, ...] = ()
    with closing(_listen(bundle, options.input)) as events:
        for event in events:
            match event:
                case Decision():
                    _show_decision(event, as_json=options.json)
                case LiveScores():
                    if options.seconds is not None and event.end_s >= options.seconds:
                        break
                case _:
                    if event.problems and event.problems != problems:
                        say(" ".join(event.problems))
                    problems = event.problems
    return DONE


def _listen(bundle: "Bundle", source: str | None) -> Generator["LiveEvent", None, None]:
    from audioclf_gui.audio.capture import Capture
    from audioclf_gui.ml.live import LiveSettings, listen, listen_file

    settings = LiveSettings()
    if source is not None and source.startswith("file:"):
        return listen_file(bundle, settings, Path(source.removeprefix("file:")))
    return listen(bundle, settings, Capture(None if source is None else _input_called(source)))


def _input_called(name: str) -> Device:
    known = input_devices()
    fitting = [device for device in known if name.casefold() in device.name.casefold()]
    exact = [device for device in fitting if device.name == name]
    if not fitting:
        raise UserError(
            f"there is no input called {name}",
            remedy="Use one of: " + (", ".join(device.name for device in known) or "none was found") + ".",
        )
    return (exact or fitting)[0]


def _show_decision(decision: "Decision", *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(decision), ensure_ascii=False), flush=True)
    else:
        mark = "*" if decision.accepted else " "
        place = f"{decision.time_s:9.2f} s {mark} {decision.class_name or '-'}"
        print(f"{place}  {decision.score:.2f}  {decision.reason}", flush=True)


def devices(options: argparse.Namespace) -> int:
    """`audioclf devices`."""
    inputs, outputs = input_devices(), output_devices()
    if options.json:
        print_json({"inputs": list(map(asdict, inputs)), "outputs": list(map(asdict, outputs))})
        return DONE
    rows = [_device_row("input", device) for device in inputs]
    rows += [_device_row("output", device) for device in outputs]
    if rows:
        print_rows(rows, ("", "Name", "System", "Channels", "Hz", ""))
    else:
        say("no sound device was found")
    return DONE


def _device_row(kind: str, device: Device) -> tuple[object, ...]:
    is_default = "default" if device.is_default else ""
    return kind, device.name, device.host_api, device.channels, device.rate_hz, is_default
