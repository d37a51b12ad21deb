"""Where to compute: the processor, with how many threads and in which numbers, or a GPU."""

import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import torch
from torch import Tensor

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text
from audioclf_gui.ml.memory import computer_bytes
from audioclf_gui.ml.settings import TrainSettings

CPU = torch.device("cpu")

_LEAST_PART = 4  # examples of a batch for each process
_MOST_PROCESSES = 64
_REPEATABLE_PRODUCTS = ":4096:8"
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3  # of mallopt


@dataclass(frozen=True, slots=True)
class DevicePlacement:
    """Where a training computes: on one device, or on several of a kind that share each step."""

    devices: tuple[torch.device, ...]  # one at least

    @property
    def first(self) -> torch.device:
        """The one that leads, and on which everything else is computed."""
        return self.devices[0]

    def for_batches_of(self, count: int) -> tuple[torch.device, ...]:
        """Those that have something to do where so many examples come at a time, the first always."""
        return self.devices[: max(1, count // _LEAST_PART)]


def placement(settings: TrainSettings) -> DevicePlacement:
    """What the settings `device` and `devices` mean here.

    Raises
    ------
    UserError
        If a GPU is asked for that there is not, or several are named in words that nobody understands.
    """
    devices = settings.devices
    if not devices:
        return DevicePlacement((choose_device(settings.device),))
    kind, _colon, count = devices.partition(":")
    if kind == "cpu" and count.isdecimal() and 1 <= int(count) <= _MOST_PROCESSES:
        return DevicePlacement((CPU,) * int(count))
    numbers = [int(one) for one in devices.split(",") if one.strip().isdecimal()]
    if len(numbers) != len(set(numbers)) or len(numbers) != len(devices.split(",")):
        raise UserError(
            Text("{devices!r} names no devices", devices=devices),
            remedy=Text("Give the numbers of GPUs, as 0,1, or cpu:2 for two processes."),
        )
    there = torch.cuda.device_count()
    if missing := [one for one in numbers if one >= there]:
        raise UserError(
            Text("this computer has no GPU {number:d} that can be used (CUDA)", number=missing[0]),
            remedy=Text(
                "It has {n} GPU: give its number.", "It has {n} GPUs: give numbers below {n}.", n=there
            )
            if there
            else Text("Leave devices empty, or install the NVIDIA driver."),
        )
    choose_device("cuda")
    return DevicePlacement(tuple(torch.device("cuda", one) for one in numbers))


def choose_device(name: str) -> torch.device:
    """The device that auto, cpu or cuda means here; UserError when cuda is asked for and absent."""
    if name == "cpu" or (name == "auto" and not torch.cuda.is_available()):
        return torch.device("cpu")
    if not torch.cuda.is_available():
        raise UserError(
            Text("this computer has no GPU that can be used (CUDA)"),
            remedy=Text("Choose the device auto or cpu, or install the NVIDIA driver."),
        )
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", _REPEATABLE_PRODUCTS)  # read when it is first used
    return torch.device("cuda")


def device_name(device: torch.device) -> str:
    """For the report: cpu, or cuda with the GPU's name."""
    return "cpu" if device.type == "cpu" else f"{device.type} ({torch.cuda.get_device_name(device)})"


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def seed(number: int, device: torch.device) -> None:
    """Begin torch's own random numbers anew, as dropout draws them; a GPU that has failed is not asked."""
    torch.default_generator.manual_seed(number)
    if device.type == "cuda":
        torch.cuda.manual_seed(number)


def memory_bytes(device: torch.device) -> int:
    """How much memory it has."""
    if device.type == "cuda":
        return int(torch.cuda.get_device_properties(device).total_memory)
    return computer_bytes()


def sent(values: Tensor, device: torch.device) -> Tensor:
    """Values of the processor on the device; nobody waits until they have arrived there."""
    return values if device.type == "cpu" else values.pin_memory().to(device, non_blocking=True)


def reduced_precision(device: torch.device, precision: str) -> bool:
    """Whether to multiply in bfloat16: where it was asked for, or where the hardware is made for it."""
    if precision != "auto":
        return precision == "bfloat16"
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    able = torch.cpu.get_capabilities()
    return bool(able.get("avx512_bf16") or able.get("amx_bf16"))


@contextmanager
def repeatable(device: torch.device) -> Iterator[None]:
    """Have a GPU compute the same way each time, as the processor does anyway; as before afterwards.

    What cannot be done so raises a RuntimeError that says so.
    """
    if device.type == "cpu":
        yield
        return
    before, memory = torch.are_deterministic_algorithms_enabled(), torch.utils.deterministic
    fills = memory.fill_uninitialized_memory  # type: ignore[attr-defined]
    torch.use_deterministic_algorithms(mode=True)
    memory.fill_uninitialized_memory = False  # type: ignore[attr-defined] # nobody reads it, and it costs time
    try:
        yield
    finally:
        torch.use_deterministic_algorithms(mode=before)
        memory.fill_uninitialized_memory = fills  # type: ignore[attr-defined]


@contextmanager
def training_threads(threads: int | None) -> Iterator[None]:
    """Let torch use so many threads, by default all cores but one; as before afterwards."""
    before = torch.get_num_threads()
    torch.set_num_threads(threads or max(1, (os.cpu_count() or 2) - 1))
    try:
        yield
    finally:
        torch.set_num_threads(before)


@contextmanager
def freed_memory_kept() -> Iterator[None]:
    """Let what a training step frees serve the next one; returned to the system until then, it costs a tenth.

    That is a matter of glibc's malloc, so nothing happens elsewhere. Afterwards it returns memory as it
    does by itself once large arrays have been freed.
    """
    libc = ctypes.CDLL(None) if sys.platform == "linux" else None
    if libc is None or not hasattr(libc, "malloc_trim"):
        yield
        return
    libc.mallopt(_MMAP_THRESHOLD, 32 * 2**20)
    libc.mallopt(_TRIM_THRESHOLD, 2**30)
    try:
        yield
    finally:
        libc.mallopt(_TRIM_THRESHOLD, 64 * 2**20)
        libc.malloc_trim(0)
