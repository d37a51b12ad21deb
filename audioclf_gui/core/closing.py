"""What holds something that must be let go."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Self


class Closing(ABC):
    """Lets go of what it holds by `close`, which the end of a `with` block calls."""

    @abstractmethod
    def close(self) -> None:
        """Let it go."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextmanager
def on_failure(undo: Callable[[], object]) -> Iterator[None]:
    """Undo what was begun if the block does not come to its end; what ended it goes on.

    Whatever that is: Ctrl+C and a generator that is closed leave as little behind as an error does.
    """
    try:
        yield
    except BaseException:
        undo()
        raise
