"""Ready-made ways to train; a preset is data, and everything it sets can be changed."""

from collections.abc import Mapping

from audioclf_gui.core.registry import PlugInKind, Registry, named
from audioclf_gui.core.text import Text, listed
from audioclf_gui.ml.presets.general import AUTOMATIC, GENERAL
from audioclf_gui.ml.presets.preset import AsGiven, Preset
from audioclf_gui.ml.presets.references import MAIN_VARIANTS, REFERENCES


def _fault(thing: object, key: str) -> Text | None:
    """What is wrong with a preset of a plug-in; its settings are checked whenever it is taken."""
    return named(thing.name, key) if isinstance(thing, Preset) else Text("it is no {wanted}", wanted="Preset")


PRESETS: Registry[Preset] = Registry(PlugInKind.PRESET, _fault)
for _preset in (*GENERAL, *REFERENCES):
    PRESETS.add(_preset.name, _preset)


def main_variant(name: str) -> tuple[str, Text | None]:
    """The preset that a name stands for, and what to say where that is one of several variants."""
    if name not in MAIN_VARIANTS:
        return name, None
    preset = MAIN_VARIANTS[name]
    others = listed([Text.plain(one) for one in PRESETS if one.startswith(name) and one != preset], ", ")
    note = Text(
        "{name} has variants: this is {preset}, which its authors told their figure of;"
        " the others are {others}.",
        name=name,
        preset=preset,
        others=others,
    )
    return preset, note


def title_of(preset: str, settings: Mapping[str, object]) -> Text:
    """What a run with these settings is called; of a preset that is not known any more, its name."""
    known = PRESETS.get(preset)
    title = known.title if known else Text.plain(preset)
    return Text("{title}, as given", title=title) if settings.get("as_given") is True else title


def references() -> tuple[str, ...]:
    """The presets that repeat a reference system, with its authors' mistakes if that is wanted."""
    return tuple(name for name, preset in PRESETS.items() if preset.as_given is not None)


__all__ = [
    "AUTOMATIC",
    "MAIN_VARIANTS",
    "PRESETS",
    "AsGiven",
    "Preset",
    "main_variant",
    "references",
    "title_of",
]
