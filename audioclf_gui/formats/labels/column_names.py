"""What programs and people call the columns of tables of labels."""

DURATION = "duration_s"
# fmt: off
COLUMN_NAMES = {
    "start_s": (
        "start", "start time", "time start", "begin", "begin time", "onset", "from", "tmin",
        "beginn", "anfang", "startzeit", "anfangszeit", "von", "début", "inicio",
        "开始", "开始时间", "起始时间",
    ),
    "end_s": (
        "end", "end time", "time end", "stop", "stop time", "offset", "to", "tmax",
        "ende", "stopp", "endzeit", "bis", "fin", "结束", "结束时间",
    ),
    DURATION: ("duration", "dauer", "durée", "duración", "时长", "持续时间"),
    "low_hz": (
        "low", "low freq", "freq low", "low frequency", "min freq", "min frequency",
        "untere frequenz", "最低频率",
    ),
    "high_hz": (
        "high", "high freq", "freq high", "high frequency", "max freq", "max frequency",
        "obere frequenz", "最高频率",
    ),
    "score": ("score", "confidence", "probability", "konfidenz", "wahrscheinlichkeit", "置信度"),
    "track": ("track", "tier", "spur"),
    "note": (
        "note", "notes", "comment", "comments", "remark", "remarks",
        "notiz", "notizen", "bemerkung", "bemerkungen", "kommentar", "备注",
    ),
    "certainty": ("certainty",),
}
"""What other programs (BirdNET, DCASE, Kaleidoscope) and people call them: compared, and without a unit."""
LABEL_NAMES = (
    "label", "common name", "annotation", "species", "class", "event label", "event", "category", "tag",
    "scientific name", "text", "name", "manual id", "auto id", "auto id*",
    "beschriftung", "bezeichnung", "klasse", "kategorie", "ereignis", "étiquette", "etiqueta",
    "标签", "类别", "名称",
)
# fmt: on
WORDS = ("track", "note", "certainty")
"""Those of our columns in which neither times nor numbers stand."""
