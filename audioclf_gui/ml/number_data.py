"""What there is to learn a number from: every clip of which it is known, as a whole."""

from audioclf_gui.core.text import Text
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.dataset import TrainingData, example_of, group_of, grouped_by


def number_data(view: CatalogueView) -> TrainingData:
    """The clips with a number, as wholes; their labels do not matter. Looks at no file."""
    known = [(clip, clip.target) for clip in view.clips if clip.target is not None and clip.duration_s > 0.0]
    return TrainingData(
        classes=(),
        class_ids=(),
        examples=tuple(example_of(view, clip, target, 0.0, clip.duration_s) for clip, target in known),
        grouped_by=grouped_by([group_of(clip) for clip, _ in known]),
        objective="regression",
        quantity=view.quantity.name or "number",
        unit=view.quantity.unit,
        notes=_left_out_notes(len(view.clips) - len(known)),
    )


def _left_out_notes(clips: int) -> tuple[Text, ...]:
    if not clips:
        return ()
    note = Text(
        "{n} clip has no number and is left out.", "{n} clips have no number and are left out.", n=clips
    )
    return (note,)
