"""Tasks of Label Studio, taken apart: the entries of one annotation of each are its labels."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from audioclf_gui.core.label import Region
from audioclf_gui.core.recording_names import is_recording
from audioclf_gui.core.text import Text
from audioclf_gui.formats.json_text import NOTHING, BadJsonError, Node, list_changes, parsed
from audioclf_gui.formats.registry import BadLabelFileError, NotALabelError, SkippedLine
from audioclf_gui.formats.template import region_of
from audioclf_gui.formats.text import FileText, changed


@dataclass(frozen=True, slots=True)
class StudioTask:
    """A task, and the annotation of it that is read."""

    node: Node
    annotation: Node
    sound_file: str
    left_out: int  # how many other people annotated it

    @property
    def result(self) -> Node:
        """The list of its entries."""
        return self.annotation.get("result")

    @property
    def length_s(self) -> float | None:
        """How long its recording was where it was labelled, if an entry says so."""
        return next((told for one in self.result.items if (told := one.get("original_length").number)), None)


@dataclass(frozen=True, slots=True)
class StudioPlace:
    """Where a region stands."""

    task: int
    entry: int  # in the list of the task
    name: Node  # the text of its name; `NOTHING` if it has none
    note: Node  # the entry of its note


@dataclass(frozen=True, slots=True)
class StudioFile:
    """A file of tasks, and for each of its regions where it stands."""

    source: FileText
    root: Node
    tasks: tuple[StudioTask, ...]
    regions: tuple[Region, ...]
    places: tuple[StudioPlace, ...]
    skipped: tuple[SkippedLine, ...]

    def part(self, indices: Collection[int]) -> bytes:
        """The tasks of those regions."""
        wanted = {self.places[at].task for at in indices}
        nodes = {self.tasks[at].node.start for at in wanted}
        if self.root.kind != "list":
            return self.source.encode(self.source.text)
        dropped = [at for at, one in enumerate(self.root.items) if one.start not in nodes]
        return self.source.encode(
            changed(self.source.text, list_changes(self.source.text, self.root, dropped, ()))
        )


def studio_file(content: bytes, source: Path) -> StudioFile:
    """Take a file apart; BadLabelFileError if it is about no stretch of sound."""
    text = FileText.decode(content)
    try:
        root = parsed(text.text)
    except BadJsonError as error:
        line = text.text.count("\n", 0, error.position) + 1
        raise BadLabelFileError(source, Text("it does not go on as JSON does"), line) from error
    tasks = tuple(_tasks(root))
    regions: list[Region] = []
    places: list[StudioPlace] = []
    skipped: list[SkippedLine] = []
    for number, task in enumerate(tasks):
        notes = _notes_by_id(task)
        for at, entry in enumerate(task.result.items):
            if not _is_stretch(entry):
                continue
            try:
                note = notes.get(entry.get("id").text, NOTHING)
                found = list(_regions(text.text, task, entry, note))
            except NotALabelError as error:
                skipped.append(SkippedLine(text.text.count("\n", 0, entry.start) + 1, error.reason))
                continue
            for region, name in found:
                regions.append(region)
                places.append(StudioPlace(number, at, name, note))
    if not regions:
        _refuse_others(root, tasks, skipped, source)
    return StudioFile(text, root, tasks, tuple(regions), tuple(places), tuple(skipped))


def _refuse_others(
    root: Node, tasks: Sequence[StudioTask], skipped: Sequence[SkippedLine], source: Path
) -> None:
    """BadLabelFileError for a file that is about no stretch of sound."""
    if skipped:
        raise BadLabelFileError(source, skipped[0].reason, skipped[0].number)
    kinds = {entry.get("type").text for task in tasks for entry in task.result.items} - {"textarea", ""}
    if kinds:
        kind = min(kinds)
        reason = Text("its entries are no stretches of sound, but “{kind}”", kind=kind)
        raise BadLabelFileError(source, reason)
    if not any(one.get("data").kind == "object" for one in task_nodes(root)):
        raise BadLabelFileError(source, Text("it is no task of Label Studio, nor a list of them"))


def task_nodes(root: Node) -> tuple[Node, ...]:
    """The tasks of a file: it is a list of them, or one."""
    return root.items if root.kind == "list" else (root,)


def _tasks(root: Node) -> Iterator[StudioTask]:
    for node in task_nodes(root):
        done = [
            one
            for one in node.get("annotations").items
            if one.get("result").kind == "list" and one.get("was_cancelled").value is not True
        ]
        truths = [one for one in done if one.get("ground_truth").value is True]
        chosen = max(truths or done, key=lambda one: one.get("updated_at").text, default=None)
        if chosen is not None:
            yield StudioTask(node, chosen, _sound_file(node.get("data"), chosen), len(done) - 1)


def _sound_file(data: Node, annotation: Node) -> str:
    """What the task calls the recording: what an entry says it is about, or what looks like a recording."""
    sources = (entry.get("source").text for entry in annotation.get("result").items)
    named = [source[1:] for source in sources if source.startswith("$")]
    texts = {name: node.text for name, node in data.members.items() if node.text}
    found = [texts[name] for name in named if name in texts]
    found += [text for text in texts.values() if is_recording(_path(text))]
    found += [texts[name] for name in ("audio", "url") if name in texts]
    return _path(found[0]) if found else ""


def _path(address: str) -> str:
    """A local file's address says in its query which one it is: `/data/local-files/?d=set/a.wav`."""
    try:
        query = parse_qs(urlsplit(address).query)
    except ValueError:
        return address
    return query["d"][0] if "d" in query else address


