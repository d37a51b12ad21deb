"""Thousands of damaged project files: how many are told, how many restored, how many end in a traceback.

Prints counts by kind of damage, and the share of rows that was saved of files cut by one page.
Run it with `python tests/benchmarks/bench_damage.py [FILES]`; the suite does so with fewer.
"""

import random
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from audioclf_gui.core import edits
from audioclf_gui.core.clip import AudioFacts, Candidate, FoundClip, KeptLabelFile, Quarantined
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Label, Region, Source
from audioclf_gui.core.project import Project
from audioclf_gui.core.run import Epoch, RunStatus, Suggestion, SuggestionDetail
from audioclf_gui.core.store.seal import end_of_pages
from audioclf_gui.core.store.snapshots import take_snapshot
from audioclf_gui.core.text import Text

FILES = 2_000
PAGE = 4096
CLIPS = 240

Damage = Callable[[bytes, random.Random], bytes]


def cut(content: bytes, chance: random.Random) -> bytes:
    """The file ends anywhere."""
    return content[: chance.randrange(len(content))]


def cut_by_one_page(content: bytes, _chance: random.Random) -> bytes:
    """The last page is gone, and with it whatever stood behind it."""
    return content[: (end_of_pages(content) or len(content)) - PAGE]


def flipped_bit(content: bytes, chance: random.Random) -> bytes:
    """One bit is another."""
    changed = bytearray(content)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def flipped_bits(content: bytes, chance: random.Random) -> bytes:
    """Up to fifty bits anywhere are others."""
    for _ in range(chance.randint(2, 50)):
        content = flipped_bit(content, chance)
    return content


