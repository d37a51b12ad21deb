"""Bringing a file over, with as many connections as that takes."""

from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.progress import Progress
from audioclf_gui.core.text import Text
from audioclf_gui.formats.archives import begins_as_web_page, check_room, is_called_archive
from audioclf_gui.jobs.web.addresses import safe_name, shown_address
from audioclf_gui.jobs.web.answers import AnswerHead, BrokeOffError, answer
from audioclf_gui.jobs.web.part_file import FileVersion, PartFile, length_told, range_told, version_of

_TRIES = 10  # at most, and only as long as each brings more
_LOOK_AT_DISK_BYTES = 2**26  # so often it is asked whether there is room still
_CHANGED = Text("it has changed there")

_Item = TypeVar("_Item", AnswerHead, bytes)


@dataclass(frozen=True, slots=True)
class WebSource:
    """Where a file lies, and what is known of it."""

    address: str
    name: str
    size: int = 0  # bytes, about; 0 if that is not known
    checksum: str = ""
    headers: tuple[tuple[str, str], ...] = ()


def transfer(source: WebSource, part: PartFile, notes: list[Text]) -> Generator[Progress, None, str]:
    """Ask until the file is whole; its name, which is the server's if the address gives no archive's.

    Parameters
    ----------
    part
        Holds what an earlier try has brought, and in the end all of it.
    notes
        Gets what there is to tell of that.

    Raises
    ------
    UserError
        If the server refuses, the connection ends and does not come back, what comes is a web page, or the
        disk has no room.
    """
    for _number in range(_TRIES):
        before = part.size
        try:
            name = yield from _more_of_it(source, part, notes)
        except BrokeOffError:
            name = None
        if name is not None:
            return name
        is_anew = part.version is None and before > 0
        if part.size <= before and not is_anew:
            break
    raise _broke_off(source, part)


def _more_of_it(
    source: WebSource, part: PartFile, notes: list[Text]
) -> Generator[Progress, None, str | None]:
    """Ask once; None if the file is not whole after that."""
    headers = dict(source.headers)
    if part.size and part.version is not None:
        if condition := part.version.condition:
            headers |= {"Range": f"bytes={part.size}-", "If-Range": condition}
        else:
            notes.append(_anew(source, Text("the server does not tell whether it is still the same file")))
    with closing(answer(source.address, headers)) as news:
        head = yield from _first(news, AnswerHead, part, source)
        if head is None:
            return None
        _check_no_page(source, head.headers.get_content_type() == "text/html")
        if head.status == 200:
            block = (yield from _first(news, bytes, part, source)) or b""
            if not block and length_told(head.headers):
                return None
            _check_no_page(source, begins_as_web_page(block))
            _begin(source, part, head, notes)
            part.add(block)
        elif not _goes_on(head, part):
            notes.append(_anew(source, _CHANGED))
            part.drop()
            return None
        yield from _rest(news, part, source)
    is_whole = part.version is not None and part.size >= part.version.total
    return _name_told(source, head) if is_whole else None


def _first(
    news: Iterator[AnswerHead | bytes | None], kind: type[_Item], part: PartFile, source: WebSource
) -> Generator[Progress, None, _Item | None]:
    """Wait for the first of a kind; None if there is none."""
    for item in news:
        if isinstance(item, kind):
            return item
        yield _progress(part, source)
    return None


def _rest(
    news: Iterator[AnswerHead | bytes | None], part: PartFile, source: WebSource
) -> Generator[Progress, None, None]:
    looked_at = part.size
    for item in news:
        if isinstance(item, bytes):
            if part.size - looked_at >= _LOOK_AT_DISK_BYTES:
                looked_at = part.size
                check_room(source.name, _LOOK_AT_DISK_BYTES, part.path.parent)
            part.add(item)
        yield _progress(part, source)


def _progress(part: PartFile, source: WebSource) -> Progress:
    told = part.version.total if part.version is not None else 0
    total = told or source.size
    return Progress(part.size, max(total, part.size) if total else 0)


def _goes_on(head: AnswerHead, part: PartFile) -> bool:
    """Whether an answer is the rest of the file of which a part is there, or says that there is no rest."""
    if part.version is None:
        return False
    start, total = range_told(head.headers)
    told = version_of(head.headers, total)
    if head.status == 416:
        return "*/" in head.headers.get("Content-Range", "") and part.size == part.version.total
    is_same = all(not new or new == old for new, old in _pairs(told, part.version))
    return start == part.size and is_same


def _pairs(told: FileVersion, known: FileVersion) -> Iterator[tuple[object, object]]:
    yield told.etag, known.etag
    yield told.last_modified, known.last_modified
    yield told.total, known.total or told.total


def _begin(source: WebSource, part: PartFile, head: AnswerHead, notes: list[Text]) -> None:
    """Take a file from its beginning."""
    version = version_of(head.headers, length_told(head.headers))
    if part.size and part.version is not None and part.version.condition:
        is_same = all(new == old for new, old in _pairs(version, part.version))
        reason = Text("the server sends no parts of it") if is_same else _CHANGED
        notes.append(_anew(source, reason))
    check_room(source.name, version.total or source.size, part.path.parent)
    if not version.total:
        notes.append(
            Text(
                "the server did not tell how long {name} is, so nothing shows if it was cut", name=source.name
            )
        )
    part.begin(version)


def _anew(source: WebSource, reason: Text) -> Text:
    return Text("{name} was fetched from its beginning again: {reason}", name=source.name, reason=reason)


def _name_told(source: WebSource, head: AnswerHead) -> str:
    """A better name than that in the address, if the server gives one."""
    told = head.headers.get_filename()
    if told is None or is_called_archive(Path(source.name)) or source.headers:
        return source.name
    name = safe_name(told)
    return name if is_called_archive(Path(name)) else source.name


def _check_no_page(source: WebSource, is_page: bool) -> None:
    if is_page:
        raise UserError(
            Text("at {address} is a web page and no archive", address=shown_address(source.address)),
            remedy=Text(
                "Open it in a browser, which may ask you to log in; fetch the file there and import it."
            ),
        )


def _broke_off(source: WebSource, part: PartFile) -> UserError:
    shown, done_mb = shown_address(source.address), part.size / 1e6
    total = part.version.total if part.version is not None else 0
    message = Text(
        "the connection to {address} broke off after {done_mb:.1f} MB", address=shown, done_mb=done_mb
    )
    if total:
        message = Text(
            "the connection to {address} broke off after {done_mb:.1f} of the {total_mb:.1f} MB promised",
            address=shown,
            done_mb=done_mb,
            total_mb=total / 1e6,
        )
    return UserError(message, remedy=Text("Do it again: it goes on from there."))
