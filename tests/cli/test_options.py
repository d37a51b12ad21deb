"""Options that do not fit together are wrong usage, with the reason, before anything is done."""

import argparse
import subprocess
import sys

import pytest

from audioclf_gui.cli.parser import _ROOMS, make_parser

FITTING = {
    "azure cancel": ["--json", "--config"],
    "azure check": ["--json", "--config"],
    "azure compute": ["--json", "--config", "--size", "--low-priority", "--dry-run"],
    "azure download": ["--json", "--config"],
    "azure environment": ["--json", "--config", "--dry-run"],
    "azure fetch": ["--json", "--config"],
    "azure list": ["--json", "--config"],
    "azure register": ["--json", "--config"],
    "azure search": ["--json", "--config", "--method", "--outer", "--seed", "--space", "--dry-run"],
    "azure stream": ["--json", "--config"],
    "azure submit": ["--json", "--config", "--folds", "--set", "--dry-run"],
    "azure train": ["--json", "--config", "--folds", "--set"],
    "azure upload": ["--json", "--config", "--dry-run"],
    "classes add": ["--json"],
    "classes delete": ["--json"],
    "classes export": ["--json", "--out"],
    "classes import": ["--json"],
    "classes list": ["--json"],
    "classes merge": ["--json"],
    "classes move": ["--json"],
    "classes recolour": ["--json"],
    "classes rename": ["--json"],
    "classes sort": ["--json"],
    "clips accept": ["--json", "--where", "--replace"],
    "clips spot-check": ["--json", "--above", "--class", "--size", "--seed"],
    "clips clear": ["--json", "--where"],
    "clips group": ["--json", "--where"],
    "clips label": ["--json", "--where"],
    "clips reject": ["--json", "--where"],
    "clips remove": ["--json", "--where"],
    "clips toggle": ["--json", "--where"],
    "check": ["--json"],
    "cluster embed": ["--json", "--out", "--address"],
    "cluster predict": [
        "--json", "--out", "--hop-s", "--threshold", "--release", "--smoothing", "--min-event-s", "--join-s",
        "--cool-down-s", "--silence-db", "--format", "--address",
    ],
    "cluster synth": [
        "--json", "--mixtures", "--shares", "--rate-hz", "--seed", "--placement", "--one-class", "--learnt",
        "--background", "--peak-db", "--format", "--address",
    ],
    "cluster train": ["--json", "--address", "--track"],
    "demo": [],
    "doctor": ["--json", "--out"],
    "devices": ["--json"],
    "evaluate": ["--json", "--fold", "--with-training"],
    "export": ["--json", "--to", "--out", "--project", "--int8", "--licence", "--no-card"],
    "fetch": ["--json"],
    "history": ["--json", "--count", "--go-to"],
    "import": [
        "--json", "--group-from-name", "--copy", "--label-files", "--class-names", "--unpack-to", "--watch",
    ],
    "info": ["--json"],
    "labels confused": ["--json", "--run"],
    "labels convert": ["--json", "--to", "--out"],
    "labels copy": ["--json", "--class", "--track"],
    "labels delete": ["--json", "--class", "--track", "--clip"],
    "labels errors": ["--json"],
    "labels estimates": ["--json"],
    "labels export": ["--json", "--format", "--out"],
    "labels formats": ["--json"],
    "labels import": ["--json"],
    "labels losses": ["--json", "--format"],
    "labels measure": ["--json", "--out"],
    "labels merge": ["--json", "--class", "--track", "--clip", "--gap-s"],
    "labels quantise": ["--json", "--class", "--track", "--clip"],
    "labels set": [
        "--json", "--class", "--track", "--clip", "--to-class", "--to-track", "--note", "--certainty",
    ],
    "labels shift": ["--json", "--class", "--track", "--clip", "--cut"],
    "labels snap": ["--json", "--class", "--track", "--clip"],
    "labels sounds": ["--json", "--format"],
    "labels table": ["--json", "--clip", "--filter", "--columns", "--out"],
    "leakage": ["--json"],
    "learning-curve": ["--json", "--repeats"],
    "cluster search": ["--json", "--method", "--outer", "--save-preset", "--seed", "--space", "--address"],
    "search": ["--json", "--method", "--outer", "--save-preset", "--seed", "--space"],
    "monitor": ["--json", "--fail-on-alarm"],
    "live": [
        "--json", "--input", "--seconds", "--equaliser", "--second", "--threshold", "--hop-s",
        "--release", "--smoothing", "--min-event-s", "--join-s", "--cool-down-s", "--silence-db",
    ],
    "new": ["--json"],
    "explain": ["--json", "--class", "--sound"],
    "pack": ["--json", "--no-audio"],
    "predict": [
        "--hop-s", "--threshold", "--release", "--smoothing", "--min-event-s", "--join-s", "--cool-down-s",
        "--silence-db",
    ],
    "presets delete": ["--json"],
    "presets export": ["--json", "--out"],
    "presets import": ["--json", "--name", "--replace"],
    "presets list": ["--json"],
    "presets rename": ["--json"],
    "presets save": ["--json", "--note", "--replace"],
    "quantity": ["--json", "--name", "--unit"],
    "groups": ["--called", "--json"],
    "relink": ["--json"],
    "runs": ["--json"],
    "clusters": ["--json", "--label", "--through"],
    "map": ["--json", "--through"],
    "next": ["--json", "--through"],
    "similar": ["--json", "--start-s", "--stop-s", "--through"],
    "species": ["--json", "--where", "--threshold", "--top", "--label"],
    "segment": ["--json", "--where", "--class"],
    "shards": ["--json", "--kind", "--seed"],
    "suggest": ["--json", "--run"],
    "synth": [
        "--json", "--mixtures", "--shares", "--rate-hz", "--seed", "--placement", "--one-class", "--learnt",
        "--background", "--peak-db", "--format",
    ],
    "tracks add": ["--json", "--kind"],
    "tracks delete": ["--json"],
    "tracks list": ["--json"],
    "tracks move": ["--json"],
    "tracks rename": ["--json"],
    "tracks set": ["--json", "--no-hidden", "--no-locked", "--no-learnt"],
    "train": ["--json"],
    "unpack": ["--json"],
}  # fmt: skip
"""For each command the options that fit with all others: whoever adds one has to think of it."""

