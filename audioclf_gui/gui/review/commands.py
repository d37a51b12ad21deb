"""The commands of the Review workspace and their keys."""

from audioclf_gui.gui.command import DIGITS, SHIFT_DIGITS, ActionSpec, FixedKeys
from audioclf_gui.gui.command import marked as _t

COMMANDS = (
    ActionSpec("review_play", _t("Play the clip"), "Space", "play", "Review", "review"),
    ActionSpec("review_accept", _t("Accept"), "Y", "check", "Review", "review"),
    ActionSpec("review_reject", _t("Reject"), "N", "close", "Review", "review"),
    ActionSpec("review_accept_page", _t("Accept the page"), "Ctrl+Return", "check-all", "Review", "review"),
    ActionSpec(
        "review_spot_check",
        _t("Spot check"),
        "Ctrl+K",
        "",
        "Review",
        "review",
        tip=_t("Judge ten suggestions, drawn at random, before all are accepted"),
    ),
    ActionSpec(
        "review_accept_above",
        _t("Accept all from the score"),
        "Ctrl+Shift+Return",
        "",
        "Review",
        "review",
    ),
    ActionSpec("review_similar", _t("More like this"), "M", "", "Review", "review"),
    ActionSpec(
        "review_evidence",
        _t("What speaks for the class"),
        "E",
        "",
        "Review",
        "review",
        tip=_t("Darken whatever does not speak for the class"),
    ),
    ActionSpec("review_hear", _t("Hear what the model hears"), "H", "", "Review", "review"),
    ActionSpec(
        "review_next",
        _t("Most useful to label next"),
        "U",
        "",
        "Review",
        "review",
        tip=_t("Show the unlabelled clips from which most is learnt: doubtful ones, no two alike"),
    ),
    ActionSpec(
        "review_clusters",
        _t("Clusters of what sounds alike"),
        "G",
        "",
        "Review",
        "review",
        tip=_t("Sort the unlabelled clips into groups that sound alike, to label a group in one step"),
    ),
    ActionSpec(
        "review_map",
        _t("Map of the sounds"),
        "P",
        "",
        "Review",
        "review",
        tip=_t("Lay all clips out in a plane, those that sound alike close together"),
    ),
    ActionSpec("review_open", _t("Open in Label"), "Return", "open-in-app", "Review", "review"),
)
FIXED_KEYS = (
    FixedKeys(_t("Give class 1 to 10"), "1 \N{EN DASH} 9, 0", "Review", "review", DIGITS),
    FixedKeys(
        _t("Add class 1 to 10 beside others, or take it away"),
        "Shift+1 \N{EN DASH} 9, 0",
        "Review",
        "review",
        SHIFT_DIGITS,
    ),
    FixedKeys(
        _t("Another picture"),
        "\N{LEFTWARDS ARROW} \N{RIGHTWARDS ARROW} \N{UPWARDS ARROW} \N{DOWNWARDS ARROW}",
        "Review",
        "review",
        ("Left", "Right", "Up", "Down"),
    ),
    FixedKeys(_t("Another page"), "PgUp, PgDown", "Review", "review", ("PgUp", "PgDown")),
    FixedKeys(_t("Make a picture the current one"), _t("Click"), "Review", "review", ()),
    FixedKeys(_t("Open in Label"), _t("Double click"), "Review", "review", ()),
    FixedKeys(_t("Turn the pages"), _t("Wheel"), "Review", "review", ()),
)