def _is_stretch(entry: Node) -> bool:
    value = entry.get("value")
    return {"start", "end"} <= value.members.keys() and entry.get("type").text in {"labels", "region", ""}


def _regions(text: str, task: StudioTask, entry: Node, note: Node) -> Iterator[tuple[Region, Node]]:
    """The regions of an entry, one for each of its names, with the node of the name."""
    value = entry.get("value")
    start_s, end_s = value.get("start").number, value.get("end").number
    if start_s is None or end_s is None:
        raise NotALabelError(Text("its start or its end is no number of seconds"))
    score = entry.get("score").number
    score = score if score is not None and 0.0 <= score <= 1.0 else None
    said = "\n".join(_note_texts(note))
    for name in value.get("labels").items or (NOTHING,):
        raw = text[entry.start : entry.stop]
        region = region_of(
            start_s, end_s, name.text, None, None, score, raw, note=said, sound_file=task.sound_file
        )
        yield region, name


def _notes_by_id(task: StudioTask) -> dict[str, Node]:
    """The first textarea of each id."""
    found: dict[str, Node] = {}
    for entry in task.result.items:
        if entry.get("type").text == "textarea" and entry.get("id").text:
            found.setdefault(entry.get("id").text, entry)
    return found


def _note_texts(note: Node) -> list[str]:
    text = note.get("value", "text")
    return [one.text for one in text.items] if text.kind == "list" else [text.text] if text.text else []


def studio_notes(file: StudioFile) -> Iterator[Text]:
    """What to say of what is in the file and not shown."""
    others = sum(task.left_out for task in file.tasks)
    if others:
        yield Text(
            "{n} annotation of another person, or an earlier one, is kept in the file and not shown",
            "{n} annotations of other people, or earlier ones, are kept in the file and not shown",
            n=others,
        )
    entries = sum(
        not _is_stretch(one) and one.get("type").text != "textarea"
        for task in file.tasks
        for one in task.result.items
    )
    if entries:
        yield Text(
            "{n} entry that is no stretch of sound is kept in the file and not shown",
            "{n} entries that are no stretches of sound are kept in the file and not shown",
            n=entries,
        )
