"""A search as a job leaves it among its outputs: its journal, and beside it what it came to."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.json_value import json_value
from audioclf_gui.core.text import Text, text_from
from audioclf_gui.jobs.search import Found
from audioclf_gui.ml.search.study import Trial

SEARCH_OUTPUTS = "outputs/search"
"""Where a job puts it: the service keeps what is below the folder outputs."""
SEARCH_RECORD = "search.json"


def search_to_json(found: Found) -> bytes:
    """What a search came to, as the file holds it; its journal is named, and lies beside it."""
    values = {
        **asdict(replace(found, figure_name=Text.plain(""), winner=None)),
        "journal": found.journal.name,
        "figure_name": found.figure_name.stored(),
        "winner": None if found.winner is None else found.winner.number,
    }
    return json.dumps(values, indent=2, default=str).encode()


def read_search(file: Path) -> Found:
    """What `search_to_json` wrote, with the journal beside it; UserError if it is not that."""
    try:
        values = json_value(file.read_bytes())
        trials = tuple(_trial(one) for one in values["trials"])
        by_number = {one.number: one for one in trials}
        interval = values["interval"]
        return Found(
            **{
                **values,
                "journal": file.parent / Path(values["journal"]).name,
                "figure_name": text_from(values["figure_name"]),
                "trials": trials,
                "winner": None if values["winner"] is None else by_number[values["winner"]],
                "interval": None if interval is None else (interval[0], interval[1]),
            }
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UserError(
            Text("{file} is no record of a search: {problem}", file=file, problem=str(error)),
            remedy=Text("Fetch the job again; it may have been made by another version of the program."),
        ) from error


def _trial(values: Mapping[str, Any]) -> Trial:
    return Trial(**{**values, "figures": tuple(values["figures"])})
