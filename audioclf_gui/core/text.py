"""Messages as values: what is said, and with which facts, until somebody reads it in a language."""

import json
import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeAlias

from typing_extensions import override

Fact: TypeAlias = "str | int | float | Path | Text"
"""What a message may tell of; floats are rounded by the template: `{level_db:.1f}`."""

Translate: TypeAlias = Callable[[str, int | None], str]
"""From an English template and the count, if there is one, to the reader's language; "" if not known."""

Shown: TypeAlias = Callable[[object, str], str]
"""From a fact and its format in the template, as `format` takes them, to how the reader writes it."""

Words: TypeAlias = "Callable[[Text], str]"
"""What says a message in somebody's language; `str` is English."""

_LONGEST_SPEC = 5  # as in `{low:+.2f}`; a longer one in a file could ask for gigabytes of spaces


class Text:
    """A message with its facts, compared by value; it becomes words where it is read.

    The templates are looked for in the source by the extractor of translations, so they are always
    written as literals. `str(text)` is the message in English.

    Parameters
    ----------
    template : str
        English, with the facts in braces as `str.format` has them.
    many : str, optional
        The English template for any count but one; the count is the fact `n`.
    facts
        What the braces stand for. A fact may be a Text itself.

    Examples
    --------
    >>> str(Text("{n} clip has no sound", "{n} clips have no sound", n=2))
    '2 clips have no sound'
    """

    __slots__ = ("_facts", "many", "template")

    def __init__(self, template: str, many: str = "", /, **facts: Fact) -> None:
        self.template = template
        self.many = many
        self._facts = {name: str(fact) if isinstance(fact, Path) else fact for name, fact in facts.items()}

    @classmethod
    def plain(cls, words: str) -> Self:
        """Words that are nobody's to translate: a name, or what another program said."""
        return cls("{words}", words=words)

    @classmethod
    def number(cls, number: float, spec: str) -> Self:
        """A number alone, rounded as `format` has it: the reader's language writes its signs."""
        return cls(f"{{number:{spec}}}", number=number)

    @property
    def facts(self) -> Mapping[str, Fact]:
        """What the braces stand for."""
        return self._facts

    @property
    def count(self) -> int | None:
        """The number that decides on the plural; None if the message has none."""
        count = self._facts.get("n")
        return count if self.many and isinstance(count, int) else None

    def of_count(self, n: int) -> "Text":
        """The same message of another number."""
        return Text(self.template, self.many, **{**self._facts, "n": n})

    def words(self, translate: Translate, shown: Shown = format) -> str:
        """The message in the language of `translate`, facts that are messages included."""
        facts = {
            name: fact.words(translate, shown) if isinstance(fact, Text) else fact
            for name, fact in self._facts.items()
        }
        english = self.template if not self.many or self.count == 1 else self.many
        return _Filler(shown).vformat(translate(self.template, self.count) or english, (), facts)

    def __str__(self) -> str:
        return self.words(lambda _template, _count: "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Text) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Text({str(self)!r})"

    def _key(self) -> tuple[object, ...]:
        return self.template, self.many, tuple(sorted(self._facts.items()))

    def stored(self) -> str:
        """The message as the project file keeps it, to be read again by `text_from`."""
        return json.dumps(_to_json(self), ensure_ascii=False)


def text_from(stored: str) -> Text:
    """The message that `Text.stored` wrote; any other words are taken as they are."""
    if not stored.startswith('{"text"'):
        return Text.plain(stored)
    try:
        text = _from_json(json.loads(stored))
        str(text)  # somebody may have edited the file: a message that cannot be said is none
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Text.plain(stored)
    return text


def placeholders(template: str) -> frozenset[str]:
    """The names of the facts in a template, which a translation must have too."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(template) if name)


def listed(texts: Sequence[Text], separator: str = " ") -> Text:
    """Several messages, one after the other, as one."""
    template = separator.join(f"{{part{place}}}" for place in range(len(texts)))
    return Text(template, **{f"part{place}": text for place, text in enumerate(texts)})


def joined(names: Iterable[str]) -> Text:
    """Names, with between them what the reader's language puts there."""
    return listed([Text.plain(name) for name in names], ", ")


def quoted(names: Sequence[str], most: int = 3) -> Text:
    """The first of the names, in quotation marks."""
    told = [Text("“{name}”", name=name) if name else Text("empty") for name in names[:most]]
    return listed([*told, Text.plain("…")] if len(names) > most else told, ", ")


class _Filler(string.Formatter):
    """`str.format` that asks somebody else how a fact is written."""

    def __init__(self, shown: Shown) -> None:
        self._shown = shown

    @override
    def format_field(self, value: object, format_spec: str) -> str:
        return self._shown(value, format_spec)


def _to_json(text: Text) -> dict[str, object]:
    facts = {name: _to_json(fact) if isinstance(fact, Text) else fact for name, fact in text.facts.items()}
    return {"text": text.template, "many": text.many, "facts": facts}


def _from_json(kept: Mapping[str, Any]) -> Text:
    pairs = kept["facts"].items()
    facts = {name: _from_json(fact) if isinstance(fact, dict) else fact for name, fact in pairs}
    if not all(isinstance(fact, Text | str | int | float) for fact in facts.values()):
        raise TypeError("only texts and numbers are facts")
    text = Text(str(kept["text"]), str(kept["many"]), **facts)
    specs = (spec for _, _, spec, _ in string.Formatter().parse(text.template + text.many))
    if any(len(spec or "") > _LONGEST_SPEC for spec in specs):
        raise ValueError("no message formats a number so wide")
    return text
