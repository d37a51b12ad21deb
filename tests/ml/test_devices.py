"""Where and in which numbers is computed, and that nothing of it outlives a training."""

import os

import pytest
import torch

from audioclf_gui.ml.devices import (
    choose_device,
    device_name,
    freed_memory_kept,
    reduced_precision,
    training_threads,
)

CPU = torch.device("cpu")


def test_the_processor_is_taken_where_it_is_asked_for_or_all_there_is(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: False)
    assert choose_device("cpu") == choose_device("auto") == CPU
    assert device_name(CPU) == "cpu"


def test_a_gpu_is_taken_unless_the_processor_is_asked_for(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    assert choose_device("auto") == choose_device("cuda") == torch.device("cuda")
    assert choose_device("cpu") == CPU


@pytest.mark.parametrize(
    ("able", "reduced"),
    [
        ({}, False),
        ({"avx512_bf16": False, "amx_bf16": False}, False),
        ({"avx512_bf16": True, "amx_bf16": False}, True),
        ({"avx512_bf16": False, "amx_bf16": True}, True),
    ],
)
def test_a_processor_made_for_bfloat16_gets_it(monkeypatch, able, reduced):
    monkeypatch.setattr(torch.cpu, "get_capabilities", lambda: able)
    assert reduced_precision(CPU, "auto") is reduced


@pytest.mark.parametrize("is_able", [False, True])
def test_a_gpu_that_only_imitates_bfloat16_does_not_get_it(monkeypatch, is_able):
    def is_supported(including_emulation=True):
        return is_able or including_emulation

    monkeypatch.setattr(torch.cuda, "is_bf16_supported", is_supported)
    assert reduced_precision(torch.device("cuda"), "auto") is is_able


def test_a_precision_that_is_asked_for_is_taken_anywhere():
    for device in (CPU, torch.device("cuda")):
        assert reduced_precision(device, "bfloat16") is True
        assert reduced_precision(device, "float32") is False


@pytest.mark.parametrize(
    ("cores", "asked", "threads"), [(5, None, 4), (1, None, 1), (None, None, 1), (5, 3, 3), (2, 7, 7)]
)
def test_a_core_is_left_to_everybody_else_unless_told_otherwise(monkeypatch, cores, asked, threads):
    before = torch.get_num_threads()
    monkeypatch.setattr(os, "cpu_count", lambda: cores)
    with training_threads(asked):
        assert torch.get_num_threads() == threads
    assert torch.get_num_threads() == before


def test_freed_memory_goes_back_to_the_system_afterwards():
    """Twice, since settings of the allocator are for the whole process."""
    for _ in range(2):
        with freed_memory_kept():
            assert float(torch.ones(1000).sum()) == 1000.0
