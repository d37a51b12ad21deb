"""Ready-made ways to train; a preset is data, and everything it sets can be changed."""

from collections.abc import Mapping

from audioclf_gui.core.text import Text
from audioclf_gui.ml.presets.general import AUTOMATIC, GENERAL
from audioclf_gui.ml.presets.preset import AsGiven, Preset
from audioclf_gui.ml.presets.references import REFERENCES

PRESETS: dict[str, Preset] = {preset.name: preset for preset in (*GENERAL, *REFERENCES)}


def title_of(preset: str, settings: Mapping[str, object]) -> Text:
    """What a run with these settings is called; of a preset that is not known any more, its name."""
    known = PRESETS.get(preset)
    title = known.title if known else Text.plain(preset)
    return Text("{title}, as given", title=title) if settings.get("as_given") is True else title


def references() -> tuple[str, ...]:
    """The presets that repeat a reference system, with its authors' mistakes if that is wanted."""
    return tuple(name for name, preset in PRESETS.items() if preset.as_given is not None)


__all__ = ["AUTOMATIC", "PRESETS", "AsGiven", "Preset", "references", "title_of"]
