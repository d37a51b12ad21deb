"""Names that tell where, when, with what or of whom recordings were made, and not what is in them."""

import re

_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?!\d)")
_COUNTED_FILE = re.compile(
    r"(?:rec|rec[_ -]?file|zoom|ste|tascam|dr|dm|voice|audio|track|new[_ ]recording|memo|file|r|mono|tr)?"
    r"[_ -]?\d{2,}(?:[_ -][a-z]{0,4}\d*)?",
    re.IGNORECASE,
)
_COUNTED_FOLDER = re.compile(
    r"(?:am|sm\d?|smm|swift|audiomoth|arbimon|aru|unit|rec|recorder|mic|microphone|hydrophone|card|sd|site|plot"
    r"|point|station|loc|location|transect|day|night|session|visit|week|deployment|zoom|s4a|tascam|channel|ch"
    r"|tape|device|phone|sensor|node|logger|batch|part|disc|disk|cd|camera|cam|actor|subject|participant|patient)"
    r"(?:[\s_-]*(?:\d+|(?-i:[A-Z]))|[\s_-]+[a-z])(?:[_-]?\w?\d+)*",
    re.IGNORECASE,
)
_CARD = re.compile(
    r"dcim|\d{3}(?:_?[a-z]{3,5})|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:19|20)\d\d", re.IGNORECASE
)


def is_recorders_file(stem: str) -> bool:
    """Whether the name of a recording, without its ending, tells when or as which it was made: REC0012."""
    return _DATE.search(stem) is not None or _COUNTED_FILE.fullmatch(stem) is not None


def is_recorders_folder(name: str) -> bool:
    """Whether a folder's name tells where, when or who was recorded, and not what: AM01, site 3, Actor_02."""
    return (
        _DATE.search(name) is not None
        or _COUNTED_FOLDER.fullmatch(name) is not None
        or _CARD.fullmatch(name) is not None
    )
