"""Mutated label files of every format: how many are read, refused with a reason, or end in a traceback.

Each parser gets inputs made from real and written files by changing bits, bytes, signs and lines, by cutting
and by joining two files. It may refuse, but not crash or hang; what it reads must be usable, and what nobody
changed must be written back as the very same bytes.

Run it with `python tests/benchmarks/bench_mutated_labels.py [INPUTS [FORMAT...]]`, usually 100 000 for each
parser; the suite does so with fewer.
"""

import math
import random
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Certainty, Region
from audioclf_gui.formats.registry import FORMATS, LabelFormat

INPUTS = 100_000
LONGEST_SAMPLE = 6_000  # bytes: many small inputs find more than few large ones
SLOW_S = 2.0  # of computing: the machine may do other things meanwhile
SIGNS = (
    b"\t",
    b",",
    b";",
    b"\n",
    b"\r",
    b'"',
    b"\x00",
    b"\xff",
    b"-",
    b"1e999",
    b"nan",
    b"<",
    b"&",
    b"}",
    b"]",
)

Mutation = Callable[[bytes, random.Random], bytes]


def bit(content: bytes, chance: random.Random) -> bytes:
    """One bit is another."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def sign(content: bytes, chance: random.Random) -> bytes:
    """Something that means a thing to parsers stands where it should not."""
    place = chance.randrange(len(content))
    return content[:place] + chance.choice(SIGNS) + content[place + chance.randrange(2) :]


def gap(content: bytes, chance: random.Random) -> bytes:
    """Some bytes are missing."""
    start = chance.randrange(len(content))
    return content[:start] + content[start + chance.randint(1, 40) :]


def end(content: bytes, chance: random.Random) -> bytes:
    """The file ends too early."""
    return content[: chance.randrange(len(content))]


def line(content: bytes, chance: random.Random) -> bytes:
    """A line is missing, there twice, or elsewhere."""
    lines = content.splitlines(keepends=True)
    moved = lines.pop(chance.randrange(len(lines)))
    for _ in range(chance.randrange(3)):
        lines.insert(chance.randint(0, len(lines)), moved)
    return b"".join(lines)


def number(content: bytes, chance: random.Random) -> bytes:
    """A digit is another, or there are many."""
    places = [place for place, byte in enumerate(content) if 48 <= byte <= 57]
    if not places:
        return bit(content, chance)
    place = chance.choice(places)
    return content[:place] + chance.choice((b"9", b"0", b"9" * 400, b".", b"")) + content[place + 1 :]


def wide(content: bytes, _chance: random.Random) -> bytes:
    """The same in UTF-16."""
    return content.decode("latin-1").encode("utf-16")


MUTATIONS: tuple[Mutation, ...] = (bit, sign, gap, end, line, number, bit, sign, number, wide)


@dataclass
class Outcome:
    """What became of the inputs of one parser."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)  # the first of each kind, told at length
    slowest_s: float = 0.0


def samples(known: LabelFormat, folder: Path | None) -> list[bytes]:
    """Files of a format: real ones if they are at hand, and such as are written, or stand below."""
    found = [OWN_SAMPLES[known.key]] if known.key in OWN_SAMPLES else []
    for path in sorted(folder.rglob("*")) if folder is not None else ():
        if path.is_file() and path.suffix not in {".md", ".csv.md"} and path.name != "manifest.csv":
            content = path.read_bytes()
            if len(content) <= LONGEST_SAMPLE and known.recognises(content, path):
                found.append(content)
    found += [known.write(REGIONS), known.write(REGIONS[:1])]
    return found


OWN_SAMPLES = {
    "elan": b"""<?xml version="1.0" encoding="UTF-8"?>
<ANNOTATION_DOCUMENT FORMAT="3.0" VERSION="3.0"><HEADER TIME_UNITS="milliseconds"/>
<TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="500"/><TIME_SLOT TIME_SLOT_ID="ts2"/>
<TIME_SLOT TIME_SLOT_ID="ts3" TIME_VALUE="2000"/></TIME_ORDER>
<TIER TIER_ID="words" LINGUISTIC_TYPE_REF="t">
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2">
<ANNOTATION_VALUE>a &amp; b</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>
<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a2" TIME_SLOT_REF1="ts2" TIME_SLOT_REF2="ts3">
<ANNOTATION_VALUE>c</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>
<TIER TIER_ID="gloss" PARENT_REF="words" LINGUISTIC_TYPE_REF="s">
<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1">
<ANNOTATION_VALUE>d</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER>
<LINGUISTIC_TYPE LINGUISTIC_TYPE_ID="t" TIME_ALIGNABLE="true"/>
</ANNOTATION_DOCUMENT>""",
    "jams": b"""{"file_metadata": {"jams_version": "0.3.4"}, "annotations": [
 {"namespace": "segment_open", "data": [{"time": 0.5, "duration": 1, "value": "A", "confidence": 0.7}]},
 {"namespace": "scaper", "data": [{"time": 1, "duration": 1, "value": {"label": "siren", "snr": 3}}]},
 {"namespace": "tag_open", "data": {"time": [0.0], "duration": [3.0], "value": ["a"], "confidence": [null]}}
]}""",
    "whombat": b"""{"version": "1.1.0", "data": {"collection_type": "annotation_project",
 "tags": [{"id": 0, "key": "call", "value": "social"}, {"id": 1, "key": "species", "value": "Myotis"}],
 "recordings": [{"uuid": "r", "path": "night/a.wav"}],
 "sound_events": [
  {"uuid": "e", "recording": "r",
   "geometry": {"type": "BoundingBox", "coordinates": [0.5, 20000, 0.7, 40000]}},
  {"uuid": "f", "recording": "r", "geometry": {"type": "TimeStamp", "coordinates": 2.5}}],
 "sound_event_annotations": [
  {"uuid": "a", "sound_event": "e", "tags": [1, 0], "notes": [{"message": "n"}]},
  {"uuid": "b", "sound_event": "f", "tags": [], "notes": []}]
}}""",
}

