"""Labels on their way through a clipboard: as text for other programs, and with all that is said of them."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.label import Certainty, Region
from audioclf_gui.formats.registry import FORMATS, BadLabelFileError

_TEXT = FORMATS["audacity"]
_PLACE = Path("clipboard.txt")  # what formats are asked about that go by a file's name, too


def copied_text(regions: Sequence[Region]) -> str:
    """The labels as Audacity writes them, which spreadsheets take as columns: start, end and text."""
    return _TEXT.write(regions).decode("utf-8")


def regions_of_text(text: str) -> tuple[Region, ...]:
    """The labels that a text lists in the way of any label format; none if it lists no labels."""
    content = text.encode("utf-8", "replace")
    if not content.strip():
        return ()
    for known in (_TEXT, *FORMATS.values()):
        if known.recognises(content, _PLACE):
            try:
                return known.read(content, _PLACE).regions
            except BadLabelFileError:
                continue
    return ()


def copied_json(regions: Sequence[Region]) -> str:
    """The labels with everything that is said of them; only records in files stay behind."""
    return json.dumps([{**asdict(one), "raw": ""} for one in regions], ensure_ascii=False)


def regions_of_json(text: str) -> tuple[Region, ...]:
    """The labels that `copied_json` wrote; none if it was something else."""
    try:
        return tuple(_region(**one) for one in json_value(text))
    except (ValueError, TypeError):
        return ()


def _region(certainty: str | None, extra: Sequence[Sequence[str]], **facts: Any) -> Region:
    return Region(
        certainty=None if certainty is None else Certainty(certainty),
        extra=tuple((name, said) for name, said in extra),
        **facts,
    )
