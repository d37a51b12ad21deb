"""Which page of the manual speaks of what: context help is made from this table."""

from PySide6.QtWidgets import QWidget

FIRST_PAGE = "first-steps"  # where nothing says more

PAGE_OF = {
    "StartPanel": "first-steps",
    "_NewProjectForm": "first-steps",
    "HistoryPanel": "first-steps",
    "ProjectPage": "first-steps",
    "KeySheet": "first-steps",
    "ImportPanel": "importing",
    "PreviewPanel": "importing",
    "ResultPanel": "importing",
    "ColumnsPanel": "importing",
    "QuarantineList": "importing",
    "LabelWorkspace": "labelling",
    "ClipPanel": "labelling",
    "ClipFacts": "labelling",
    "ClassPanel": "labelling",
    "LabelTablePane": "labelling",
    "LabelPanel": "labelling",
    "ClassFinder": "labelling",
    "PositionPanel": "labelling",
    "TimesPanel": "labelling",
    "FindSoundsPanel": "labelling",
    "Transport": "labelling",
    "PlaybackPanel": "labelling",
    "RecordPanel": "labelling",
    "RecordingStartPanel": "labelling",
    "SuggestionPanel": "labelling",
    "SpeciesPanel": "labelling",
    "SpectrogramPanel": "spectrogram",
    "SpectrogramPane": "spectrogram",
    "PicturePanel": "spectrogram",
    "SoundExportPanel": "spectrogram",
    "TrainWorkspace": "training",
    "SettingsPanel": "training",
    "CoveringPanel": "training",
    "AdvancedPanel": "training",
    "GroupPicker": "training",
    "ChecksPanel": "training",
    "JobsPanel": "clusters",
    "RunsPanel": "training",
    "CurvePanel": "training",
    "RunHeader": "figures",
    "TabbedPanel": "figures",
    "LabelsPage": "figures",
    "SearchPage": "search",
    "WatchPage": "monitoring",
    "ReviewWorkspace": "review",
    "QueuePanel": "review",
    "PageQuestion": "review",
    "SoundMap": "review",
    "LiveWorkspace": "live",
    "ControlBar": "live",
    "OptionsPanel": "live",
    "NowPanel": "live",
    "EventPanel": "live",
    "ReadingsPanel": "live",
    "ThresholdPage": "live",
    "ClassifyPanel": "live",
    "MixturesPanel": "mixtures",
    "ExportPanel": "exporting",
    "ModelExportPanel": "exporting",
    "PackPanel": "exporting",
    "ComputerSheet": "trouble",
}
"""The page for each workspace, panel and covering page, by the name of its class."""


def page_about(widget: QWidget | None) -> str:
    """The page for what has the keyboard: that of the innermost part of the window that has one."""
    while widget is not None:
        for kind in type(widget).__mro__:
            if kind.__name__ in PAGE_OF:
                return PAGE_OF[kind.__name__]
        widget = widget.parentWidget()
    return FIRST_PAGE
