"""Sets of keys that users of other programs know; each says only what differs from the table of commands.

Sources: the manual of Audacity 3 ("Keyboard Shortcut Reference", "Extra Menu: Cursor"), Praat's manual
("Keyboard shortcuts", its sound windows), and Label Studio's table of hotkeys. Raven has no preset: of its
keys only Enter could be checked, which commits a box and lets it be named ("Raven Quick Guide for Annotation"
of Open Ecoacoustics), and that is the usual key here; a preset of its name would promise keys that it lacks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class KeyPreset:
    """Keys by command, in the form of `ActionSpec.shortcut`; empty takes a command's key away."""

    name: str  # in the settings
    title: str  # a name, the same in every language
    keys: Mapping[str, str] = field(default_factory=dict)


_AUDACITY = {
    "seek_back": "Left; ,",
    "seek_forward": "Right; .",
    "seek_far_back": "Shift+,",
    "seek_far_forward": "Shift+.",
    "step_back": "Ctrl+,",
    "step_forward": "Ctrl+.",
    "step_far_back": "Ctrl+Shift+,",
    "step_far_forward": "Ctrl+Shift+.",
    "page_back": "Ctrl+Left",
    "page_forward": "Ctrl+Right",
    "go_start": "Home; J",
    "go_end": "End; K",
    "extend_to_clip_start": "Shift+J; Shift+Home",
    "extend_to_clip_end": "Shift+K; Shift+End",
    "select_all": "Ctrl+A",
    "choose_all": "Ctrl+Alt+A",
    "zoom_fit": "Ctrl+F",
    "find_clip": "Ctrl+Alt+F",
    "previous_label": "Alt+Left; Shift+Tab",
    "next_label": "Alt+Right; Tab",
    "zoom_back": "Alt+Z",
    "zoom_forward": "Alt+Shift+Z",
}
_PRAAT = {
    "play": "Tab; Space",
    "play_view": "Shift+Tab",
    "zoom_in": "Ctrl+I",
    "zoom_out": "Ctrl+O",
    "zoom_selection": "Ctrl+N",
    "zoom_fit": "Ctrl+A",
    "zoom_back": "Ctrl+B",
    "zoom_forward": "Ctrl+Shift+B",
    "label_selection": "Return",
    "edit_label": "F2",
    "split_label": "Ctrl+Alt+I",
    "delete_label": "Alt+Backspace; Delete",
    "previous_label": "Alt+Left",
    "next_label": "Alt+Right",
    "move_earlier": "Up",
    "move_later": "Down",
    "start_earlier": "Shift+Up",
    "start_later": "Shift+Down",
    "end_earlier": "Ctrl+Up",
    "end_later": "Ctrl+Down",
    "page_back": "PgUp",
    "page_forward": "PgDown",
    "previous_clip": "Ctrl+PgUp",
    "next_clip": "Ctrl+PgDown",
    "next_unlabelled": "Ctrl+Alt+N",
    "own_tier": "Ctrl+Alt+Up",
    "model_tier": "Ctrl+Alt+Down",
    "high_up": "",
    "low_down": "",
    "band_up": "Ctrl+Alt+PgUp",
    "band_down": "Ctrl+Alt+PgDown",
    "select_all": "Ctrl+Shift+A",
    "choose_all": "Ctrl+Alt+A",
    "new_project": "Ctrl+Shift+N",
    "open_project": "Ctrl+Shift+O",
}
_LABEL_STUDIO = {
    "play": "Ctrl+P; Ctrl+Alt+Space; Space",
    "seek_back": "Ctrl+B",
    "seek_forward": "Ctrl+Shift+B",
    "seek_far_back": "Ctrl+Alt+B",
    "seek_far_forward": "Ctrl+Alt+Shift+B",
    "step_back": "Alt+A; ,",
    "step_forward": "Alt+D; .",
    "start_earlier": "Left",
    "end_later": "Right",
    "start_later": "Alt+Left",
    "end_earlier": "Alt+Right",
    "start_far_earlier": "Shift+Left",
    "end_far_later": "Shift+Right",
    "start_far_later": "Alt+Shift+Left",
    "end_far_earlier": "Alt+Shift+Right",
    "zoom_back": "Alt+Z",
    "zoom_forward": "Alt+Shift+Z",
    "label_selection": "Shift+Return",
    "next_label": "Alt+.; Tab",
    "next_edge": "Ctrl+Alt+.",
    "previous_edge": "Ctrl+Alt+,",
    "next_clip": "Ctrl+Right; PgDown",
    "previous_clip": "Ctrl+Left; PgUp",
    "reject_suggestion": "Ctrl+Space",
}
USUAL = KeyPreset("", "audioclf-gui")
PRESETS = {
    preset.name: preset
    for preset in (
        USUAL,
        KeyPreset("audacity", "Audacity", _AUDACITY),
        KeyPreset("praat", "Praat", _PRAAT),
        KeyPreset("label studio", "Label Studio", _LABEL_STUDIO),
    )
}
"""Every preset by its name."""
