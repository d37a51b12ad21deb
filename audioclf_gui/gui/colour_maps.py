"""Colour maps for spectrograms, from level to colour, and how levels are spread over them."""

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Table = npt.NDArray[np.uint32]

_ANCHORS: Mapping[str, str] = {
    # Magma, viridis and inferno by S. van der Walt and N. Smith (https://bids.github.io/colormap/, CC0),
    # cividis by J. Nuñez, C. Anderton and R. Renslow (PLoS ONE 13(7), 2018): every 16th colour.
    "magma": "000004 0a0822 1d1147 36106b 51127c 6a1c81 832681 9c2e7f b73779 "
    "cf4070 e55064 f4695c fb8761 fea571 fec287 fde0a1 fcfdbf",
    "viridis": "440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c "
    "1f9f88 27ad81 3dbc74 5cc863 81d34d aadc32 d5e21a fde725",
    "inferno": "000004 0b0724 210c4a 3d0965 57106e 71196e 8a226a a32c61 bc3754 "
    "d04545 e35933 f1711f f98c0a fcaa0f f9c932 f2e865 fcffa4",
    "cividis": "00204d 002c69 06366e 2d426c 414d6b 52596c 61646f 6f7073 7d7c78 "
    "8b8779 9b9477 aca174 bcaf6f cebc68 e0cb5e f2da50 ffea46",
    "grey": "000000 ffffff",
    "grey on white": "ffffff 000000",
}

COLOUR_MAPS = tuple(_ANCHORS)
"""Names of the maps, the usual one first."""


@lru_cache(maxsize=64)
def colour_table(name: str, darkest: int = 0, brightest: int = 255) -> Table:
    """The colour of each level byte.

    Parameters
    ----------
    darkest, brightest : int
        Levels up to `darkest` get the first colour of the map, from `brightest` on the last.

    Returns
    -------
    uint32, shape (256,)
        0xffRRGGBB, as `QImage.Format.Format_RGB32` wants it.
    """
    anchors = np.array([list(bytes.fromhex(one)) for one in _ANCHORS[name].split()], np.float64)
    spread = (np.arange(256) - darkest) / max(brightest - darkest, 1)
    places = np.clip(spread, 0.0, 1.0) * (len(anchors) - 1)
    red, green, blue = (
        np.rint(np.interp(places, np.arange(len(anchors)), channel)).astype(np.uint32)
        for channel in anchors.T
    )
    table: Table = np.asarray(0xFF000000 | red << 16 | green << 8 | blue, np.uint32)
    table.flags.writeable = False  # it is handed out again
    return table


def coverage_table(red: int, green: int, blue: int) -> Table:
    """One colour at every opacity, 0 to 255: premultiplied 0xAARRGGBB, uint32 of shape (256,)."""
    alpha = np.arange(256, dtype=np.uint32)
    parts = [(alpha * channel + 127) // 255 for channel in (red, green, blue)]
    return np.asarray(alpha << 24 | parts[0] << 16 | parts[1] << 8 | parts[2], np.uint32)


def comfortable_range(levels: npt.NDArray[np.uint8]) -> tuple[int, int]:
    """Where a picture's background ends and its loudest part begins, as level bytes.

    The darkest colour stands for the quiet quarter of what is not digital silence, so that steady
    noise stays dim; the brightest one just under the loudest level.
    """
    sounding = levels[levels > 0]
    if not sounding.size:
        return 0, 255
    background, loud = np.percentile(sounding[:: max(1, sounding.size // 200_000)], (25, 99.9))
    top = max(int(loud), 32)
    return int(min(background, top - 60)) if top > 90 else max(0, top - 90), top