UNFITTING = [
    ("cluster predict b x --out o --workers 0", "--workers", "1 or more"),
    ("cluster embed b x --out o --window-s 0", "--window-s", "above 0"),
    ("cluster embed b x --out o --workers 0", "--workers", "1 or more"),
    ("cluster train p --workers 0", "--workers", "1 or more"),
    ("cluster train p --workers 2 --devices cpu:2", "--workers", "--devices"),
    ("cluster train p --devices cpu:2 --device cpu", "--devices", "--device"),
    ("cluster train p --resume 1 --seed 1", "--resume", "--seed"),
    ("cluster train p --preset forrest", "--preset", "forest"),
    ("import p x --path-column a", "--path-column", "--table"),
    ("import p x --label-column a", "--label-column", "--table"),
    ("import p x --group-column a --layout esc50", "--group-column", "--table"),
    ("import p x --fold-column a", "--fold-column", "--table"),
    ("import p x --target-column a", "--target-column", "--table"),
    ("import p x --table t", "--table", "--path-column"),
    ("import p x --table t --path-column a", "--table", "--label-column"),
    (
        "import p x --layout folders --table t --path-column a --label-column b",
        "--layout",
        "--table",
    ),
    ("live b --log-daily", "--log-daily", "--log"),
    ("live b --log-mb 1", "--log-mb", "--log"),
    ("live b --keep-per-hour 3", "--keep-per-hour", "--keep-near"),
    ("live b --keep-margin 0.2", "--keep-margin", "--keep-near"),
    ("live b --alert-command ring", "--alert-command", "--alert"),
    ("shards p d --shard-mb 0", "--shard-mb", "1 or more"),
    ("fetch --to d", "--to", "ADDRESS"),
    ("fetch --checksum md5:0", "--checksum", "ADDRESS"),
    (r"import p x --labels-from-name (\w+)_", "--labels-from-name", "label"),
    ("import p x --labels-from-name (?P<group>a)", "--labels-from-name", "label"),
    ("import p x --labels-from-name (?P<label>", "--labels-from-name", "regular expression"),
    (
        "import p x --name-parts {class}_{} --labels-from-name (?P<label>a)",
        "--name-parts",
        "--labels-from-name",
    ),
    ("import p x --name-parts {klass}_{}", "--name-parts", "{class}"),
    ("import p x --group-from-name (?P<label>a)", "--group-from-name", "(?P<group>"),
    ("demo d --json", "--json", "--no-window"),
    ("demo d --sounds birds --no-window", "--sounds", "--no-window"),
    ("demo --sounds birds", "--sounds", "DIR"),
    ("labels import p f --clip a --by-name", "--clip", "--by-name"),
    ("labels import p f --mode replace --conflicts theirs", "--conflicts", "--mode"),
    ("labels import p f --conflicts theirs --mode add", "--conflicts", "--mode"),
    ("labels import p f --label-column a --column start_s=b", "--column", "--label-column"),
    ("labels import p f --column start_s=b --format csv", "--column", "--format"),
    ("labels import p f --label-column a --format audacity", "--label-column", "audacity"),
    ("labels errors p --run 1 --preset forest", "--run", "--preset"),
    ("clips spot-check p --wrong 3", "--wrong", "--judged"),
    ("clips spot-check p --accept", "--accept", "--judged"),
    ("labels estimates p --run 1 --preset forest", "--run", "--preset"),
    ("leakage p --run 1 --preset forest", "--run", "--preset"),
    ("learning-curve p --run 1 --preset forest", "--run", "--preset"),
    ("leakage p --set trees=20", "--set", "--preset or --run"),
    ("learning-curve p --set trees=20", "--set", "--preset or --run"),
    ("labels errors p --set trees=20", "--set", "--preset"),
    ("labels estimates p --set trees=20", "--set", "--preset"),
    ("clusters p --count 3 --dense", "--count", "--dense"),
    ("clusters p --count -1", "--count", "0 or more"),
    ("similar p 1 --count 0", "--count", "1 or more"),
    ("next p --count 0", "--count", "1 or more"),
    ("azure search p --jobs 0", "--jobs", "1 or more"),
    ("azure search p --trials 0", "--trials", "1 or more"),
    ("cluster search p --trials 0", "--trials", "1 or more"),
    ("cluster search p --preset auto", "--preset", "a preset to start from"),
    ("cluster search p --set epochs", "--set", "KEY=VALUE"),
    ("cluster search p --workers 0", "--workers", "1 or more"),
    ("search p --trials 0", "--trials", "1 or more"),
    ("search p --jobs 0", "--jobs", "1 or more"),
    ("search p --set epochs", "--set", "KEY=VALUE"),
    ("labels sounds p o --span-s 0 1", "--span-s", "--clip"),
    ("labels sounds p o --keep-pitch", "--keep-pitch", "--speed"),
    ("labels sounds p o --carrier-hz 9", "--carrier-hz", "--heterodyne"),
    ("labels sounds p o --clip a --span-s 0 1 --class b", "--span-s", "--class"),
    ("labels sounds p o --clip a --span-s 0 1 --track b", "--span-s", "--track"),
    ("labels sounds p o --clip a --span-s 0 1 --margin-s 1", "--span-s", "--margin-s"),
    ("labels sounds p o --clip a --span-s 1 1", "--span-s", "ends before"),
    ("labels snap p --to zero --step-s 1", "--step-s", "--to zero"),
    ("labels snap p --to grid --reach-s 1", "--reach-s", "--to grid"),
    ("labels set p", "--to-class", "--certainty"),
    ("labels table p --descending", "--descending", "--sort"),
    ("segment p --length-s 3", "--length-s", "--preset level"),
    ("segment p --hop-s 3 --preset birds", "--hop-s", "--preset birds"),
    *(
        (f"segment p --preset windows {option}", option.split()[0], "--preset windows")
        for option in (
            *(
                "--no-over-floor",
                "--measure rms",
                "--threshold-db -20",
                "--low-hz 1",
                "--high-hz 2",
                "--step-s 1",
            ),
            *("--min-silence-s 1", "--min-sound-s 1", "--lead-s 1", "--trail-s 1"),
        )
    ),
    ("cluster synth p o --workers 0", "--workers", "1 or more"),
    ("synth p o --preview a.wav --dry-run", "--preview", "--dry-run"),
    *(
        (f"{command} p o --{name} 1 2 3", f"--{name}", "one number or two")
        for command in ("synth", "cluster synth")
        for name in ("length-s", "events-per-min", "pause-s", "gain-db", "speed", "rt60-s", "snr-db")
    ),
    ("monitor p x --add", "--add", "PATH"),
    ("monitor p x --run 1", "--run", "PATH"),
    ("monitor p x --by day", "--by", "PATH"),
    ("runs p thresholds 1 --precision 0.9 --alarms-per-hour 1", "--precision", "--alarms-per-hour"),
    ("runs p thresholds 1 --precision 0.9 --as-trained", "--precision", "--as-trained"),
    ("runs p thresholds 1 --alarms-per-hour 1 --as-trained", "--alarms-per-hour", "--as-trained"),
    ("runs p thresholds 1 --precision 0.9 --class dog=0.7", "--precision", "--class"),
    ("runs p thresholds 1 --alarms-per-hour 1 --class dog=0.7", "--alarms-per-hour", "--class"),
    ("runs p thresholds 1 --as-trained --class dog=0.7", "--as-trained", "--class"),
    ("runs p show 1 --precision 0.9", "--precision", "thresholds"),
    ("runs p show 1 --class dog=0.7", "--class", "thresholds"),
    ("runs p list 3", "list", "no number"),
    ("runs p show", "show", "one number"),
    ("runs p compare 1", "compare", "two runs or more"),
    ("runs p delete", "delete", "numbers of several"),
    ("runs p note 1", "--name", "--text"),
    ("runs p show 1 --name x", "--name", "note"),
    ("runs p report --out f", "report", "of a run"),
    ("runs p report 1", "report", "--out"),
    ("runs p list --out f", "--out", "list"),
    ("live b --input file:x --rate-hz 8000", "--rate-hz", "a file is heard as it is"),
    ("live b --input file:x --channel 1", "--channel", "a file is heard as it is"),
    ("predict b x --format audacity", "--format", "--out"),
    ("predict b x --format csv --json", "--json", "--format csv"),
    ("train p --devices 0,1 --device cpu", "--devices", "--device"),
    ("train p --track wandb:x --folds all --dry-run", "--track", "--dry-run"),
    ("train p --resume 1 --devices 0,1", "--resume", "--devices"),
    ("train p --seed 0 --set seed=0", "--seed", "--set"),
    ("train p --max-minutes 1 --set max_minutes=2", "--max-minutes", "--set"),
    ("cluster search p --preset forrest", "--preset", "forest"),
    ("search p --preset forrest", "--preset", "forest"),
    ("leakage p --preset forrest", "--preset", "forest"),
    ("learning-curve p --preset forrest", "--preset", "forest"),
    ("labels errors p --preset forrest", "--preset", "forest"),
    ("labels estimates p --preset forrest", "--preset", "forest"),
    ("train p --preset forrest", "--preset", "forest"),
    ("azure submit p --preset forrest", "--preset", "forest"),
    ("azure search p --preset forrest", "--preset", "forest"),
    ("azure train p --preset forrest", "--preset", "forest"),
    ("azure compute --max-nodes 0", "--max-nodes", "1 or more"),
    ("azure compute --idle-s -1", "--idle-s", "0 or more"),
    ("presets save n --preset forrest", "--preset", "forest"),
    ("presets save n --run 1", "--run", "--project"),
    ("presets save n --preset fast --project p", "--preset", "--project"),
    ("presets save n", "--preset", "--project"),
    ("train p --preset fast --set preset=fast", "--preset", "--set"),
    ("train p --folds all --validate fold:1", "--folds", "--validate"),
    ("train p --folds all --set validate=fold:1", "--folds", "--validate"),
    ("train p --set folds=3", "--folds", "--set"),
    ("train p --dry-run", "--dry-run", "--folds"),
    *(
        (f"train p --resume 1 {option}", "--resume", option.split()[0])
        for option in ("--preset fast", "--seed 1", "--folds all", "--set epochs=2", "--config run.toml")
    ),
]


