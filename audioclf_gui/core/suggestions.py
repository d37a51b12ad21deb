"""What models suggest for the clips of an open project."""

from collections.abc import Sequence

from audioclf_gui.core.catalogue import Catalogue
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.run import SuggestionDetail
from audioclf_gui.core.store import suggestions as store
from audioclf_gui.core.store.database import Database


class Suggestions:
    """The newest suggestion for each clip; the class and score of each are in the catalogue's view too."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self._database = database
        self._catalogue = catalogue

    def detail(self, clip_id: ClipId) -> SuggestionDetail | None:
        """The suggestion with every class's score and the events inside the clip."""
        return store.read_suggestion_detail(self._database.connection, clip_id)

    def put(self, details: Sequence[SuggestionDetail]) -> None:
        """Replace what is suggested for these clips."""
        with self._database.writing() as connection:
            store.write_suggestions(connection, details)
        view = self._catalogue.view
        self._catalogue.view = view.with_suggestions(one.suggestion for one in details)
