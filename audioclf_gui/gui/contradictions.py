"""What is said wherever suggestions are about to be accepted that contradict labels of people."""

from audioclf_gui.core.text import Text


def contradictions_told(n: int, total: int) -> Text:
    """How many of the proposals do."""
    return Text(
        "{n} proposal of {total} contradicts a label that a person gave",
        "{n} proposals of {total} contradict labels that people gave",
        n=n,
        total=total,
    )


def accept_others(n: int) -> Text:
    """Accept only what contradicts nobody."""
    return Text("Accept the other one", "Accept the {n} others", n=n)


def replace_labels(n: int) -> Text:
    """Accept everything."""
    return Text("Replace that label too", "Replace {n} labels too", n=n)