def leaves(parser, path=()):
    """Every command with its parser."""
    groups = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not groups:
        yield " ".join(path), parser
    for group in groups:
        for word, child in group.choices.items():
            yield from leaves(child, (*path, word))


def options_of(parser):
    named = [action.option_strings[-1] for action in parser._actions if action.option_strings]
    return [option for option in named if option != "--help"]


COMMANDS = dict(leaves(make_parser()))


def first_words(rooms):
    (commands,) = (one for one in make_parser(rooms)._actions if isinstance(one, argparse._SubParsersAction))
    return tuple(commands.choices)


@pytest.mark.parametrize("room", _ROOMS)
def test_each_command_is_found_in_the_module_that_adds_it(room):
    assert first_words([room]) == _ROOMS[room]


def test_a_command_loads_what_it_needs_and_help_tells_of_all(audioclf):
    look = (
        "import atexit, sys; from audioclf_gui.cli.main import main;"
        " atexit.register(lambda: print(*sys.modules, file=sys.stderr)); main(['groups', '--help'])"
    )
    found = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    loaded = found.stderr.split()
    assert "audioclf_gui.cli.groups" in loaded
    assert "audioclf_gui.cli.training" not in loaded
    status, out, _err = audioclf("--help")
    assert status == 0
    assert {word for words in _ROOMS.values() for word in words} <= set(out.split())
    assert "invalid choice: 'nothing'" in audioclf("nothing")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_of_a_command_is_known_to_fit_or_has_a_rule(command):
    parser = COMMANDS[command]
    ruled = {option for rule in parser.rules for option in rule.options if option.startswith("--")}
    assert sorted(options_of(parser)) == sorted({*FITTING[command], *ruled})
    assert not ruled & set(FITTING[command])