def zeroed_page(content: bytes, chance: random.Random) -> bytes:
    """One page is all zeros."""
    start = PAGE * chance.randrange(len(content) // PAGE)
    return content[:start] + bytes(PAGE) + content[start + PAGE :]


def zeroed_run(content: bytes, chance: random.Random) -> bytes:
    """Up to forty pages in a row are all zeros."""
    start = PAGE * chance.randrange(len(content) // PAGE)
    count = min(PAGE * chance.randint(2, 40), len(content) - start)
    return content[:start] + bytes(count) + content[start + count :]


def overwritten(content: bytes, chance: random.Random) -> bytes:
    """A stretch of it, the beginning in every fourth, is noise."""
    start = chance.choice([0, *(chance.randrange(len(content)) for _ in range(3))])
    count = min(chance.randint(1, 60_000), len(content) - start)
    return content[:start] + chance.randbytes(count) + content[start + count :]


def emptied(_content: bytes, chance: random.Random) -> bytes:
    """Nothing is left, or something else stands there."""
    return chance.choice(
        [b"", b"\xff\xd8\xff\xe0" + chance.randbytes(5000), b"Dear diary, " * 900, bytes(40_000)]
    )


DAMAGES: dict[str, Damage] = {
    damage.__name__: damage
    for damage in (
        cut,
        cut_by_one_page,
        flipped_bit,
        flipped_bits,
        zeroed_page,
        zeroed_run,
        overwritten,
        emptied,
    )
}


@dataclass(frozen=True)
class Original:
    """A project, and what is in it.

    Attributes
    ----------
    folder : Path
        As it was closed, with a snapshot of the middle of its life.
    crashed : Path
        The same, as it lies there when the program dies: its last edits are in the write-ahead log.
    early, late : dict
        Its state when the snapshot was taken, and at the end.
    since : mapping
        For each clip what it was from then on: its facts, its labels, its rejections.
    """

    folder: Path
    crashed: Path
    early: dict[str, Any]
    late: dict[str, Any]
    since: Mapping[int, tuple[set[Any], ...]]


def make(place: Path) -> Original:
    """A project as people leave it: imports, edits of all kinds, some undone, a run and what it suggests."""
    folder = place / "birds"
    Project.create(folder).close()
    with Project.open(folder) as project:
        import_clips(project, folder, 0)
        label_them(project)
        take_snapshot(project.file, "in the middle")
        early = state_of(project)
    crashed = place / "crashed" / "birds"
    with Project.open(folder) as project:
        import_clips(project, folder, CLIPS // 2)
        relabel(project)
        train_and_suggest(project)
        late = state_of(project)
        shutil.copytree(folder, crashed)
    return Original(folder, crashed, early, late, since_then(folder, early))


def since_then(folder: Path, early: dict[str, Any]) -> dict[int, tuple[set[Any], ...]]:
    """What each clip of the snapshot has been since, by undoing everything in a copy."""
    since = {clip_id: tuple({repr(part)} for part in was) for clip_id, was in early["clips"].items()}
    with tempfile.TemporaryDirectory() as name:
        shutil.copytree(folder, Path(name) / "copy")
        with Project.open(Path(name) / "copy") as project:
            steps = len([one for one in project.catalogue.history(10_000) if not one.undone])
            last = len([one for one in early["history"] if not one[2]])
            for _ in range(steps - last + 1):
                for clip_id, known in since.items():
                    for part, seen in zip(clip_facts(project, clip_id), known, strict=True):
                        seen.add(repr(part))
                project.catalogue.undo()
    return since


def import_clips(project: Project, folder: Path, first: int) -> None:
    """Take in half of the clips, in batches, with whole-clip classes and regions."""
    facts = AudioFacts(rate_hz=48_000, channels=1, frames=480_000, encoding="WAV 16 bit")
    for start in range(first, first + CLIPS // 2, 40):
        found = [
            FoundClip(
                Candidate(
                    folder / f"recordings/site {number % 7}/{number}.wav",
                    ("robin", "wren", "")[number % 3],
                    f"site {number % 7}",
                    str(number % 3),
                    regions=tuple(
                        Region(0.5 * k, 0.5 * k + 0.4, "čejka, volá", 900.0, 4000.0)
                        for k in range(number % 4)
                    ),
                ),
                facts,
                f"{number:032x}",
            )
            for number in range(start, start + 40)
        ]
        project.catalogue.add_clips(found, continuing=start > first)


def label_them(project: Project) -> None:
    """Edits one by one, as a person makes them."""
    for number, clip in enumerate(project.catalogue.view.clips[:60]):
        view = project.catalogue.view
        label = Label(view.classes[number % 3].id, number / 10, number / 10 + 0.25)
        project.catalogue.apply(Text("label"), edits.add_label(view, clip.id, label))
    project.catalogue.apply(Text("add class"), edits.add_class(project.catalogue.view, "owl"))
    for _ in range(3):
        project.catalogue.undo()


def relabel(project: Project) -> None:
    """Edits of what the snapshot has: changed, deleted, merged and undone."""
    for clip in project.catalogue.view.clips[20:50]:
        view = project.catalogue.view
        old = view.labels(clip.id)[-1] if view.labels(clip.id) else None
        if old is not None:
            project.catalogue.apply(Text("delete"), edits.replace_label(view, clip.id, old, None))
    view = project.catalogue.view
    project.catalogue.apply(
        Text("label"), edits.label_clips(view, [c.id for c in view.clips[100:180]], view.classes[1].id)
    )
    view = project.catalogue.view
    project.catalogue.apply(Text("group"), edits.set_group(view, [c.id for c in view.clips[:30]], "site 9"))
    view = project.catalogue.view
    project.catalogue.apply(Text("rename"), edits.change_class(view, replace(view.classes[0], name="Robin")))
    view = project.catalogue.view
    project.catalogue.apply(Text("reject"), edits.reject(view, {view.clips[5].id: (view.classes[1].id,)}))
    project.catalogue.apply(Text("remove"), edits.remove_clips(view, [view.clips[7].id]))
    for _ in range(2):
        project.catalogue.undo()


def train_and_suggest(project: Project) -> None:
    """What is kept beside clips and labels."""
    run = project.runs.next("fast", {"epochs": 20, "classes": ["robin", "wren"]})
    project.runs.put(replace(run, status=RunStatus.DONE, report={"accuracy": 0.75}))
    project.runs.add_epochs(run.id, [Epoch(k, 1.0 / k, 0.5, 1.1 / k, 0.5, 0.001, 0.5) for k in range(1, 21)])
    view = project.catalogue.view
    first, second = view.classes[:2]
    event = Label(first.id, 0.25, 0.75, source=Source.MODEL, score=0.75)
    project.suggestions.put(
        [
            SuggestionDetail(
                Suggestion(clip.id, run.id, first.id, 0.75), {first.id: 0.75, second.id: 0.25}, (event,)
            )
            for clip in view.clips[::2]
        ]
    )
    project.quarantine.put([Quarantined(project.folder / "broken.wav", Text("it has no sound"))])
    names = [clip.id for clip in view.clips[:20]]
    project.label_files.keep(
        KeptLabelFile(one, "audacity", f"{one}.txt", b"0.5\t1.0\twren\n" * 50) for one in names
    )
    project.settings.put("training", {"preset": "fast"})


def state_of(project: Project) -> dict[str, Any]:
    """All that a project holds; every row of it is read."""
    view = project.catalogue.view
    names = {known.id: known.name for known in view.classes}
    steps = project.catalogue.history(10_000)
    return {
        "clips": {clip_id: clip_facts(project, clip_id) for clip_id in view.clips_by_id},
        "classes": names,
        "suggestions": {clip.id: repr(project.suggestions.detail(clip.id)) for clip in view.clips},
        "label files": {clip.id: project.label_files.content(clip.id, "audacity") for clip in view.clips},
        "runs": [(repr(run), project.runs.epochs(run.id)) for run in project.runs],
        "quarantine": list(map(repr, project.quarantine)),
        "settings": project.settings.get("training"),
        "history": [(repr(one.what), one.clips, one.undone) for one in steps],
    }


def clip_facts(project: Project, clip_id: int) -> tuple[Any, list[str], list[int]]:
    """A clip, its labels and its rejections."""
    view = project.catalogue.view
    return view.clips_by_id[clip_id], sorted(map(repr, view.labels(clip_id))), sorted(view.rejected(clip_id))


def is_no_worse(state: dict[str, Any], original: Original) -> bool:
    """Whether each clip of the snapshot is as it was then or some time later, and each class is there."""
    clips = state["clips"]
    return set(original.early["classes"]) <= set(state["classes"]) and all(
        clip_id in clips and all(repr(part) in seen for part, seen in zip(clips[clip_id], known, strict=True))
        for clip_id, known in original.since.items()
    )


def share_saved(state: dict[str, Any], late: dict[str, Any]) -> float:
    """How many of the clips and labels at the end are there, 0 to 1."""

    def things(one: dict[str, Any]) -> Counter[Any]:
        found: Counter[Any] = Counter()
        for clip_id, (_clip, labels, _rejected) in one["clips"].items():
            found.update([clip_id, *((clip_id, label) for label in labels)])
        return found

    wanted = things(late)
    return (wanted & things(state)).total() / wanted.total()


@dataclass
class Tally:
    """What became of the files of one kind."""

    files: int = 0
    sound: int = 0  # opened without a word, nothing had been lost
    whole: int = 0  # told, and everything is there
    partly: int = 0  # told, and the rest is there
    refused: int = 0  # told, and nothing could be done
    silent: int = 0
    worse: int = 0  # there was a snapshot, and it was not reached
    tracebacks: int = 0
    least: float = 1.0  # the smallest share of clips and labels that was saved of a file that was opened

    @property
    def faults(self) -> int:
        """Of the kinds that may never be."""
        return self.silent + self.worse + self.tracebacks


def opened(folder: Path) -> tuple[tuple[str, ...], dict[str, Any]]:
    """What was said and what is there; opened again, there is nothing more to say, and the same is there."""
    with Project.open(folder) as project:
        notes, state = tuple(map(str, project.notes)), state_of(project)
    with Project.open(folder) as project:
        assert project.notes == ()
        assert state_of(project) == state
    return notes, state


def try_one(
    original: Original, source: Path, folder: Path, damage: Damage, chance: random.Random, tally: Tally
) -> None:
    """Damage a copy of a project and open it."""
    has_snapshot = chance.random() < 0.5
    shutil.copytree(source, folder, ignore=None if has_snapshot else shutil.ignore_patterns("snapshots"))
    file = folder / "birds.audioclf"
    file.write_bytes(damage(file.read_bytes(), chance))
    tally.files += 1
    try:
        notes, state = opened(folder)
    except UserError:
        tally.refused += 1
        tally.worse += has_snapshot
        return
    except Exception:  # noqa: BLE001 - that is what is counted
        tally.tracebacks += 1
        traceback.print_exc()
        return
    is_whole = state == original.late
    share = share_saved(state, original.late)
    tally.least = min(tally.least, share)
    says_whole = not notes or "Nothing is missing." in notes
    tally.sound += is_whole and not notes
    tally.whole += is_whole and bool(notes)
    tally.partly += not is_whole and not says_whole
    if says_whole and not is_whole:
        tally.silent += 1
        print("silent:", damage.__name__, notes, [key for key in state if state[key] != original.late[key]])
    if has_snapshot and not is_no_worse(state, original):
        tally.worse += 1
        print("worse than the snapshot:", damage.__name__, notes)


def run(files: int, seed: int = 0) -> dict[tuple[str, str], Tally]:
    """Damage so many files; what became of them, by how the project was left and by kind of damage."""
    tallies: dict[tuple[str, str], Tally] = {}
    with tempfile.TemporaryDirectory() as name:
        original = make(Path(name))
        ways = {"closed": original.folder, "crashed": original.crashed}
        for number in range(files):
            chance = random.Random(seed + number)
            kind = list(DAMAGES)[number % len(DAMAGES)]
            way = list(ways)[number // len(DAMAGES) % len(ways)]
            tally = tallies.setdefault((way, kind), Tally())
            folder = Path(name) / "copy" / "birds"
            try_one(original, ways[way], folder, DAMAGES[kind], chance, tally)
            shutil.rmtree(folder)
    return tallies


def lines(tallies: dict[tuple[str, str], Tally]) -> Iterator[str]:
    """A table."""
    yield f"{'project':8} {'damage':16} files sound whole partly refused silent worse traceback  least saved"
    for (way, kind), one in sorted(tallies.items()):
        counts = (
            one.files,
            one.sound,
            one.whole,
            one.partly,
            one.refused,
            one.silent,
            one.worse,
            one.tracebacks,
        )
        yield f"{way:8} {kind:16}" + "".join(f"{count:6}" for count in counts) + f"   {one.least:6.1%}"


def main() -> None:
    """Damage, open, print."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else FILES
    start = time.perf_counter()
    tallies = run(files)
    print("\n".join(lines(tallies)))
    taken_ms = (time.perf_counter() - start) / files * 1000
    faults = sum(one.faults for one in tallies.values())
    print(f"{files} files, {faults} faults, {taken_ms:.0f} ms each")


if __name__ == "__main__":
    main()
