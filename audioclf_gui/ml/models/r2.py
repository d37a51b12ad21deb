"""Reference R2: three-dimensional convolutions over overlapping segments of long sounds."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture

_SEGMENT, _HOP = 64, 32  # columns
_UNPADDED = slice(2, -1)  # the columns of a centred spectrogram whose windows lie inside the sound
_COLUMNS_AT_ONCE = 4 * 2584  # of all sounds together; 2584 are a minute
_REACH = 2  # of the slope in time, columns to either side


@architecture("r2")
class R2(nn.Module):
    """Log-mel and its slope, cut into segments of 64 columns, half of it apart; then four 3-D convolutions.

    Each is 3 x 3 x 3 over (segments, columns, mels), with ReLU, batch norm and dropout, and all three axes
    are halved after it, rounded up; after the last the maps are pooled by mean and maximum, added (`as_given`
    by the maximum alone). A window of the spectrogram is taken to be four columns long.
    """

    def __init__(
        self,
        outputs: int,
        _shape: tuple[int, ...],
        widths: Sequence[int] = (16, 32, 64, 128),
        dropout: float = 0.2,
        as_given: bool = False,
    ) -> None:
        super().__init__()
        self._as_given = as_given
        self.blocks = nn.Sequential()
        for width_in, width in zip((2, *widths), widths, strict=False):
            if len(self.blocks):
                self.blocks.append(nn.MaxPool3d(2, ceil_mode=True))
            self.blocks.extend(
                (
                    nn.Conv3d(width_in, width, 3, padding=1),
                    nn.ReLU(inplace=True),
                    nn.BatchNorm3d(width, eps=1e-3),
                    nn.Dropout(dropout),
                )
            )
        self.head = nn.Linear(widths[-1], outputs)

    def forward(self, log_mel: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised log-mel (batch, mels, columns).

        Minutes of sound are answered a few at a time, since their maps take far more memory than they do; an
        exported file leaves that to whoever runs it.
        """
        if self.training or torch.compiler.is_exporting():
            return self._answers(log_mel)
        at_once = max(1, _COLUMNS_AT_ONCE // log_mel.shape[-1])
        return torch.cat([self._answers(part) for part in torch.split(log_mel, at_once)])

    def _answers(self, log_mel: Tensor) -> Tensor:
        inside = log_mel[..., _UNPADDED] if log_mel.shape[-1] > _SEGMENT else log_mel
        maps = self.blocks(segments(torch.stack([inside, slope(inside)], dim=1)))
        pooled = maps.amax(dim=(2, 3, 4))
        if not self._as_given:
            pooled = pooled + maps.mean(dim=(2, 3, 4))
        logits: Tensor = self.head(pooled)
        return logits


def slope(pictures: Tensor) -> Tensor:
    """Change per column of pictures (..., columns): the regression line through five columns.

    At the ends what is there is mirrored, the last column itself included.
    """
    columns = pictures.shape[-1]
    places = torch.arange(-_REACH, columns + _REACH, device=pictures.device)
    mirrored = (places % (2 * columns)).minimum((-places - 1) % (2 * columns))
    padded = pictures[..., mirrored]
    change = torch.zeros_like(pictures)
    for step in range(1, _REACH + 1):
        later, earlier = padded.narrow(-1, _REACH + step, columns), padded.narrow(-1, _REACH - step, columns)
        change = change + step * (later - earlier)
    return change / (2 * sum(step**2 for step in range(1, _REACH + 1)))


def segments(pictures: Tensor) -> Tensor:
    """Pictures (..., mels, columns) as overlapping segments, (..., segments, 64, mels).

    Columns after the last whole segment are left out; a picture shorter than one gets zeros.
    """
    pictures = nn.functional.pad(pictures, (0, max(0, _SEGMENT - pictures.shape[-1])))
    return pictures.unfold(-1, _SEGMENT, _HOP).movedim(-3, -1)
