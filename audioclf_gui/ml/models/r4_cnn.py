"""A very small network: four strided convolutions, 25 402 parameters for ten classes (25 602 as given)."""

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture

_LEAST_DEVIATION = 1e-6  # of a batch of silence


@architecture("r4_cnn")
class R4Cnn(nn.Module):
    """Four times convolution, ReLU, batch norm; then the mean over the picture and a linear layer.

    As given it hears every picture twice, as the two channels of a stereo recording, and standardises each
    batch by its own values: what it says of a clip then depends on the clips beside it.
    """

    def __init__(
        self,
        outputs: int,
        _shape: tuple[int, ...],
        widths: Sequence[int] = (8, 16, 32, 64),
        as_given: bool = False,
    ) -> None:
        super().__init__()
        self._as_given = as_given
        self.layers = nn.Sequential()
        width_in = 2 if as_given else 1
        for width in widths:
            kernel = 3 if len(self.layers) else 5
            convolution = nn.Conv2d(width_in, width, kernel, stride=2, padding=kernel // 2)
            nn.init.kaiming_normal_(convolution.weight, a=0.1)
            nn.init.zeros_(convolution.bias)  # type: ignore[arg-type]
            self.layers.extend((convolution, nn.ReLU(inplace=True), nn.BatchNorm2d(width)))
            width_in = width
        self.head = nn.Linear(width_in, outputs)

    def forward(self, log_mel: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised log-mel (batch, mels, columns)."""
        pictures = log_mel.unsqueeze(1)
        if self._as_given:
            deviation, mean = torch.std_mean(pictures)
            pictures = ((pictures - mean) / deviation.clamp(min=_LEAST_DEVIATION)).expand(-1, 2, -1, -1)
        logits: Tensor = self.head(self.layers(pictures).mean(dim=(2, 3)))
        return logits
