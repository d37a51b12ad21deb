"""A very small network: four strided convolutions, 25 402 parameters for ten classes."""

from collections.abc import Sequence

from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture


@architecture("r4_cnn")
class R4Cnn(nn.Module):
    """Four times convolution, ReLU, batch norm; then the mean over the picture and a linear layer."""

    def __init__(
        self, outputs: int, _shape: tuple[int, ...], widths: Sequence[int] = (8, 16, 32, 64)
    ) -> None:
        super().__init__()
        self.layers = nn.Sequential()
        width_in = 1
        for width in widths:
            kernel = 5 if width_in == 1 else 3
            convolution = nn.Conv2d(width_in, width, kernel, stride=2, padding=kernel // 2)
            nn.init.kaiming_normal_(convolution.weight, a=0.1)
            nn.init.zeros_(convolution.bias)  # type: ignore[arg-type]
            self.layers.extend((convolution, nn.ReLU(inplace=True), nn.BatchNorm2d(width)))
            width_in = width
        self.head = nn.Linear(width_in, outputs)

    def forward(self, log_mel: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised log-mel (batch, mels, columns)."""
        logits: Tensor = self.head(self.layers(log_mel.unsqueeze(1)).mean(dim=(2, 3)))
        return logits
