"""Fetching a file from the web, when somebody asks for it."""

import hashlib
import os
import re
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.content import flush_file
from audioclf_gui.core.errors import UserError, cannot_write
from audioclf_gui.core.progress import Progress, paced
from audioclf_gui.core.text import Text
from audioclf_gui.formats.datasets.known_sets import KNOWN_SETS
from audioclf_gui.jobs.web import kaggle
from audioclf_gui.jobs.web.addresses import checked_address, digest_of, name_at, shown_address
from audioclf_gui.jobs.web.part_file import PartFile
from audioclf_gui.jobs.web.transfer import WebSource, transfer

DOWNLOADS = "downloads"
"""The folder in that of a project for what is fetched, if nobody chooses another one."""

_BLOCK_BYTES = 2**20
_CHECKSUM = re.compile(r"(md5:[0-9a-f]{32}|sha256:[0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class Fetch:
    """What is to be fetched, and where it goes."""

    what: str  # an address, or the name of a known data set
    into: Path  # a folder
    checksum: str = ""  # "sha256:…" or "md5:…"; that of a known data set is known


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of it."""

    path: Path
    size: int  # bytes
    had: int  # bytes that were there from an earlier try, all of them if nothing was left to fetch
    checked: str = ""  # by which kind of checksum, if there is one
    notes: tuple[Text, ...] = ()


def fetch(request: Fetch) -> Generator[Progress, None, Fetched]:
    """Fetch a file; what an earlier try has brought is not fetched again, if it is still the same file.

    The file has its name when it is whole, and its checksum is right, if one is known. Until then it is
    called `….part`. To cancel, stop iterating: what came stays, for the next time.

    Yields
    ------
    Progress
        Bytes, at most ten times a second; the total is 0 if the server does not tell it.

    Raises
    ------
    UserError
        If the address is none, the server refuses, the connection ends and does not come back, what comes is
        a web page or not what its checksum says, or the disk has no room.
    """
    source = _source(request)
    target = request.into / source.name
    try:
        if target.exists():
            return (yield from paced(_there_already(target, source)))
        request.into.mkdir(parents=True, exist_ok=True)
        part = PartFile(request.into / f"{source.name}.{digest_of(source.address)[:8]}.part")
        had, notes = part.size, list[Text]()
        name = yield from paced(transfer(source, part, notes))
        target = request.into / name
        size = part.size
        yield from paced(_checked(part, source, target.name))
        if target.exists():
            raise _in_the_way(target)
        flush_file(part.path)
        part.finish(target)
    except OSError as error:
        raise cannot_write(target, error) from error
    return Fetched(target, size, had, source.checksum.partition(":")[0], tuple(notes))


def _source(request: Fetch) -> WebSource:
    checksum = request.checksum.strip().lower()
    if checksum and not _CHECKSUM.fullmatch(checksum):
        raise UserError(
            Text("“{checksum}” is no checksum", checksum=request.checksum),
            remedy=Text("Give it as sha256: and 64, or md5: and 32 hexadecimal digits."),
        )
    known = KNOWN_SETS.get(request.what.strip().lower())
    if known is not None:
        return WebSource(known.address, known.file, known.size, checksum or known.checksum)
    address = checked_address(request.what)
    if not kaggle.is_of_kaggle(address):
        return WebSource(address, name_at(address), checksum=checksum)
    address, name = kaggle.download_of(address)
    told = kaggle.authorization(os.environ, Path.home())
    return WebSource(address, name, checksum=checksum, headers=tuple(told.items()))


def _checked(part: PartFile, source: WebSource, name: str) -> Generator[Progress, None, None]:
    """Compare the file with its checksum; one that is not as it should be does not stay."""
    if not source.checksum:
        if not part.size:
            part.drop()
            raise UserError(
                Text("the file at {address} is empty", address=shown_address(source.address)),
                remedy=Text("Check the address."),
            )
        return
    found = yield from _checksum_of(part.path, source.checksum.partition(":")[0])
    if found != source.checksum:
        part.drop()
        raise UserError(
            Text(
                "{name} is not the file that it should be: its checksum is {found} and not {wanted}",
                name=name,
                found=found,
                wanted=source.checksum,
            ),
            remedy=Text(
                "Fetch it again. If that does not help, its owner has changed it: see what the owner says,"
                " then give its address in place of its name."
            ),
        )


def _checksum_of(path: Path, kind: str) -> Generator[Progress, None, str]:
    digest, done, total = hashlib.new(kind, usedforsecurity=False), 0, path.stat().st_size
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
            done += len(block)
            yield Progress(done, total)
    return f"{kind}:{digest.hexdigest()}"


def _there_already(target: Path, source: WebSource) -> Generator[Progress, None, Fetched]:
    """The file from an earlier time, if its checksum shows that it is the same."""
    if not source.checksum or not target.is_file():
        raise _in_the_way(target)
    kind = source.checksum.partition(":")[0]
    found = yield from _checksum_of(target, kind)
    if found != source.checksum:
        raise _in_the_way(target)
    size = target.stat().st_size
    return Fetched(target, size, size, kind, (Text("{name} was there already", name=target.name),))


def _in_the_way(target: Path) -> UserError:
    return UserError(
        Text("{path} is there already", path=target),
        remedy=Text("Import that one, or move it away and fetch again."),
    )
