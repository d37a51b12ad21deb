"""The reference system R4 as it was published, to measure against: nothing here is ours, and nothing is kept.

Every clip is decoded, resampled and made a picture anew in every epoch, and each batch is standardised by
its own values, in use as well.
"""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import soundfile
import torch
from torch import Tensor, nn
from torchaudio import transforms

_RATE_HZ = 44100
_FRAMES = _RATE_HZ // 1000 * 4000
_MELS = 64
_AT_ONCE = 16
_HIDDEN = 0.1  # of a picture, at most, by one mask

Clip = tuple[Path, int]  # and the number of its class


def picture(path: Path, *, altered: bool = True) -> Tensor:
    """A clip in decibels, (2, mels, columns); moved and masked by chance if `altered`."""
    samples, rate_hz = soundfile.read(path, dtype="float32", always_2d=True)
    sound = torch.from_numpy(samples.T)
    if rate_hz != _RATE_HZ:
        sound = transforms.Resample(rate_hz, _RATE_HZ)(sound)
    if len(sound) == 1:
        sound = torch.cat([sound, sound])
    sound = sound[:, :_FRAMES]
    missing = _FRAMES - sound.shape[1]
    before = random.randint(0, missing)
    sound = nn.functional.pad(sound, (before, missing - before))
    if altered:
        sound = sound.roll(int(random.random() * 0.4 * _FRAMES), 1)
    power = transforms.MelSpectrogram(_RATE_HZ, n_fft=1024, n_mels=_MELS)(sound)
    decibels: Tensor = transforms.AmplitudeToDB(top_db=80)(power)
    if altered:
        mean = float(decibels.mean())
        for _ in range(2):
            decibels = transforms.FrequencyMasking(int(_HIDDEN * _MELS))(decibels, mean)
            decibels = transforms.TimeMasking(int(_HIDDEN * decibels.shape[2]))(decibels, mean)
    return decibels


def batches(
    clips: Sequence[Clip], *, altered: bool = True, at_once: int = _AT_ONCE
) -> Iterator[tuple[Tensor, Tensor]]:
    """Pictures and classes of the clips in their order, each batch standardised by itself."""
    for at in range(0, len(clips), at_once):
        chosen = clips[at : at + at_once]
        pictures = torch.stack([picture(path, altered=altered) for path, _ in chosen])
        yield (pictures - pictures.mean()) / pictures.std(), torch.tensor([number for _, number in chosen])


def network(classes: int) -> nn.Sequential:
    """Four convolutions; 25 602 parameters for ten classes."""
    layers: list[nn.Module] = []
    width_in = 2
    for width, kernel in ((8, 5), (16, 3), (32, 3), (64, 3)):
        convolution = nn.Conv2d(width_in, width, kernel, stride=2, padding=kernel // 2)
        nn.init.kaiming_normal_(convolution.weight, a=0.1)
        nn.init.zeros_(convolution.bias)  # type: ignore[arg-type]
        layers += [convolution, nn.ReLU(), nn.BatchNorm2d(width)]
        width_in = width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(width_in, classes))


def trained(clips: Sequence[Clip], classes: int, epochs: int, seed: int = 0) -> Iterator[nn.Sequential]:
    """The network after each epoch."""
    random.seed(seed)
    torch.manual_seed(seed)
    model = network(classes)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer,
        max_lr=0.001,
        epochs=epochs,
        steps_per_epoch=-(-len(clips) // _AT_ONCE),
        anneal_strategy="linear",
    )
    for _ in range(epochs):
        model.train()
        for pictures, wanted in batches(random.sample(clips, len(clips))):
            optimizer.zero_grad()
            nn.functional.cross_entropy(model(pictures), wanted).backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
        yield model


@torch.no_grad()
def accuracy(
    model: nn.Sequential, clips: Sequence[Clip], *, altered: bool = True, at_once: int = _AT_ONCE
) -> float:
    """Part of the clips whose class it names, so many judged together."""
    model.eval()
    right = sum(
        int((model(pictures).argmax(dim=1) == wanted).sum())
        for pictures, wanted in batches(clips, altered=altered, at_once=at_once)
    )
    return right / len(clips)