def test_every_rule_is_tried_here():
    for command, parser in COMMANDS.items():
        tried = {word for line, *_ in UNFITTING if line.startswith(f"{command} ") for word in line.split()}
        for rule in parser.rules:
            assert tried >= {option for option in rule.options[:1] if option.startswith("--")}, command
            assert tried


@pytest.mark.parametrize(("line", "first", "second"), UNFITTING, ids=[line for line, *_ in UNFITTING])
def test_options_that_do_not_fit_are_wrong_usage_and_the_reason_is_told(
    audioclf, tmp_path, monkeypatch, line, first, second
):
    monkeypatch.chdir(tmp_path)
    status, out, err = audioclf(*line.split())
    assert (status, out) == (2, "")
    assert "usage: audioclf" in err
    reason = err.rpartition("error: ")[2]
    assert first in reason
    assert second in reason
    assert list(tmp_path.iterdir()) == []


FITTING_LINES = [
    "import p x --table t --path-column a --label-column b --group-column c --labels-from-name (?P<label>a)",
    "import p x --layout esc50 --group-from-name (?P<fold>a) --copy --json",
    "demo d --no-window --json",
    "demo d",
    "demo d --sounds bats",
    "runs p",
    "labels sounds p o --clip a --span-s 0 1 --format flac",
    "labels sounds p o --clip a --class b --class c --track d --margin-s 1",
    "labels sounds p o --speed 0.1 --keep-pitch --heterodyne --carrier-hz 40000",
    "runs p show 1 --json",
    "runs p note 1 --name x",
    "runs p note 1 --name x --text y",
    "runs p delete 1",
    "runs p restore 1",
    "segment p --preset birds --over-floor --low-hz 3000 --measure flux",
    "segment p --preset windows --length-s 3 --hop-s 1",
    "runs p compare 1 2",
    "predict b x --format raven --out o --json",
    "predict b x --format json --json",
    "predict b x",
    "live b --log l.csv --log-daily --log-mb 3 --keep-near p --alert dog --alert cat --alert-command ring",
    "train p --folds all --validate group --seed 0 --set epochs=3 --set epochs=4 --config c",
    "train p --validate fold:1",
]


@pytest.mark.parametrize("line", FITTING_LINES)
def test_options_that_fit_are_taken(line):
    assert callable(make_parser().parse_args(line.split()).command)


def test_an_empty_path_is_not_the_working_folder(audioclf, tmp_path, monkeypatch):
    """As of a variable of the shell that is not set."""
    monkeypatch.chdir(tmp_path)
    status, _out, err = audioclf("predict", tmp_path / "model", "")
    assert (status, "argument PATH: it is empty" in err) == (2, True)
    status, _out, err = audioclf("new", "")
    assert (status, list(tmp_path.iterdir())) == (2, [])
