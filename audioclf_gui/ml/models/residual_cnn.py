"""The default network: a small residual CNN over the log-mel picture, about 0.3 M parameters."""

from torch import Tensor, nn

from audioclf_gui.ml.models.registry import architecture


class Block(nn.Module):
    """Two 3x3 convolutions beside a shortcut; at the start it passes its input on unchanged."""

    def __init__(self, width_in: int, width: int, stride: int) -> None:
        super().__init__()
        last_norm = nn.BatchNorm2d(width)
        nn.init.zeros_(last_norm.weight)
        self.residual = nn.Sequential(
            nn.Conv2d(width_in, width, 3, stride, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            last_norm,
        )
        self.shortcut = nn.Sequential()
        if stride > 1:
            self.shortcut.append(nn.AvgPool2d(stride, ceil_mode=True, count_include_pad=False))
        if width_in != width:
            self.shortcut.append(nn.Conv2d(width_in, width, 1, bias=False))
            self.shortcut.append(nn.BatchNorm2d(width))

    def forward(self, maps: Tensor) -> Tensor:
        """Maps (batch, width, mels / stride, columns / stride), both rounded up."""
        total: Tensor = self.residual(maps).add_(self.shortcut(maps))
        return total.relu_()


@architecture("residual_cnn")
class ResidualCnn(nn.Module):
    """Stem, four residual blocks that double in width, pooling over frequency and time, one linear layer.

    Time is pooled by mean and by maximum, added: the mean hears what lasts, the maximum what
    happens once.
    """

    def __init__(
        self,
        outputs: int,
        _shape: tuple[int, ...],
        width: int = 16,
        dropout: float = 0.2,
    ) -> None:
        super().__init__()
        widths = [width * times for times in (1, 2, 4, 8)]
        self.stem = nn.Sequential(
            nn.Conv2d(1, widths[0], 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(widths[0]),
            nn.ReLU(inplace=True),
        )
        self.stages = nn.Sequential()
        for before, after in zip((width, *widths), widths, strict=False):
            self.stages.append(Block(before, after, stride=2 if len(self.stages) else 1))
        self.dropout = nn.Dropout(dropout)
        self.head = nn.Linear(widths[-1], outputs)

    def forward(self, log_mel: Tensor) -> Tensor:
        """Logits (batch, outputs) of standardised log-mel (batch, mels, columns)."""
        over_time = self.stages(self.stem(log_mel.unsqueeze(1))).mean(dim=2)
        pooled = over_time.mean(dim=2) + over_time.amax(dim=2)
        logits: Tensor = self.head(self.dropout(pooled))
        return logits
