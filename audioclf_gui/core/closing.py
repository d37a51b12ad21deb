"""What holds something that must be let go."""

from abc import ABC, abstractmethod
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
