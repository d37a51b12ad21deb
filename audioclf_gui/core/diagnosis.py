"""What the program found out about the computer it runs on."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from audioclf_gui.core.text import Text


@dataclass(frozen=True, slots=True)
class ComputerFact:
    """One fact, with what to do where something is amiss."""

    about: Text
    told: Text
    remedy: Text | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """Findings that belong together."""

    title: Text
    facts: tuple[ComputerFact, ...]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """All that was found out."""

    chapters: tuple[Chapter, ...]

    @property
    def amiss(self) -> tuple[ComputerFact, ...]:
        """Those that ask for something to be done."""
        return tuple(one for chapter in self.chapters for one in chapter.facts if one.remedy is not None)

    def lines(self) -> Iterator[str]:
        """The whole in English, as a report that is sent to somebody; no name of a user is in it."""
        for chapter in self.chapters:
            yield f"{chapter.title}"
            for one in chapter.facts:
                yield f"  {one.about}: {one.told}"
                if one.remedy is not None:
                    yield f"    to do: {one.remedy}"
            yield ""


def without_home(path: Path) -> str:
    """A path as it may be shown to strangers: what is in the home folder begins with ~."""
    home = Path.home()
    return str(Path("~") / path.relative_to(home)) if path.is_relative_to(home) else str(path)
