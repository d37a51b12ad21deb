"""What a job tells, in words for a person who waits; progress within an epoch is left out."""

from audioclf_gui.core.report import report_from_json
from audioclf_gui.core.text import Text
from audioclf_gui.ml.events import ClipRefused, EpochDone, FoldDone, Note, PartBegun
from audioclf_gui.remote.azure.events import AzureNote, LogLine


def said_of(event: object) -> Text | None:
    """An event in words; None if a person need not read it."""
    match event:
        case EpochDone():
            one = event.epoch
            return Text(
                "epoch {number:d} of {epochs:d}: loss {loss:.3f}, held out {held:.3f}, figure {figure:.3f}",
                number=one.number,
                epochs=event.epochs,
                loss=one.train_loss,
                held=one.valid_loss,
                figure=one.valid_figure,
            )
        case PartBegun():
            return Text("{part}:", part=event.name)
        case FoldDone():
            return _of_fold(event)
        case ClipRefused():
            return Text(
                "put aside: {path}: {reason}. {remedy}",
                path=event.path,
                reason=event.reason,
                remedy=event.remedy,
            )
        case LogLine():
            return Text.plain(event.line)
    return event.text if isinstance(event, Note | AzureNote) else None


def _of_fold(fold: FoldDone) -> Text | None:
    headline = report_from_json(fold.report).headline
    return None if headline is None else Text("fold {name}: {figure}", name=fold.name, figure=headline.text)
