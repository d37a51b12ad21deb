"""The commands of the Live workspace and their keys."""

from audioclf_gui.gui.command import DIGITS, ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t

COMMANDS = (
    ActionSpec("listen", _t("Listen or stop"), "Space", "microphone-outline", "Live", "live"),
    ActionSpec(
        "keep", _t("Keep the last seconds without a class"), "K", "content-save-outline", "Live", "live"
    ),
)
FIXED_KEYS = (
    FixedKeys(_t("Keep the last seconds as class 1 to 10"), "1 \N{EN DASH} 9, 0", "Live", "live", DIGITS),
)
