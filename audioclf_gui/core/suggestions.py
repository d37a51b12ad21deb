"""What models suggest for the clips of an open project."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from audioclf_gui.core.catalogue import Catalogue
from audioclf_gui.core.clip import ClipId
from audioclf_gui.core.label import ClassId, Label, Labels
from audioclf_gui.core.run import SuggestionDetail
from audioclf_gui.core.store import suggestions as store
from audioclf_gui.core.store.database import Database
from audioclf_gui.core.view import CatalogueView


class Suggestions:
    """The newest suggestion for each clip; the class and score of each are in the catalogue's view too."""

    def __init__(self, database: Database, catalogue: Catalogue) -> None:
        self._database = database
        self._catalogue = catalogue

    def detail(self, clip_id: ClipId) -> SuggestionDetail | None:
        """The suggestion with every class's score and the events inside the clip.

        All of it is in the present classes: what was merged is added up, what was dropped is left out;
        None if the likeliest class was. Of a recording that is of no class as a whole there are the events.
        """
        view = self._catalogue.view
        detail = store.read_suggestion_detail(self._database.connection, clip_id)
        if detail is None:
            return None
        is_of_whole = bool(detail.suggestion.classes)
        suggestion = view.suggestion(clip_id) if is_of_whole else detail.suggestion
        if suggestion is None:
            return None
        scores: dict[ClassId, float] = {}
        for class_id, score in detail.scores.items():
            if (now := view.class_now(class_id)) is not None:
                scores[now] = min(1.0, scores.get(now, 0.0) + score)
        events = tuple(_present(detail.events, view))
        return SuggestionDetail(suggestion, scores, events) if is_of_whole or events else None

    def put(self, details: Sequence[SuggestionDetail], withdrawn: Collection[ClipId] = ()) -> None:
        """Replace what is suggested for these clips; for the withdrawn ones it is nothing any more."""
        with self._database.writing() as connection:
            store.write_suggestions(connection, details)
            store.delete_suggestions(connection, withdrawn)
        whole = [one.suggestion for one in details if one.suggestion.classes]
        inside = [one.suggestion.clip_id for one in details if not one.suggestion.classes]
        self._catalogue.view = self._catalogue.view.with_suggestions(whole, (*withdrawn, *inside))


def _present(events: Labels, view: CatalogueView) -> Iterator[Label]:
    for event in events:
        now = None if event.class_id is None else view.class_now(event.class_id)
        if now is not None:
            yield replace(event, class_id=now)
