"""How the events of a job in Azure are said on a terminal."""

from audioclf_gui.cli.output import say


def show(event: object) -> None:
    """Say what a person who waits for a job wants to know."""
    from audioclf_gui.remote.azure.saying import said_of

    if (said := said_of(event)) is not None:
        say(str(said))
