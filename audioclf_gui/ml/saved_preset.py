"""Ways to train that a person has saved under a name, and what such settings need of a project."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from audioclf_gui.core.errors import UserError
from audioclf_gui.core.text import Text, quoted
from audioclf_gui.core.view import CatalogueView
from audioclf_gui.ml.class_weights import check_class_weights
from audioclf_gui.ml.dataset import group_of
from audioclf_gui.ml.held_out import held_out
from audioclf_gui.ml.listeners.registry import is_file_name
from audioclf_gui.ml.settings import TrainSettings, settings_for


@dataclass(frozen=True, slots=True)
class SavedPreset:
    """Settings under a name, whole; `settings.preset` is the ready-made one that they started from."""

    name: str
    settings: TrainSettings
    note: str = ""


def base_of(settings: TrainSettings) -> TrainSettings:
    """What the settings started from: a preset's own values, or those of its authors with their mistakes."""
    return replace(settings_for(settings.preset, as_given=settings.as_given), as_given=False)


def changes(settings: TrainSettings) -> Mapping[str, object]:
    """What `settings_for` has to be told beside the preset to make these settings."""
    usual = base_of(settings).to_dict()
    return {name: value for name, value in settings.to_dict().items() if value != usual[name]}


def changed(settings: TrainSettings, changes_by_hand: Mapping[str, object]) -> TrainSettings:
    """The settings with some of them changed; of the two ways to name what is judged, the later one holds.

    Raises
    ------
    UserError
        As `settings_for`.
    """
    kept = dict(changes(settings))
    if changes_by_hand.get("test"):
        kept.pop("validate", None)
    elif "validate" in changes_by_hand:
        kept.pop("test", None)
    return settings_for(settings.preset, **{**kept, **changes_by_hand})


def with_whole_paths(settings: TrainSettings, folder: Path | None = None) -> TrainSettings:
    """The same files named from the root, so that they are found from any folder.

    Parameters
    ----------
    folder
        Where relative names begin; None: in the current folder.
    """
    start = (folder or Path()).absolute()
    whole = {name: str(start / Path(file).expanduser()) for name, file in files_named(settings).items()}
    return replace(settings, **whole)  # type: ignore[arg-type]


def lacking(view: CatalogueView, settings: TrainSettings) -> tuple[Text, ...]:
    """What the settings ask for that neither this project nor this computer has."""
    return (*_lacking_sets(view, settings), *_lacking_classes(view, settings), *_lackingfiles_named(settings))


def _lacking_sets(view: CatalogueView, settings: TrainSettings) -> Iterator[Text]:
    kind, _, fold = settings.validate.partition(":")
    test = held_out(settings.test)
    folds = [fold] if kind == "fold" else []
    groups: tuple[str, ...] = ()
    if test is not None and test.kind == "fold":
        folds += test.names
    elif test is not None:
        groups = test.names
    known_folds = {clip.fold for clip in view.clips}
    known_groups = {group_of(clip) for clip in view.clips}
    if absent := [one for one in folds if one not in known_folds]:
        yield Text("The settings name folds that this project lacks: {names}.", names=quoted(absent))
    if absent := [one for one in groups if one not in known_groups]:
        yield Text("The settings name groups that this project lacks: {names}.", names=quoted(absent))


def _lacking_classes(view: CatalogueView, settings: TrainSettings) -> Iterator[Text]:
    if settings.objective == "regression" and not view.has_numbers:
        yield Text("The settings learn a number, and no clip of this project has one.")
    try:
        check_class_weights(settings.class_weights, [one.name for one in view.classes])
    except UserError as error:
        yield Text("{problem}.", problem=error.message)


def _lackingfiles_named(settings: TrainSettings) -> Iterator[Text]:
    for name, file in files_named(settings).items():
        if not Path(file).expanduser().exists():
            yield Text(
                "The settings name a file that is not there: {name} = {file}.",
                name=name,
                file=file,
            )


def files_named(settings: TrainSettings) -> Mapping[str, str]:
    """The parameters that name files or folders, and what they name."""
    names = ["weights", "start_from", *(["listener"] if is_file_name(settings.listener) else [])]
    return {name: str(getattr(settings, name)) for name in names if getattr(settings, name)}
