"""What was done otherwise from run to run."""

from collections.abc import Mapping, Sequence


def differing(settings: Sequence[Mapping[str, object]]) -> dict[str, tuple[object, ...]]:
    """The parameters that are not alike in all these settings, with the value in each; None: it has none.

    In the order of the first settings, with those that only later ones have at the end.
    """
    names = dict.fromkeys(name for one in settings for name in one)
    values = {name: tuple(one.get(name) for one in settings) for name in names}
    return {name: found for name, found in values.items() if any(one != found[0] for one in found)}
