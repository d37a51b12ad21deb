<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AdvancedPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Advanced settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Back to the results (Escape)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Every parameter as the model preset has it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Find a parameter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Parameter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Reset all</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Unit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Value</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ChecksPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Before training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Check now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Checking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>No clips to check yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Read every clip and look for faults</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClassModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>Key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_model.py" />
            <source>{name}: double-click to rename, drag to reorder, right-click for more</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClassPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>+ New class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Add a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>After labelling a clip, show the next one without a label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>CLASSES</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Delete class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Label with “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Merge into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Move down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Move up</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Name of the new class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>No classes yet. Add one, then press its key to label.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Other…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Play it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Play the next clip at once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Rename</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Then the next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>There is a class called {name} already</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClassTable</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Figures per class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Shown after the first run.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClassTableModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>How many clips of the class were judged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Of the clips of this class, how many were recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Prec.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Precision: of the answers “this class”, how many were right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>Recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>The harmonic mean of precision and recall</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClipEditor</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Choose one in the list at the left.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Choose the folder in which the missing sounds are now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Drop recordings here, or Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Find…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>No clip is selected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>Sound files, folders with one class each, and tables are understood.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>This file cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>This sound is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>no class yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClipFacts</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>CLIP</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Check</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Peak</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Speaker, site or recording: clips of one group are never split over training and test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>no problem found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>none</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>reaches full scale</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>very quiet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClipGrid</name>
        <message>
            <location filename="../../audioclf_gui/gui/review/grid.py" />
            <source>Clips to judge</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClipPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>CLIPS</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Filter the clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Filter: name, class:dog, is:unlabelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Labelled clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Labels have changed: filter and sort again (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>No clip matches the filter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>No clips yet. Drop recordings or folders here, or Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Words, class:dog, is:unlabelled, is:suggested, is:wrong, group:site3, len:&gt;10; a leading - turns a term round (Ctrl+F)</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ClipTableModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Group: {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Model: {name} {score}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ConfusionMatrix</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>Confusion matrix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>Which classes were taken for which is shown after the first run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>the model's answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>true class</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ControlBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Level</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Start listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Start or stop listening (Space)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Stop listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/control_bar.py" />
            <source>Threshold, smoothing and other settings</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>CurvePanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>Drawn here while a model is being trained.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>epoch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <source>validation</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EventModel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Why</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>from {start} to {end}, {length}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>EventPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Clear the list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Events and refused decisions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Events only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Export events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Export events…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Hide what was refused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Score</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Write the events as a label file; refused decisions stay out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>events</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ExportPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>All clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Choose a folder and write one file for each clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Export labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Export labels as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Export…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>The clip that is shown</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>The program that shall read the labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Which clips' labels are written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>of</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FiguresRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Accuracy, 95 % interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Balanced accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Best epoch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Calibration error</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>How far the scores are from the share that is right, on average; 0 is best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Macro F1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Mean F1 of the classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Mean recall of the classes: rare ones count as much</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Reading, training and measuring</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Share of the judged clips whose class was recognised; the interval is Wilson's</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>The epoch whose weights were kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Time</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindSoundsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Added before and after each sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Air around</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Find</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Label as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Label every sound of the clip; one undo takes all back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Louder than</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Quiet for less than this belongs to the sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Shorter sounds are left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Silence of at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Sounds of at least</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>What is louder than this is sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>What the labels are called</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>no class yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>FindingRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Show the clips: {message}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Show these clips in Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>show</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>HealthStrip</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/health_strip.py" />
            <source>The input is fine.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImportForm</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>A regular expression with the groups label, group and fold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>A table with chosen columns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Classes come from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the fold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Column of the recording group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Copy the files into the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>ESC-50 or a table like it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>File names, by a pattern</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Folders: one for each class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Its groups label, group and fold name the class, the recording and the fold.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>LibriSpeech: readers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Nowhere: label them here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Otherwise they stay where they are; the project finds them again by their content</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Pattern</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Speech Commands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>UrbanSound8K</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_form.py" />
            <source>Where the class of each file is written</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ImportPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>%v of %m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>A folder with everything below it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Back to the workspace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Back to the workspace; an import goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Choose files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Choose folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Drop sound files, folders or label files here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Fold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Import a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Import files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Looking…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Or drop them anywhere on the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Refused files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Result</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Sound files, label files or a table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Stop here and keep what is in already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Take these clips into the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>To the clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>What to do</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>What to import</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Why not</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InlineEdit</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/inline_edit.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/inline_edit.py" />
            <source>Label text</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>InputChooser</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>A file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>At full speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Hear the file as it sounds, or as fast as possible</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>In real time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Listen to a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Look for microphones that were plugged in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>No microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Pace</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Sound files ({suffixes});;All files (*)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>What to listen to</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>All keys as they were at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Back to the workspace (F1)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Click a key, then press another one. Delete takes it away.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Forget every changed key</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>This key cannot be changed</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LabelTiers</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>Labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_tiers.py" />
            <source>no class yet</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Labelling</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>Every clip in the list is labelled</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>Removed from the project; the files stay where they are</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LevelMeter</name>
        <message>
            <location filename="../../audioclf_gui/gui/level_meter.py" />
            <source>Level in dBFS: 0 is the loudest that can be recorded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/level_meter.py" />
            <source>Level {level}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>LiveWorkspace</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Listening…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Loading the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Loading…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>No microphone: connect one and read the list anew, or listen to a file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Not listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Not listening.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>There is nothing to keep yet: nothing was heard.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{name} has gone. Connect it again, read the list anew, then start again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{name} is not connected: plug it in and read the list anew, or choose another.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>All changes saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Closing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Read-only: open elsewhere, nothing can be changed here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>audioclf-gui {version}: label sounds, train a classifier, listen with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>read-only</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MelLookPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>As it was at first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Axis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Brightness</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Contrast</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Frequency axis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Linear</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Mel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Reset</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MelPane</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_pane.py" />
            <source>Hz</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_pane.py" />
            <source>Spectrogram</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Menus</name>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>As the system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Language</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>Theme</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>MessageBar</name>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Close this message</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Copy details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Copy the traceback and the versions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Show the traceback</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>This is a bug in the program: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/message_bar.py" />
            <source>Your labels are saved. Copy the details and report them, please.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ModelChooser</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>No model yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Open a model folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>Open a model folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <source>What to listen with</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>NowPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>1–9 or 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Keep the last {seconds} s as…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Make a clip of what was just heard (1–9, 0 or K)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Not listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Nothing certain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Press K to keep the last {seconds} s as a clip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Without a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/now_panel.py" />
            <source>Wrong? Press {keys} to keep the last {seconds} s with the right class, K without one.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>OptionsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Answer every</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Cool-down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Each class counts from its own score on, chosen in training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Each class has the model’s own threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How long a class must stay above its threshold before it counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How long nothing is said of a class after an event of it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How much of the last sound one key keeps as a clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>How much the pictures show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Keep the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Quieter sound is given no class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Score from which on a class counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Settings of listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Shortest event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Show the last</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Silence below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Smoothing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Start again now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Stop and start with these settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>These settings count when listening starts again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Threshold</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Time between two answers of the model; shorter costs more work</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>Weight of the past in each score: 0 reacts at once, 0.95 very calmly</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/options_panel.py" />
            <source>{seconds} s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Overview</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/overview.py" />
            <source>Overview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/overview.py" />
            <source>The whole clip: drag the frame to scroll, its edges to zoom</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ProjectPage</name>
        <message>
            <location filename="../../audioclf_gui/gui/project_page.py" />
            <source>Import label files</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>QueuePanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>1–{last} other class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Accept every open suggestion that is in sight, as one step (Ctrl+Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Accept page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>All classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>As handed in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>By name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Disagreements with labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Least certain first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Make the queue again from the newest suggestions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Model suggestions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Most certain first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Order</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Play as you go</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Play the clip that the pointer or the arrow keys come to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Queue</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Take back the last step (Ctrl+Z)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Unlabelled clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>move</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>nothing to judge</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>open</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>play</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>reject</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RecordPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Close the recorder; a take goes on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Look for microphones that were plugged in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>No microphone</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Recorded time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Start or stop a take (R)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>The microphone to record from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>nothing lost</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>{name} is a clip now, {length}</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Relinking</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>None of the missing sounds is in that folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>Where are the missing sounds now?</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ReviewWorkspace</name>
        <message>
            <location filename="../../audioclf_gui/gui/review/workspace.py" />
            <source>Nothing is suggested for this clip; press the number of its class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/workspace.py" />
            <source>There is no open suggestion on this page.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Ruler</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/ruler.py" />
            <source>Time axis</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/ruler.py" />
            <source>s</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunHeader</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Clips whose label the model doubts most, though it never trained on them</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>End now with the best epoch so far (Ctrl+.)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Label some clips of each class, then press Train.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Let this model look at every clip, unlabelled ones first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Likely label errors</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>No run yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Progress of the training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Stop and keep best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Suggest labels now</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>RunsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Acc.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Ctrl+click compares two runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Runs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Training runs</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>ScoresPlot</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>Scores of the classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>Scores of the classes, 0 to 1; dashed: from where on a class counts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/scores_plot.py" />
            <source>events</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SettingsPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source> min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Advanced settings…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Check on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Clips of one recording may then be in training and test: the figures flatter.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Epochs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Every parameter, with its unit, default and reason</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Fold {name}, held out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>For epochs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>For minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Held-out groups</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>How often every clip is seen; automatic: from the number of clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Minutes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>NVIDIA GPU</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Processor (CPU)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Random clips (flatters)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Suggest labels afterwards</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>The learning rate falls to zero in time for it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Time limit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Train a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Train on the labelled clips (Ctrl+T)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Training…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Until it stops improving</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>When training has ended, let the model look at every clip, unlabelled ones first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>automatic</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Spectrogram</name>
        <message>
            <location filename="../../audioclf_gui/gui/live/spectrogram.py" />
            <source>Hz</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/spectrogram.py" />
            <source>Spectrogram of what is heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/spectrogram.py" />
            <source>{frequency} Hz, {ago} s ago</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StartPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>A project of generated sounds, ready to train on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Back to {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Begin</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Label sounds, train a classifier on them, listen with it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make an empty project (Ctrl+N)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Making sounds: %v of %m</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Making the demo project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>New project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>None yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open a project (Ctrl+O)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open no project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Opening the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Opening: %p %</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Open…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Recent projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>The demo makes its sounds on this computer in a few seconds; nothing is downloaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Try the demo project</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>StatusLine</name>
        <message>
            <location filename="../../audioclf_gui/gui/status_line.py" />
            <source>no background task</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>SuggestionPanel</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Accept ⏎</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Give the clip this class (Enter)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Go to the next suggestion without deciding</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>MODEL SUGGESTION</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Model suggestion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>None yet. Train a model, and it suggests a class for each clip.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Skip</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Text</name>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>--json and {format} both go to standard output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>--set {pair} is not understood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>0: classes as frequent as they are; 1: all equally frequent.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>A constant offset of {percent:+.0f} % of full scale: the device may be faulty.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>A published demonstration (four-layer network, 64 HTK mels, Adam), to compare with.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/template.py" />
            <source>A space stands for a tab or a line break in {n} label.</source>
            <extracomment>English plural: A space stands for a tab or a line break in {n} labels.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>A very small network with the same recipe: a quarter of the time, a few points less accurate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>AAC or ALAC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>AAC or ALAC in MP4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_menu.py" />
            <source>Accept as a label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Accuracy {accuracy:.3f} ({low:.2f} to {high:.2f})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Adam with or without decoupled weight decay.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>Add --out DIR.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>Add --out FILE.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>Add --path-column and --label-column (or --target-column).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>Add it first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Add recordings from another place, day or speaker, correct the groups, or choose a random split, which flatters the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>Add the classes to the project, or use a model that was trained on it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/takes.py" />
            <source>Adding the take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>Animals, machines, weather, music: the most accurate choice for most sounds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>Audacity label track</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Back to the default</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Bands and stretches blanked out, so many of each.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/raven.py" />
            <source>Begin Time or End Time is no number of seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Blends pairs of clips on half of the steps; Beta parameter, 0: never.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/status_line.py" />
            <source>CPU, {n} thread</source>
            <extracomment>English plural: CPU, {n} threads</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>Change the labels by hand; what is there was left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>Check its name, or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>Check that it is there and that you may read it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>Check that the disk is not full and that you may write to the folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/playback.py" />
            <source>Check the loudspeaker or the file, then play it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/projects.py" />
            <source>Check the path.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/predict.py" />
            <source>Check the path; nothing was classified.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>Check the path; nothing was imported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>Checking the clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>Choose a column of numbers as the target, or choose it as the label.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/results.py" />
            <source>Choose a file in a folder that you may write to, with room on its disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <source>Choose a folder that you may write to, with room on its disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>Choose a folder that you may write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <source>Choose a folder with 100 MB of room that you may write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>Choose a hop of at least {least_s} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>Choose a lower learning_rate, or the precision float32.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/naming.py" />
            <source>Choose a name of its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>Choose a project folder, or a file ending in .audioclf that this program made.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>Choose a shorter window (window_s), the device cpu, or close other programs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>Choose a table whose first line names its columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Choose another key, or give that command another one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Choose another key.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle_files.py" />
            <source>Choose another name for the model, or move what is there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>Choose another name for the take.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>Choose another name, or use that class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/capture.py" />
            <source>Choose fewer channels or another microphone.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>Choose one of its columns: {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>Choose one that stands, or one that was undone last.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/devices.py" />
            <source>Choose the device auto or cpu, or install the NVIDIA driver.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>Choose the file that ends in .audioclf, or make a project with `audioclf new`.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>Choose the folder LibriSpeech that holds SPEAKERS.TXT and the subsets.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>Choose the folder of a trained model; it holds bundle.json and model.safetensors.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <source>Choose the folder that holds meta/esc50.csv, or import the table with chosen columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>Choose the folder that holds metadata/UrbanSound8K.csv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>Choose the format it was written in, or export it again from the program that made it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>Choose the table of the data set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>Choose the table, its column of file names and its column of classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Choose validation by group.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_menu.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <source>Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Clear label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>Clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>Clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Clips per step.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Close other programs that use it, or choose another device or sampling rate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Close the other window or command, then open the project again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>Close the other window, or copy the project to a folder that you may write to.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>Comma-separated values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>Connect a microphone, or choose a file above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Connect it again or choose another one, then read the list of devices anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Connect one, then read the list of devices anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/clip.py" />
            <source>Convert it to WAV or FLAC, or leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>Convert it to WAV or FLAC, or remove it from the project.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>Convert it to WAV or FLAC, then add that file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Cool down and end after so many epochs without improvement; unset: never.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>Copy the project to a folder that you may write to and open it there.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>Correct the quotes in that line, or save the table again from a spreadsheet program.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Counting the examples</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/catalogue.py" />
            <source>Delete or merge the class together with its labels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Did you mean {name!r}?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Distance of two columns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/context.py" />
            <source>Editing clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>Every clip is labelled.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>Every clip with a suggestion has a label.
Train again for better suggestions.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>Every fold is judged; now the model to keep learns from all clips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Exporting events</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>Exporting labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/find_sounds_panel.py" />
            <source>Find sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_loader.py" />
            <source>Find the folder it was moved to; its labels are safe.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>Finding sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>Finer steps in time and changes of pitch in training, for speech and new speakers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Floor below each clip's loudest point; unset: -100 dB.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>Found {n} sound</source>
            <extracomment>English plural: Found {n} sounds</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>Free some disk space or check the folder's permissions, then do it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Frequency bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>General sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>Give a file run-….settings.json from a project's models folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Give a number from {low:g} to {high:g} {unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Give a number from {low:g} to {high:g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Give a text.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/clips.py" />
            <source>Give a threshold in dBFS and lengths in seconds that are not negative.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Give a whole number from {low:g} to {high:g} {unit}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Give a whole number from {low:g} to {high:g}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Grey</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <source>Grey on white</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>Handed over ({n})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>How much sound the model hears at once; unset: from the clips' lengths.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>How the rate falls to zero after it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Hz</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>Import the recordings that the file names, then the file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Importing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Install it (Debian and Ubuntu: libportaudio2; Fedora: portaudio), then start again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>It takes: {options}. Set {option} to none.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/clip_capture.py" />
            <source>Keeping what was heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Keeps the model from being too sure of wrong labels.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>Kept {length} as {name}; it is in the label queue.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Known are: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Label as</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Label clips of another class too, for example background.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>Label clips with the model's classes: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Label some clips of each class first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest change of loudness.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest change of timbre: a random curve through four points.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest height of a blanked band.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest length of a blanked stretch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest shift in frequency.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest shift in time.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Largest step size of the one-cycle schedule.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Learning</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>Leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Length</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Length of a spectrogram column.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/train.py" />
            <source>Let it run for an epoch.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Likely label errors, of {n} judged label</source>
            <extracomment>English plural: Likely label errors, of {n} judged labels</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/listener.py" />
            <source>Listening</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/task.py" />
            <source>Look at the reasons given, repair or replace the files, then train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Looking at files</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Looking for microphones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>Looking for moved sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/clips.py" />
            <source>Loosen the filter; nothing was changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Mains hum at {hum_hz:.0f} Hz is louder than all else: check cables and power supply.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>Make a project or open one, then drop the files again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Make mel_hop_s smaller than mel_window_s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/projects.py" />
            <source>Make one with `audioclf new`.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>Make room on the disk or choose another folder; what was recorded until then is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/keep_sound.py" />
            <source>Make room on the disk, or free the project's folder for writing.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/demo_maker.py" />
            <source>Making the demo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>Memory ran out: each batch is now worked through in parts of {size} clips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/suggestion_panel.py" />
            <source>Model suggestion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_model.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_files.py" />
            <source>Name it like its recording, as night.txt for night.wav, or put it into the same folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspace.py" />
            <source>No class has the key {key} yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>No clip in test: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>No clip in the fold: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>No clip in training: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>No clip in validation: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/import_plan.py" />
            <source>No column of file names is chosen</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>No improvement for {n} epoch: the learning rate falls to zero by epoch {epoch:d}.</source>
            <extracomment>English plural: No improvement for {n} epochs: the learning rate falls to zero by epoch {epoch:d}.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>No labelled clip of: {classes}. The model will not know them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>No signal, only zeros: check the permission to use the microphone, or the device.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>No sound arrives from the device: is it still connected?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>None of these clips is in the project any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>None was found: connect one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>Nothing in there can be imported.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Number format inside the network; auto takes bfloat16 where the hardware has it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>One clip only of: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <source>Open it, or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/project_opener.py" />
            <source>Opening the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the clips that are judged once, at the end.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the clips that choose the best epoch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the clips that get coloured noise.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the epochs in which an early end cools down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the last layer's inputs left out in training.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Part of the schedule in which the rate rises.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Passes over the clips; unset: 120 for hundreds of clips, fewer for thousands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>Press “Start listening” or the space bar.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Preview</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Processor threads; unset: all cores but one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Pulls weights to zero, norms and biases excepted.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>Put back a copy from a backup; the file was left as it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>Quick look</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/raven.py" />
            <source>Raven selection table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Reading labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Reading predictions</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/import_panel.py" />
            <source>Reading the table</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>Recording</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>Recording {name} ended: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>Reference R4</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>Rename it, or its folder, for example with convmv.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>Repair it with a tool that skips damage (`flac -d -F` for FLAC), or leave it out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>Repair the header, for example with `sox --ignore-length`, or leave the file out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Run</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/choosers.py" />
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>Run {id:d}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Run {id:d} finished: accuracy {accuracy:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Run {id:d} stopped: accuracy {accuracy:.3f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>Run {id:d}, {status}, {time} UTC</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Sample rate; never above that of the clips.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>Saving “{what}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Selection {stretch}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Set group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Sets</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Show in file manager</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Silence: nothing above {level_db:.0f} dBFS.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Single clips are kept from training, whatever recording they are from</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>So small a file for {length_s:.0f} s: nearly all of it is silence or repeats.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Some sound got lost: the computer is too busy, or the device skipped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Sound cannot be recorded or played: the PortAudio library is not installed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_menu.py" />
            <source>Speaker, site, recording …</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/mel_look_panel.py" />
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Spectrogram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>Stop recording, listening and playing first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>Stopped before anything was learnt; no model was kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/suggester.py" />
            <source>Suggesting labels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The AIFF codec “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>The GPU failed ({error}); going on from epoch {epoch:d} on the processor.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>The clips measured decided when training ended, so the figures are a little optimistic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>The figures are of the clips that chose the epoch, so they are a little optimistic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header contradicts itself about the size of a frame.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>The header does not say how long it is; {found} frames were found.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises {promised} bytes of sound, but there are {found}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises {promised} frames and those were read, but there are {found}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>The header promises {promised} frames, but there are {found}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The header promises {promised}-bit samples, but they have {found} bits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The list of devices cannot be read anew while sound is recorded or played</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/learner.py" />
            <source>The loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/player.py" />
            <source>The loudspeaker went away</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>The microphone went away while {name} was recorded</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/capture.py" />
            <source>The microphone “{name}” has {n} channel, not {wanted}</source>
            <extracomment>English plural: The microphone “{name}” has {n} channels, not {wanted}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>The model agrees with every label.</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>The model doubts none of {n} judged label.</source>
            <extracomment>English plural: The model doubts none of {n} judged labels.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/epoch.py" />
            <source>The model's answer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The sound device “{name}” does not start: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The sound device “{name}” is no longer there</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>The sound device “{name}” refuses {n} channel at {rate_hz} Hz: {problem}</source>
            <extracomment>English plural: The sound device “{name}” refuses {n} channels at {rate_hz} Hz: {problem}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>The split is random: clips of one recording may be in training and test, so the figures flatter the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>The titles and comments in it are damaged.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>The weights kept are a running mean; 0: the last ones.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/menus.py" />
            <source>The window speaks this language from its next start on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>There are too few groups for a test set: the figures are of the validation set.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>There are: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/runs.py" />
            <source>There are: {numbers}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>There is a file {name} already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>There is no folder {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>There is no model yet. Train one, or open a model folder above.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>There is no sound in it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>These are understood: {names}. If it is one of them, name it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>This computer shows no loudspeaker or headphones</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/devices.py" />
            <source>This computer shows no microphone or other recording device</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>This form of FLAC in Ogg</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Time limit; the learning rate falls to zero in time for it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>Too loud, the peaks are cut off: turn the input down.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>Train a model first; its suggestions appear here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>Train first: `audioclf train PROJECT --folds all` judges every label.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>Train the model again, or copy the whole folder once more from where it came.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>Training ended early and kept the best epoch on the clips measured: the figures are optimistic.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/trainer.py" />
            <source>Training run {id:d}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Trains on the other folds and is measured on this one</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>Update audioclf-gui, or train the model again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>Update audioclf-gui, then open the project again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Use group, fold:NAME with the name of a fold, or random:0.2 with a share from 0.02 to 0.6.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/query.py" />
            <source>Use is: with {states}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Use one of: {choices}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>Use one of: {folds}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Use one of: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>Use {name!r}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>Variation of the clips in training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/presets.py" />
            <source>Voices and words</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>Wait a moment, then do it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>WebM or Matroska</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What follows a sound shorter than the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/recorder.py" />
            <source>What it heard until then is kept. Connect it again and make another take.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What leaves at one end returns at the other, or is lost.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>What the figures are measured on: group, fold:NAME, or random:0.2 (flatters the model).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Where every random number comes from; with equal threads it repeats a run.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Where the lowest band begins.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Where to compute; auto takes a GPU if there is one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which mel scale spaces the bands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which network.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>Which ready-made choice the others start from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>Whole recording groups are kept from training, so that new recordings are judged</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>Write --set epochs=60, for one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>Write it like (?P&lt;label&gt;\w+)_(?P&lt;group&gt;\w+)_\d+ for dog_site3_12.wav.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/query.py" />
            <source>Write seconds, such as len:&gt;10 or len:&lt;=0.5.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>`audioclf live --help` tells the range of each option.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/runs.py" />
            <source>`audioclf runs PROJECT` lists the runs with their numbers.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a class has no name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/session.py" />
            <source>a clip without a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/template.py" />
            <source>a label cannot run from {start_s} s to {end_s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a sample rate of {rate_hz} Hz is out of range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a standard deviation is not above 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <source>a table needs to be told which columns count</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a threshold is not within 0 to 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>a window of {window_s} s is out of range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>accept event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>accept suggestion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>accept {name}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>accept {n} suggestion</source>
            <extracomment>English plural: accept {n} suggestions</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>accepted</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>add class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>add label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/runs.py" />
            <source>all clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>all labelled clips come from one file, so none can be kept for validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>all labelled clips come from one group, {group!r}, so none can be kept for validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>below {threshold:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>best {accuracy:.3f} at {epoch}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>by {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>change class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>change colour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>clear label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>compared with run {id:d} (dashed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>compared with run {id:d}, {accuracy:.3f} (dashed)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>cool-down</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>dB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>delete class {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>delete label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>each class comes from one group only, so none of it can be kept for validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>edit {number} cannot be gone back to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>empty: automatic</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>epoch {epoch:d} is kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/curves.py" />
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>epoch {epoch}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>epochs</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>every clip is in fold {name!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>every labelled clip is {name!r}, so there is nothing to tell apart</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>failed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>features: {name} is not a whole number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>features: {name} is out of range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/relink.py" />
            <source>find moved sounds</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/find_sounds.py" />
            <source>find {n} sound</source>
            <extracomment>English plural: find {n} sounds</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>finished</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {name} held out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {test} is the test set, fold {valid} the validation set</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>fold {test} is the test set; validation by {groups} from fold {valid}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>gap</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>headerless PCM</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/catalogue.py" />
            <source>import clips</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/import_labels.py" />
            <source>import labels of {n} file</source>
            <extracomment>English plural: import labels of {n} files</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/core/query.py" />
            <source>is:{state} is not understood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>it asks for the padding {pad!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>it breaks off before its sound begins</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>it cannot be listened like this: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it cannot be read</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>it does not begin like any kind of audio file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it does not describe a model of this program</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>it has no classes, or too many</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it has numbers that are not finite</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <source>it holds no sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <source>it holds values that are not numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is damaged, or was changed since the model was made</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>it is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is far too large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not JSON</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>it is not a file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not a whole safetensors file ({error})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is not there</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>it is of version {found}, and this program reads version {known:d}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>it says nothing about {name!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/raven.py" />
            <source>its first line does not name Begin Time (s) and End Time (s)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>its first line does not name the columns {columns}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header announces no sound, yet {size} bytes follow</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header claims a sampling rate of {rate_hz} Hz</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header contradicts itself</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header describes samples of a kind that cannot be decoded</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header gives no length that holds, and it is too long to be measured otherwise</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header gives no usable sampling rate or number of channels</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>its header is damaged or missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>its header is malformed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/files.py" />
            <source>its header promises {promised} frames, but there is no sound</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/ingest.py" />
            <source>its name is not valid text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <location filename="../../audioclf_gui/audio/headers.py" />
            <location filename="../../audioclf_gui/audio/sample_reader.py" />
            <source>its sound breaks off</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>its sound is damaged after {time_s:.1f} s ({how})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/clip_capture.py" />
            <source>label what was heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>label {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>labelled {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/query.py" />
            <source>len:{value} is not understood</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>mel_hop_s = {hop_s} would leave gaps between columns of {window_s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>merge {name} into {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>move class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>move label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/label_edits.py" />
            <source>name label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_files.py" />
            <source>no clip fits {what}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/clips.py" />
            <source>no clip fits {where}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>no clip is labelled yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>no clip is silent</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>no project can be made in {folder}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>no run of this project has judged labels yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>no signal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>no sound is in two classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/headers.py" />
            <source>no sound was found in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>no such network: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>no two frequencies follow the backslash</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>nothing can be kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/time_axis.py" />
            <source>now</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>of 1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>of the bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>of the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>random</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>reading clips, {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <source>reject suggestion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/session.py" />
            <source>reject {name}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>reject {n} suggestion</source>
            <extracomment>English plural: reject {n} suggestions</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>rejected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/tile_painter.py" />
            <source>relabelled</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>remove {n} clip</source>
            <extracomment>English plural: remove {n} clips</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/class_panel.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>rename class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>run {id:d}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/labels.py" />
            <source>run {number:d} knows no class called {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/runs.py" />
            <source>runs compare needs two numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/runs.py" />
            <source>runs show needs one number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/labelling.py" />
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>set group</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>silent input</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>slaney: all bands have equal area; empty: equal height.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/clips.py" />
            <source>sounds cannot be found like this: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/plain_csv.py" />
            <source>start_s or end_s is no number of seconds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>starting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/runs_panel.py" />
            <source>stopped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>stopped; the best epoch was kept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the best epoch on the clips measured, since training ended early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the calibration temperature is out of range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>the column “{name}” of {file} holds no numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the epoch with the best validation accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <source>the file cannot be opened</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>the file is missing</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>the first {n} is shown</source>
            <extracomment>English plural: the first {n} are shown</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>the format of {name} is not recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/label_files.py" />
            <source>the label file {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/feature_cache.py" />
            <source>the label lies after its end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>the labelled clips have no fold called {name!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the last epoch, since training ended early</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the mel filters are absurdly large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/recovery.py" />
            <source>the memory does not even suffice for two clips at a time</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>the model file {name} in {folder} cannot be used: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>the model's answers are not numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>the model's {name} are not what they were (off by {error:.2g})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>the network {name!r} has no option {option!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the network's options are out of range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the normalisation is not for {bands} bands</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the normalisation's mean is not a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>the project could not be copied before this step: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/database.py" />
            <source>the project could not be saved: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the project has no readable labelled clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <source>the project has no readable labelled clip in fold {fold}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>the project has none of the model's classes ({classes})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <source>the sample project cannot be written to {folder}: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>the snapshot {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the spectrogram of a window is absurdly large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the weights at the end of the schedule; nothing was chosen on the clips measured</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/report.py" />
            <source>the weights at the end, which the clips measured decided</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>the window is shorter than a sample</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/naming.py" />
            <source>there cannot be {n} class called “{name}”</source>
            <extracomment>English plural: there cannot be {n} classes called “{name}”</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>there is a class called {name} already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/edit_clips.py" />
            <source>there is no class called {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>there is no input called {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>there is no label format called {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/models/registry.py" />
            <source>there is no network called {name!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>there is no preset called {name!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>there is no project to import this into</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/runs.py" />
            <source>there is no run {number:d}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/evaluation.py" />
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>there is no sound in it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>there is no training parameter called {name!r}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>there is not one threshold for each of {classes} classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/devices.py" />
            <source>this computer has no GPU that can be used (CUDA)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/live.py" />
            <source>too short</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>training diverged at once: the loss is no number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/jobs/train.py" />
            <source>training ended before there was a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>two classes have the same name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>validate = {value!r} is not a way to choose the clips for validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/inference.py" />
            <source>windows cannot follow each other every {hop_s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>you may not look into this folder</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{clips} ({n} group)</source>
            <extracomment>English plural: {clips} ({n} groups)</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/decoder.py" />
            <source>{codec} is not supported</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>{command}: {edit}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{count} of {n} clip</source>
            <extracomment>English plural: {count} of {n} clips</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>{file} has no column “{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/training.py" />
            <source>{file} is not the settings file of a run: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle_files.py" />
            <source>{folder} exists already and is not a model, so it is not replaced</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/prediction.py" />
            <source>{format} needs a folder to write to</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>{key} is the key of “{command}” already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/input_health.py" />
            <source>{lost_ms:.0f} ms of sound got lost: the computer is too busy, or the device skipped.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>{low:.2f} to {high:.2f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>{low:g} to {high:g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/advanced_panel.py" />
            <source>{low:g} to {high:g} {unit}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/editor.py" />
            <source>{message}.
{remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/translate.py" />
            <source>{message}. {remedy}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a list of numbers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a list of texts</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a number</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a table of names and values</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/model_card.py" />
            <source>{name!r} is not a text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/bundle.py" />
            <source>{name!r} should be {wanted}, but is {found}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{names} and {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/settings.py" />
            <source>{name} = {value} cannot be used</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{name} cannot be opened for reading: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{name} cannot be opened: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} cannot be read as audio: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>{name} cannot be read as labels: line {line:d}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/registry.py" />
            <source>{name} cannot be read as labels: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>{name} cannot be read: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/results.py" />
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <location filename="../../audioclf_gui/gui/live/event_table.py" />
            <location filename="../../audioclf_gui/jobs/keep_sound.py" />
            <source>{name} cannot be written: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <location filename="../../audioclf_gui/jobs/demo.py" />
            <source>{name} holds a project already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/librispeech.py" />
            <source>{name} holds no SPEAKERS.TXT</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/esc50.py" />
            <location filename="../../audioclf_gui/formats/datasets/urbansound8k.py" />
            <source>{name} holds no table with the columns {columns}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>{name} holds several projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{name} is damaged beyond reading and has no snapshot</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>{name} is empty</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/project.py" />
            <source>{name} is not a project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>{name} is not an audioclf project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/view_loader.py" />
            <source>{name} is not where the project left it: {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/errors.py" />
            <source>{name} is open elsewhere, so it cannot be changed here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{name} recognised</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{name} taken for {other}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{name} was damaged. It was put aside as {aside}, and the project restored from {source}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/schema.py" />
            <source>{name} was made by a newer version of audioclf-gui</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{name} was made by an older version and is open elsewhere or may not be written</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/table.py" />
            <source>{name}, line {line:d}: {fault}</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/class_table.py" />
            <source>{name}: recall {recall:.3f}, 95 % interval {low:.2f} to {high:.2f}, from {n} clip</source>
            <extracomment>English plural: {name}: recall {recall:.3f}, 95 % interval {low:.2f} to {high:.2f}, from {n} clips</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{n} accepted</source>
            <extracomment>English plural: {n} accepted</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/record_panel.py" />
            <source>{n} block lost</source>
            <extracomment>English plural: {n} blocks lost</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} class</source>
            <extracomment>English plural: {n} classes</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} class has 1 recording group</source>
            <extracomment>English plural: {n} classes have 1 recording group each</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} class has fewer than {least} clips, “{name}” only {fewest}</source>
            <extracomment>English plural: {n} classes have fewer than {least} clips, “{name}” only {fewest}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} clip</source>
            <extracomment>English plural: {n} clips</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip can be read</source>
            <extracomment>English plural: {n} clips can be read</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/task.py" />
            <source>{n} clip cannot be read, and too few are left to learn from</source>
            <extracomment>English plural: {n} clips cannot be read, and too few are left to learn from</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip cannot be read: mostly because {reason}</source>
            <extracomment>English plural: {n} clips cannot be read: mostly because {reason}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip cannot be read: {reason}</source>
            <extracomment>English plural: {n} clips cannot be read: {reason}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{n} clip could not be read and was left out.</source>
            <extracomment>English plural: {n} clips could not be read and were left out.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/label_files.py" />
            <source>{n} clip fits {what}</source>
            <extracomment>English plural: {n} clips fit {what}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/pipeline/plan.py" />
            <source>{n} clip has a lower sample rate than {rate_hz} Hz: its top is empty.</source>
            <extracomment>English plural: {n} clips have a lower sample rate than {rate_hz} Hz: their top is empty.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/suggester.py" />
            <source>{n} clip has a suggestion now: see Review</source>
            <extracomment>English plural: {n} clips have a suggestion now: see Review</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip is a copy of another</source>
            <extracomment>English plural: {n} clips are copies of others</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip is clipped</source>
            <extracomment>English plural: {n} clips are clipped</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip is shorter than {least_s:g} s</source>
            <extracomment>English plural: {n} clips are shorter than {least_s:g} s</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} clip is silent</source>
            <extracomment>English plural: {n} clips are silent</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{n} clip tested</source>
            <extracomment>English plural: {n} clips tested</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{n} clip trained</source>
            <extracomment>English plural: {n} clips trained</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/checks_panel.py" />
            <source>{n} clip unread</source>
            <extracomment>English plural: {n} clips unread</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{n} clip validated</source>
            <extracomment>English plural: {n} clips validated</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/relinking.py" />
            <source>{n} clip was found again</source>
            <extracomment>English plural: {n} clips were found again</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} clip · none labelled yet</source>
            <extracomment>English plural: {n} clips · none labelled yet</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/core/store/recovery.py" />
            <source>{n} entry that could still be read</source>
            <extracomment>English plural: {n} entries that could still be read</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{n} event written to {name}</source>
            <extracomment>English plural: {n} events written to {name}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} fold</source>
            <extracomment>English plural: {n} folds</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>{n} fold made by {groups}; fold {number:d} held out</source>
            <extracomment>English plural: {n} folds made by {groups}; fold {number:d} held out</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>{n} fold made of single clips, which flatters the model; fold {number:d} held out</source>
            <extracomment>English plural: {n} folds made of single clips, which flatters the model; fold {number:d} held out</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} group</source>
            <extracomment>English plural: {n} groups</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/ml/splits.py" />
            <source>{n} group is in more than one set: the figures may flatter the model.</source>
            <extracomment>English plural: {n} groups are in more than one set: the figures may flatter the model.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} in the project already</source>
            <extracomment>English plural: {n} in the project already</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} label</source>
            <extracomment>English plural: {n} labels</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>{n} label belongs to no clip: {reason}</source>
            <extracomment>English plural: {n} labels belong to no clip: {reason}</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/exchange.py" />
            <source>{n} label belongs to no clip: {reason} and {more} more</source>
            <extracomment>English plural: {n} labels belong to no clip: {reason} and {more} more</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} label file</source>
            <extracomment>English plural: {n} label files</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/export_panel.py" />
            <source>{n} label file written.</source>
            <extracomment>English plural: {n} label files written.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>{n} label has over {longest} characters and may be cut by Audacity.</source>
            <extracomment>English plural: {n} labels have over {longest} characters and may be cut by Audacity.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/main_window.py" />
            <source>{n} labelled</source>
            <extracomment>English plural: {n} labelled</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/clip_table.py" />
            <source>{n} of {total} labelled</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{n} other class</source>
            <extracomment>English plural: {n} other class</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} recording group</source>
            <extracomment>English plural: {n} recording groups</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} refused</source>
            <extracomment>English plural: {n} refused</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/label/clip_facts.py" />
            <source>{n} region</source>
            <extracomment>English plural: {n} regions</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{n} rejected</source>
            <extracomment>English plural: {n} rejected</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/live/workspace.py" />
            <source>{n} so far.</source>
            <extracomment>English plural: {n} so far.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} sound file</source>
            <extracomment>English plural: {n} sound files</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>{n} sound is in two classes ({names})</source>
            <extracomment>English plural: {n} sounds are in two classes ({names}, …)</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} source file</source>
            <extracomment>English plural: {n} source files</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/train/settings_panel.py" />
            <source>{n} stretch</source>
            <extracomment>English plural: {n} stretches</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/import_texts.py" />
            <source>{n} table</source>
            <extracomment>English plural: {n} tables</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/gui/project_page.py" />
            <source>{n} take of the last session added to the clips.</source>
            <extracomment>English plural: {n} takes of the last session added to the clips.</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/importing.py" />
            <location filename="../../audioclf_gui/cli/projects.py" />
            <location filename="../../audioclf_gui/jobs/predict.py" />
            <source>{path} does not exist</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/cli/projects.py" />
            <source>{path} is neither a project nor a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/queue_panel.py" />
            <source>{place} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/time_axis.py" />
            <source>{seconds} s ago</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{sets}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/translate.py" />
            <source>{some}, {more}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/run_header.py" />
            <source>{speed} clips/s · rate {rate:.2g}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/labels/audacity.py" />
            <source>{text} is no number of seconds with a tab after it</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/report.py" />
            <source>{time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/ml/pipeline/fit.py" />
            <source>{what} is no number any more in epoch {epoch:d}: training ends, {kept}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/confusion.py" />
            <source>{what}: {of}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>“{name}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>“{name}” has 1 recording group</source>
            <translation type="unfinished" />
        </message>
        <message numerus="yes">
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>“{name}” has only {n} clip</source>
            <extracomment>English plural: “{name}” has only {n} clips</extracomment>
            <translation type="unfinished">
                <numerusform />
            </translation>
        </message>
        <message>
            <location filename="../../audioclf_gui/audio/data_check.py" />
            <source>“{name}” has {rate:g} kHz, most other clips do not</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>“{pattern}” has none of the named groups {groups}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/formats/datasets/names.py" />
            <source>“{pattern}” is not a regular expression: {problem}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/history.py" />
            <source>“{what}” cannot be undone or made again: its labels are not there any more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/document.py" />
            <source>“{what}” is still being saved</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/core/catalogue.py" />
            <source>“{what}” was not done: a label would be left without its class</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>TrainWorkspace</name>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Confusion matrix – click a cell to hear its clips</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Loss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Per class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>Shown when the run has ended.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/workspace.py" />
            <source>This run has no figures; its model can be used.</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Colours, brightness and axis of the spectrogram</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Position {time}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Speed</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Speed of playing; the pitch moves with it, so bats can be heard</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/transport.py" />
            <source>Transport</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>WavePane</name>
        <message>
            <location filename="../../audioclf_gui/gui/label/wave_pane.py" />
            <source>Waveform</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_KeyRow</name>
        <message>
            <location filename="../../audioclf_gui/gui/key_sheet.py" />
            <source>Change this key</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>_NewProjectForm</name>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Change…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Choose the folder that the project's folder is made in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>City sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Create</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>In the folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make no project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Make the project (Return)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/start_panel.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>About audioclf-gui</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Accept</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Accept the page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Accept the suggestion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Add sound files, folders or tables; they can be dropped on the window too</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Another page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Another picture</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Back 1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Back 15 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Close project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Delete the label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Edit the label's text</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>End the selection here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Export labels…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Find clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Find sounds</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Forward 1 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Forward 15 s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Give class 1 to 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Import label files…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Import…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/commands.py" />
            <source>Keep the last seconds as class 1 to 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/commands.py" />
            <source>Keep the last seconds without a class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Keys</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label at the play position</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label the selection</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Label with class 1 to 10</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Leave the editor</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/live/commands.py" />
            <source>Listen or stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Live</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Loop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>New project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Next clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Next label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Next unlabelled clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Open in Label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Open project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Open the recorder; again: start or stop a take</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Pause</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play once, without loop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Play or stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Play the clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Previous clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Previous label</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Record</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/review/commands.py" />
            <source>Reject</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Reject the suggestion</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Remove clips from the project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Review</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Show the whole clip</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Start the selection here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Stop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <source>Stop and keep best</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the end</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the model's nearest event</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the nearest label of yours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>To the start</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <location filename="../../audioclf_gui/gui/train/commands.py" />
            <location filename="../../audioclf_gui/gui/workspaces.py" />
            <source>Train</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Transport</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Try the demo project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/actions.py" />
            <source>View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom in</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom normal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../audioclf_gui/gui/label/commands.py" />
            <source>Zoom to selection</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
