"""The table of confusions as a picture of pixels, for tools that take no other."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

_INK, _PAPER, _DARK = (32, 32, 32), (255, 255, 255), (31, 84, 150)
_LETTERS = 13.0  # pixels high
_CELL, _SMALLEST_CELL, _WIDEST = 44, 16, 1600  # pixels
_LIGHT_ON_DARK = 0.6  # of a row


def confusion_picture(matrix: Sequence[Sequence[int]], classes: Sequence[str]) -> npt.NDArray[np.uint8]:
    """Rows are true classes, columns answers; the darker a cell, the larger its share of the row.

    Parameters
    ----------
    matrix : int, a row of counts for each class

    Returns
    -------
    uint8, shape (height, width, 3)
    """
    cell = max(_SMALLEST_CELL, min(_CELL, _WIDEST // max(1, len(classes))))
    letters = ImageFont.load_default(min(_LETTERS, 0.55 * cell))
    margin = round(max((letters.getlength(name) for name in classes), default=0.0)) + 12
    side = margin + cell * len(classes) + 8
    image = Image.new("RGB", (side, side), _PAPER)
    draw = ImageDraw.Draw(image)
    for row, (name, counts) in enumerate(zip(classes, matrix, strict=True)):
        top = margin + row * cell
        draw.text((margin - 6, top + cell / 2), name, _INK, letters, anchor="rm")
        image.paste(_upright(name, letters, margin - 6, cell), (top, 0))
        for column, count in enumerate(counts):
            share = count / max(1, sum(counts))
            left = margin + column * cell
            draw.rectangle((left, top, left + cell - 2, top + cell - 2), _mixed(share))
            if count:
                colour = _PAPER if share > _LIGHT_ON_DARK else _INK
                draw.text((left + cell / 2, top + cell / 2), str(count), colour, letters, anchor="mm")
    return np.asarray(image, np.uint8)


def _upright(
    name: str, letters: ImageFont.FreeTypeFont | ImageFont.ImageFont, height: int, width: int
) -> Image.Image:
    """A name that is read from below."""
    lying = Image.new("RGB", (height, width), _PAPER)
    ImageDraw.Draw(lying).text((4, width / 2), name, _INK, letters, anchor="lm")
    return lying.transpose(Image.Transpose.ROTATE_90)


def _mixed(share: float) -> tuple[int, int, int]:
    red, green, blue = (
        round(paper + share * (dark - paper)) for paper, dark in zip(_PAPER, _DARK, strict=True)
    )
    return red, green, blue