REGIONS = [
    Region(0.5, 1.25, "wren"),
    Region(
        1.25, 2.0, 'čejka "x", y', 900.0, 4000.5, 0.75, track="song", note="a; b", certainty=Certainty.UNSURE
    ),
    Region(2.0, 2.0, "click"),
    Region(3.0, 61.5, ""),
]


def inputs(found: Sequence[bytes], n: int, chance: random.Random) -> Iterator[bytes]:
    """Mutated samples, with one to four changes each."""
    for _ in range(n):
        content = chance.choice(found)
        if chance.random() < 0.05:
            content += chance.choice(found)
        for _ in range(chance.randint(1, 4)):
            if content:
                content = chance.choice(MUTATIONS)(content, chance)
        yield content


def tried(known: LabelFormat, found: Sequence[bytes], n: int, seed: int) -> Outcome:
    """Give a parser so many inputs."""
    outcome = Outcome()
    chance = random.Random(seed)
    source = Path("night 3" + (known.suffixes[0] if known.suffixes else ".txt"))
    for content in inputs(found, n, chance):
        start_s = time.thread_time()
        try:
            kind = _kind(known, content, source)
        except UserError:
            kind = "refused"
        except Exception:  # noqa: BLE001 - that is what is counted
            kind = "traceback"
            told = traceback.format_exc(limit=-2)
        else:
            told = f"{kind}: {content[:300]!r}"
        took_s = time.thread_time() - start_s
        outcome.slowest_s = max(outcome.slowest_s, took_s)
        if took_s > SLOW_S:
            kind, told = "slow", f"slow, {took_s:.1f} s: {content[:300]!r}"
        if kind not in {"read", "refused"} and not outcome.counts[kind]:
            outcome.faults.append(f"{told}\n    of {content!r}"[:3000])
        outcome.counts[kind] += 1
    return outcome


def _kind(known: LabelFormat, content: bytes, source: Path) -> str:
    regions = known.read(content, source).regions
    for one in regions:
        numbers = (one.start_s, one.end_s, one.low_hz, one.high_hz, one.score)
        if not all(math.isfinite(value) for value in numbers if value is not None):
            return "not finite"
        if one.start_s > one.end_s:
            return "backwards"
    if known.write(list(regions), content) != content:
        return "bytes changed"
    return "read"


def main() -> None:
    """Try every parser, or those that are named, and print a row for each."""
    n = int(sys.argv[1]) if len(sys.argv) > 1 else INPUTS
    folders = (parent / "shared/data/annotation-formats" for parent in Path(__file__).resolve().parents)
    folder = next((one for one in folders if one.is_dir()), None)
    print(f"{'format':<18}{'samples':>8}{'read':>9}{'refused':>9}{'faults':>8}{'slowest':>10}  kinds")
    for key, known in FORMATS.items():
        if sys.argv[2:] and key not in sys.argv[2:]:
            continue
        found = samples(known, folder)
        if not found:
            print(f"{key:<18}{0:>8}  no sample at hand")
            continue
        outcome = tried(known, found, n, seed=1)
        read, refused = outcome.counts["read"], outcome.counts["refused"]
        kinds = {kind: count for kind, count in outcome.counts.items() if kind not in {"read", "refused"}}
        row = (
            f"{key:<18}{len(found):>8}{read:>9}{refused:>9}{n - read - refused:>8}{outcome.slowest_s:>9.2f}s"
        )
        print(f"{row}  {kinds or ''}", flush=True)
        for fault in outcome.faults:
            print(fault, file=sys.stderr)


if __name__ == "__main__":
    main()
