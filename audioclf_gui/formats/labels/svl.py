"""Layer files of Sonic Visualiser: XML whose times are frames at the rate of the model.

Entities are not expanded and none may be declared, so a file can neither grow in memory nor read others.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from xml.parsers import expat

from audioclf_gui.core.label import Region
from audioclf_gui.core.text import Text
from audioclf_gui.formats.registry import BadLabelFileError, NotALabelError, SkippedLine
from audioclf_gui.formats.template import LabelText, Record, is_renamed, region_of
from audioclf_gui.formats.text import FileText, finite
from audioclf_gui.formats.xml_text import as_attribute, read_xml

_POINT = re.compile(r"<point\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*/?>")
_MODEL = re.compile(r"<model\b[^>]*>")
_KINDS = {"1": ("frame", "label"), "2": ("frame", "value", "label")}
_EMPTY_SET = re.compile(r"<dataset\b([^>]*)/>")
_DECIMALS = 9


def is_layer_file(content: bytes) -> bool:
    """Whether it begins as XML of Sonic Visualiser."""
    head = FileText.decode(content[:4096]).text
    return head.lstrip().startswith("<") and re.search(r"<sv[\s>]", head) is not None


def parsed(content: bytes, source: Path) -> tuple[LabelText, bool]:
    """The points of a layer as regions, and whether they have frequencies.

    Raises
    ------
    BadLabelFileError
        If it is no XML, declares entities, or does not say the rate of its frames.
    """
    file = FileText.decode(content)
    read_xml(file.text, source, {})
    rates_hz = _rates_hz(file.text)
    if not rates_hz:
        raise BadLabelFileError(source, Text("it does not say the sample rate of its frames"))
    if len(rates_hz) > 1:
        raise BadLabelFileError(source, Text("its layers count frames of different sample rates"))
    (rate_hz,) = rates_hz
    return _layer_text(file, rate_hz)


def written(regions: Sequence[Region], template: bytes) -> bytes:
    """The layer file with `regions` in place of its own."""
    file = FileText.decode(template)
    (rate_hz,) = _rates_hz(file.text)
    text, has_bands = _layer_text(file, rate_hz)
    facts = _facts(file.text, has_bands=has_bands)

    def render(region: Region, before: Region | None, record: str) -> list[str]:
        return [_rendered(region, before, record, rate_hz, facts)]

    return text.merged(regions, render)


def _rates_hz(text: str) -> set[float]:
    """The sample rates of the models that have points; else that of the first, as of an empty layer."""
    models = [_attributes(found[0]) for found in _MODEL.finditer(text)]
    layers = [one for one in models if "dataset" in one] or models[:1]
    rates = (finite(one.get("sampleRate", "")) for one in layers)
    return {rate for rate in rates if rate is not None and rate > 0.0}


def _facts(text: str, *, has_bands: bool) -> tuple[str, ...]:
    """What a point of the layer says, in the order in which Sonic Visualiser does: it reads nothing else.

    An instant says no more than when, a value of a curve not how long it lasts.
    """
    model = _MODEL.search(text)
    about = _attributes(model[0]) if model else {}
    if has_bands:
        return ("frame", "value", "duration", "extent", "label")
    usual = ("frame", "value", "duration", "label")
    return usual if about.get("subtype") == "box" else _KINDS.get(about.get("dimensions", ""), usual)


def _layer_text(file: FileText, rate_hz: float) -> tuple[LabelText, bool]:
    records: list[Record] = []
    regions: list[Region] = []
    skipped: list[SkippedLine] = []
    headers = has_bands = False
    for piece, point, number in _pieces(file.text):
        if point is None:
            headers |= not records
            records.append(Record(piece))
            continue
        facts = _attributes(point)
        has_bands |= "extent" in facts
        try:
            region = _region(facts, rate_hz, piece.strip())
        except NotALabelError as error:
            skipped.append(SkippedLine(number, error.reason))
            records.append(Record(piece))
        else:
            records.append(Record(piece, len(regions)))
            regions.append(region)
    return LabelText(file, tuple(records), tuple(regions), tuple(skipped), headers), has_bands


def _pieces(text: str) -> Iterator[tuple[str, str | None, int]]:
    """The text in a row: what is about one point, with that and its line, and what lies between them.

    A point takes its whole line, if there is nothing else in it. Without any, what comes before the first
    one to come ends behind the opening tag of the data set; one that is closed at once is opened for it.
    """
    done = 0
    if not _POINT.search(text):
        text = _EMPTY_SET.sub(r"<dataset\1>\n    </dataset>", text, count=1)
    for found in _POINT.finditer(text):
        start, stop = found.span()
        line = text.rfind("\n", 0, start) + 1
        if line >= done and not text[line:start].strip():
            start = line
        rest = re.compile(r"[^\S\n]*\n?").match(text, stop)
        stop = rest.end() if rest and rest[0].endswith("\n") else stop
        if start > done:
            yield text[done:start], None, 0
        yield text[start:stop], found[0], text.count("\n", 0, found.start()) + 1
        done = stop
    tail = text[done:]
    opening = re.search(r"<dataset\b[^>]*>[^\S\n]*\n?", tail) if not done else None
    if opening:
        yield tail[: opening.end()], None, 0
        tail = tail[opening.end() :]
    if tail:
        yield tail, None, 0


def _attributes(point: str) -> Mapping[str, str]:
    """The attributes of a single tag, character references resolved."""
    found: dict[str, str] = {}
    parser = expat.ParserCreate(encoding="utf-8")
    parser.StartElementHandler = lambda _name, attributes: found.update(attributes)
    tag = point if point.endswith("/>") else f"{point[:-1]}/>"
    try:
        parser.Parse(tag.encode("utf-8", "replace"), True)
    except expat.ExpatError:
        return {}
    return found


def _region(facts: Mapping[str, str], rate_hz: float, raw: str) -> Region:
    """The region of a point; NotALabelError if it is none."""
    frame, frames = finite(facts.get("frame", "")), finite(facts.get("duration", "0"))
    if frame is None or frames is None:
        raise NotALabelError(Text("its frame or its duration is no number"))
    low_hz, extent_hz = finite(facts.get("value", "")), finite(facts.get("extent", ""))
    band = (low_hz, low_hz + extent_hz) if low_hz is not None and extent_hz is not None else (None, None)
    start_s = round(frame / rate_hz, _DECIMALS)
    end_s = round((frame + frames) / rate_hz, _DECIMALS)
    return region_of(start_s, end_s, facts.get("label", ""), *band, None, raw)


def _rendered(
    region: Region, before: Region | None, record: str, rate_hz: float, facts: Sequence[str]
) -> str:
    """The line of a point: the attributes in which `region` differs from `before` are written anew."""
    empty = " ".join(f'{name}="{"" if name == "label" else 0}"' for name in facts)
    point = record.rstrip("\r\n") or f"      <point {empty} />"
    new: dict[str, str] = {}
    frame, stop = round(region.start_s * rate_hz), round(region.end_s * rate_hz)
    if before is None or (region.start_s, region.end_s) != (before.start_s, before.end_s):
        new |= {"frame": str(frame), "duration": str(stop - frame)}
    if "extent" in facts and (
        before is None or (region.low_hz, region.high_hz) != (before.low_hz, before.high_hz)
    ):
        low_hz = region.low_hz or 0.0
        new |= {"value": repr(low_hz), "extent": repr((region.high_hz or low_hz) - low_hz)}
    if is_renamed(region, before):
        new["label"] = region.text
    for name, value in new.items():
        if name not in facts:
            continue
        point = _with_attribute(point, name, value)
    return point


def _with_attribute(point: str, name: str, value: str) -> str:
    quoted = as_attribute(value)
    there = re.compile(rf"""\b{name}\s*=\s*(?:"[^"]*"|'[^']*')""")
    changed, count = there.subn(lambda _found: f"{name}={quoted}", point, count=1)
    if count:
        return changed
    return re.sub(r"\s*/?>", lambda found: f" {name}={quoted}{found[0]}", point, count=1)
