"""What there is to compute with, each device tried with a small product of matrices."""

import platform

import torch

from audioclf_gui.core.diagnosis import ComputerFact
from audioclf_gui.core.text import Text
from audioclf_gui.ml.devices import CPU, cores, device_name, memory_bytes, reduced_precision

_SIZE = 64
_LEAST_BYTES = 4 * 2**30


def computing_facts() -> tuple[ComputerFact, ...]:
    """The processor, its memory, torch, and every GPU that torch can reach."""
    gpus = [torch.device("cuda", number) for number in range(torch.cuda.device_count())]
    return (
        ComputerFact(
            Text("Processor"),
            Text(
                "{name}, {n} core for this program",
                "{name}, {n} cores for this program",
                name=platform.processor() or platform.machine(),
                n=cores(),
            ),
        ),
        _memory(),
        ComputerFact(
            Text("Build of torch"), Text.plain(f"{torch.__version__}, {torch.get_num_threads()} threads")
        ),
        _tried(CPU),
        *(map(_tried, gpus) if gpus else (_no_gpu(),)),
    )


def _memory() -> ComputerFact:
    whole = memory_bytes(CPU)
    told = Text("{size:.1f} GB", size=whole / 1e9)
    remedy = Text("Close other programs before a training: it is little for sound and networks.")
    return ComputerFact(Text("Memory"), told, remedy if whole < _LEAST_BYTES else None)


def _no_gpu() -> ComputerFact:
    """That there is none, and what torch was built for: a build without CUDA sees none that is there."""
    built = torch.version.cuda
    if built is None:
        return ComputerFact(Text("GPU"), Text("none; this torch was built without CUDA and uses none"))
    return ComputerFact(
        Text("GPU"), Text("none that torch, built for CUDA {version}, can use", version=built)
    )


def _tried(device: torch.device) -> ComputerFact:
    about = Text("Computing on {device}", device=device_name(device))
    try:
        ones = torch.ones(_SIZE, _SIZE, device=device)
        is_right = bool((ones @ ones == _SIZE).all())
    except RuntimeError as error:
        reason = str(error).strip().partition("\n")[0]
        remedy = Text("Train with the device cpu, and install a driver and a torch that fit together.")
        return ComputerFact(about, Text("fails: {reason}", reason=reason), remedy)
    if not is_right:
        return ComputerFact(about, Text("gives wrong numbers"), Text("Train on another device."))
    kind = "bfloat16" if reduced_precision(device, "auto") else "float32"
    told = Text("works, {size:.1f} GB, computes in {kind}", size=memory_bytes(device) / 1e9, kind=kind)
    return ComputerFact(about, told)
