"""Sets that many people have on their disks, as small trees of the same shape."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audioclf_gui.audio.ingest import audio_files
from audioclf_gui.core.errors import UserError
from audioclf_gui.core.label import Region
from audioclf_gui.formats.datasets import LAYOUTS, Listing, guess_layout


def put(root: Path, **texts: str) -> None:
    """Files by their paths."""
    for name, text in texts.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")


def listed(root: Path, key: str) -> Listing:
    """What the layout makes of the folder, which must be recognised as having it, in whatever order."""
    files = audio_files(root)
    random.Random(len(files)).shuffle(files)
    assert guess_layout(root, files) == key
    return LAYOUTS[key].read(root, files)


def facts(root: Path, listing: Listing) -> list[tuple[str, tuple[str, ...], str, str]]:
    return [
        (one.path.relative_to(root).as_posix(), one.class_names, one.group, one.fold)
        for one in listing.candidates
    ]


def said(listing: Listing) -> str:
    return "\n".join(map(str, listing.notes))


# FSD50K

FSD = {
    "FSD50K.ground_truth/dev.csv": (
        "fname,labels,mids,split\n"
        '64760,"Electric_guitar,Guitar,Music","/m/02sgy,/m/0342h,/m/04rlf",train\n'
        "16399,Walk_and_footsteps,/m/07pbtc8,val\n"
    ),
    "FSD50K.ground_truth/eval.csv": 'fname,labels,mids\n37199,"Guitar,Music","/m/0342h,/m/04rlf"\n',
    "FSD50K.ground_truth/vocabulary.csv": (
        "0,Electric_guitar,/m/02sgy\n1,Guitar,/m/0342h\n2,Music,/m/04rlf\n3,Walk_and_footsteps,/m/07pbtc8\n"
    ),
    "FSD50K.metadata/dev_clips_info_FSD50K.json": '{"64760": {"title": "riff", "uploader": "casualdave"}}',
    "FSD50K.dev_audio/64760.wav": "",
    "FSD50K.dev_audio/16399.wav": "",
    "FSD50K.eval_audio/37199.wav": "",
}


def test_fsd50k_gives_all_classes_of_a_clip_its_part_and_who_uploaded_it(tmp_path):
    put(tmp_path, **FSD)
    listing = listed(tmp_path, "fsd50k")
    assert facts(tmp_path, listing) == [
        ("FSD50K.dev_audio/64760.wav", ("Electric_guitar", "Guitar", "Music"), "casualdave", "train"),
        ("FSD50K.dev_audio/16399.wav", ("Walk_and_footsteps",), "", "val"),
        ("FSD50K.eval_audio/37199.wav", ("Guitar", "Music"), "", "eval"),
    ]
    assert "2 clips have several classes" in said(listing)
    assert "not in vocabulary.csv" not in said(listing)


def test_fsd50k_tells_of_classes_that_its_vocabulary_lacks(tmp_path):
    put(tmp_path, **FSD)
    put(tmp_path, **{"FSD50K.ground_truth/vocabulary.csv": "0,Guitar,/m/0342h\n1,Music,/m/04rlf\n"})
    told = said(listed(tmp_path, "fsd50k"))
    assert "“Electric_guitar”, “Walk_and_footsteps” are not in vocabulary.csv" in told


# DCASE

SCENES = {
    "meta.csv": (
        "filename\tscene_label\tidentifier\tsource_label\n"
        "audio/airport-barcelona-0-0-a.wav\tairport\tbarcelona-0\ta\n"
        "audio/airport-lisbon-1-0-a.wav\tairport\tlisbon-1\ta\n"
        "audio/bus-lisbon-2-0-b.wav\tbus\tlisbon-2\tb\n"
    ),
    "evaluation_setup/fold1_train.csv": "filename\tscene_label\naudio/airport-barcelona-0-0-a.wav\tairport\n",
    "evaluation_setup/fold1_test.csv": "filename\naudio/airport-lisbon-1-0-a.wav\n",
    "evaluation_setup/fold1_evaluate.csv": "filename\tscene_label\naudio/airport-lisbon-1-0-a.wav\tairport\n",
    "audio/airport-barcelona-0-0-a.wav": "",
    "audio/airport-lisbon-1-0-a.wav": "",
    "audio/bus-lisbon-2-0-b.wav": "",
}


def test_dcase_scenes_come_with_their_places_and_the_lists_of_training_and_testing(tmp_path):
    put(tmp_path, **SCENES)
    listing = listed(tmp_path, "dcase")
    assert facts(tmp_path, listing) == [
        ("audio/airport-barcelona-0-0-a.wav", ("airport",), "barcelona-0", "train"),
        ("audio/airport-lisbon-1-0-a.wav", ("airport",), "lisbon-1", "test"),
        ("audio/bus-lisbon-2-0-b.wav", ("bus",), "lisbon-2", ""),
    ]
    assert "1 clip is in no list for training or testing, so it has no fold: bus-lisbon-2-0-b.wav" in said(
        listing
    )


def test_of_several_folds_that_counts_in_which_a_clip_is_tested(tmp_path):
    rows = "".join(f"audio/a{n:03}.wav\tbeach\ta{n:03}\n" for n in range(4))
    put(tmp_path, **{"meta.txt": rows}, **{f"audio/a{n:03}.wav": "" for n in range(4)})
    for fold in (1, 2):
        tested = [f"audio/a{n:03}.wav\tbeach" for n in range(4) if n % 2 == fold - 1]
        put(tmp_path, **{f"evaluation_setup/fold{fold}_evaluate.txt": "\n".join(tested) + "\n"})
    listing = listed(tmp_path, "dcase")
    assert [(one.class_name, one.group, one.fold) for one in listing.candidates] == [
        ("beach", "a000", "1"), ("beach", "a001", "2"), ("beach", "a002", "1"), ("beach", "a003", "2")
    ]  # fmt: skip
    assert "the fold of a clip is the one in which it is tested" in said(listing)


def test_dcase_events_are_labels_of_parts(tmp_path):
    put(
        tmp_path,
        **{
            "meta.txt": (
                "audio/street/a001.wav\tstreet\t0.5\t1.25\tcar\tm\ta001\n"
                "audio/street/a001.wav\tstreet\t2.0\t1.0\tcar\tm\ta001\n"
                "audio/street/a002.wav\tstreet\t0.0\t3.5\tpeople walking\tm\ta002\n"
                "audio/street/a002.wav\tstreet\t?\t3.5\tcar\tm\ta002\n"
            ),
            "evaluation_setup/street_fold1_train.txt": "audio/street/a001.wav\tstreet\t0.5\t1.25\tcar\n",
            "evaluation_setup/street_fold1_test.txt": "audio/street/a002.wav\tstreet\n",
            "audio/street/a001.wav": "",
            "audio/street/a002.wav": "",
        },
    )
    listing = listed(tmp_path, "dcase")
    first, second = listing.candidates
    assert first.regions == (Region(0.5, 1.25, "car"),)
    assert second.regions == (Region(0.0, 3.5, "people walking"),)
    assert (first.class_name, first.group, first.fold) == ("", "a001", "train")
    assert (second.group, second.fold) == ("a002", "test")
    assert "they become 2 labels of parts" in said(listing)
    assert "2 rows of meta.txt tell of no events that can be and are left out" in said(listing)


HOME = {
    "metadata/train/weak.tsv": "filename\tevent_labels\nw0.wav\tSpeech,Dishes\nw1.wav\tSpeech\n",
    "metadata/validation/validation.tsv": (
        "filename\tonset\toffset\tevent_label\n"
        "v0.wav\t0.5\t1.5\tSpeech\nv0.wav\t2.0\t1.0\tDishes\nv1.wav\t\t\t\n"
    ),
    **dict.fromkeys(
        ("audio/train/weak/w0.wav", "audio/train/weak/w1.wav", "audio/train/unlabel_in_domain/u0.wav"), ""
    ),
    **dict.fromkeys(("audio/validation/v0.wav", "audio/validation/v1.wav", "audio/train/weak/v0.wav"), ""),
}


def test_desed_has_classes_of_clips_and_events_in_parts_of_others(tmp_path):
    put(tmp_path, **HOME)
    listing = listed(tmp_path, "desed")
    assert facts(tmp_path, listing) == [
        ("audio/train/unlabel_in_domain/u0.wav", (), "", "train"),
        ("audio/train/weak/v0.wav", (), "", "train"),
        ("audio/train/weak/w0.wav", ("Speech", "Dishes"), "", "train"),
        ("audio/train/weak/w1.wav", ("Speech",), "", "train"),
        ("audio/validation/v0.wav", (), "", "validation"),
        ("audio/validation/v1.wav", (), "", "validation"),
    ]
    assert [one.regions for one in listing.candidates if one.regions] == [(Region(0.5, 1.5, "Speech"),)]
    assert listing.candidates[4].regions, "the folder that is called as the table is meant"
    assert "1 row of validation.tsv tells of no event that can be and is left out (line 3)" in said(listing)


# Voices

VOICES = {
    "validated.tsv": (
        "client_id\tpath\tsentence\tup_votes\tdown_votes\tage\tgender\taccents\tlocale\tsegment\n"
        'aaa\tcommon_voice_en_1.mp3\t"Stop, he said.\t2\t0\ttwenties\tfemale\tScottish English\ten\t\n'
        "bbb\tcommon_voice_en_2.mp3\tYes.\t2\t0\t\t\t\ten\t\n"
        'aaa\tcommon_voice_en_3.mp3\tNo."\t2\t0\ttwenties\tfemale\tScottish English\ten\t\n'
    ),
    "test.tsv": "client_id\tpath\tsentence\tgender\nbbb\tcommon_voice_en_2.mp3\tYes.\t\n",
    "train.tsv": "client_id\tpath\tsentence\tgender\naaa\tcommon_voice_en_1.mp3\tStop\tfemale\n",
    **{f"clips/common_voice_en_{n}.mp3": "" for n in range(1, 5)},
}


def test_common_voice_gives_gender_reader_and_part_and_its_quotes_are_letters(tmp_path):
    put(tmp_path, **VOICES)
    listing = listed(tmp_path, "commonvoice")
    assert facts(tmp_path, listing) == [
        ("clips/common_voice_en_1.mp3", ("female",), "aaa", "train"),
        ("clips/common_voice_en_2.mp3", (), "bbb", "test"),
        ("clips/common_voice_en_3.mp3", ("female",), "aaa", ""),
    ]
    assert "for “age”, “accents”, “sentence” choose validated.tsv with chosen columns" in said(listing)


@pytest.mark.parametrize(
    "table",
    [
        "VoxCeleb1 ID\tVGGFace1 ID\tGender\tNationality\tSet\nid10001\tA.J._Buckley\tm\tIreland\tdev\n",
        "VoxCeleb2 ID ,VGGFace2 ID ,Gender ,Set \nid10001 ,n000001 ,m ,dev \n",
    ],
    ids=["1", "2"],
)
def test_voxceleb_gives_gender_speaker_and_part(tmp_path, table):
    audio = ("wav/id10001/1zcIwhmdeo4/00001.wav", "wav/id10002/aaaaaaaaaaa/00001.wav")
    put(tmp_path, **{"vox_meta.csv": table}, **dict.fromkeys(audio, ""))
    listing = listed(tmp_path, "voxceleb")
    assert facts(tmp_path, listing) == [(audio[0], ("m",), "id10001", "dev"), (audio[1], (), "id10002", "")]
    assert "1 file is of no speaker that vox_meta.csv knows" in said(listing)


# Birds

WREN = "XC123456 - Eurasian Wren - Troglodytes troglodytes.mp3"
TIT = "XC99 - Marsh Tit - Poecile palustris dresseri.mp3"


def test_names_of_xeno_canto_tell_the_species(tmp_path):
    put(tmp_path, **dict.fromkeys([WREN, f"more/{TIT}", "XC7 - Soundscape.mp3", "notes.wav"], ""))
    listing = listed(tmp_path, "xenocanto")
    assert facts(tmp_path, listing) == [
        (WREN, ("Troglodytes troglodytes",), "XC123456", ""),
        ("XC7 - Soundscape.mp3", (), "XC7", ""),
        (f"more/{TIT}", ("Poecile palustris",), "XC99", ""),
        ("notes.wav", (), "", ""),
    ]
    assert "2 recordings tell of no species" in said(listing)
    assert "choose folders if they are the classes" in said(listing)


RECORDINGS = """{"numRecordings": "2", "recordings": [
 {"id": "5", "gen": "Strix", "sp": "aluco", "ssp": "", "en": "Tawny Owl", "rec": "Ann Example", "also": [""]},
 {"id": "6", "gen": "Bubo", "sp": "bubo", "en": "Eagle-Owl", "rec": "Ann Example", "also": ["Strix aluco"]}
]}"""


def test_what_xeno_canto_tells_of_recordings_counts(tmp_path):
    put(tmp_path, **{"page1.json": RECORDINGS, "XC5.mp3": "", "XC6.mp3": ""})
    listing = listed(tmp_path, "xenocanto")
    assert facts(tmp_path, listing) == [
        ("XC5.mp3", ("Strix aluco",), "Ann Example", ""),
        ("XC6.mp3", ("Bubo bubo",), "Ann Example", ""),
    ]
    assert "1 recording has further species in the background, which are not taken: “XC6.mp3”" in said(
        listing
    )


def test_a_table_about_recordings_of_xeno_canto_counts(tmp_path):
    table = "Recording_ID,Genus,Specific_epithet,Subspecies,Recordist\n5,Strix,aluco,,Ann Example\n"
    put(tmp_path, **{"metadata.csv": table, "XC5.mp3": ""})
    assert facts(tmp_path, listed(tmp_path, "xenocanto")) == [
        ("XC5.mp3", ("Strix aluco",), "Ann Example", "")
    ]


def test_numbers_of_xeno_canto_in_folders_of_classes_are_those_of_folders(tmp_path):
    put(tmp_path, **{"owl/XC5.mp3": "", "wren/XC6.mp3": ""})
    names = [one.class_names for one in listed(tmp_path, "folders").candidates]
    assert sorted(names) == [("owl",), ("wren",)]


BIRDNET = (
    "Strix aluco_Tawny Owl/a.wav",
    "Bubo bubo_Eagle-Owl/b.wav",
    "Strix aluco_Tawny Owl,Bubo bubo_Eagle-Owl/both.wav",
    "-Strix aluco_Tawny Owl/dove.wav",
    "Noise/rain.wav",
)


def test_training_folders_of_birdnet_mean_what_birdnet_means_by_them(tmp_path):
    put(tmp_path, **dict.fromkeys(BIRDNET, ""))
    listing = listed(tmp_path, "birdnet")
    assert {name: classes for name, classes, _, _ in facts(tmp_path, listing)} == {
        BIRDNET[0]: ("Strix aluco_Tawny Owl",),
        BIRDNET[1]: ("Bubo bubo_Eagle-Owl",),
        BIRDNET[2]: ("Strix aluco_Tawny Owl", "Bubo bubo_Eagle-Owl"),
        BIRDNET[3]: (),
        BIRDNET[4]: ("background",),
    }
    assert "“Noise”: taken for sound of none of the classes, so the class is “background”" in said(listing)
    assert "1 clip lies in a folder that says what it is not (“-Strix aluco_Tawny Owl”)" in said(listing)
    assert {one.path.name: one.ruled_out for one in listing.candidates if one.ruled_out} == {
        "dove.wav": ("Strix aluco_Tawny Owl",)
    }


@pytest.mark.parametrize(
    ("names", "key"),
    [
        (["owl/a.wav", "-owl/b.wav"], "birdnet"),
        (["owl/a.wav", "wren/b.wav", "owl, wren/c.wav"], "birdnet"),
        (["owl/a.wav", "noise/b.wav"], "folders"),
        (["Child speech, kid speaking/a.wav", "dog/b.wav"], "folders"),
    ],
)
def test_folders_are_birdnets_only_if_their_names_are(tmp_path, names, key):
    put(tmp_path, **dict.fromkeys(names, ""))
    assert len(listed(tmp_path, key).candidates) == len(names)


SETTINGS = "Device ID : 24F319046017B4D2\r\nFirmware : AudioMoth-Firmware-Basic (1.8.1)\r\nGain : Medium\r\n"


def test_the_card_of_an_audiomoth_gives_nights_from_noon_to_noon(tmp_path):
    names = ("20240430_230000.WAV", "20240501_053000T.WAV", "20240501_210000.WAV", "5E90A4D4.WAV", "test.wav")
    put(tmp_path, **{"CONFIG.TXT": SETTINGS}, **dict.fromkeys([f"card 1/{name}" for name in names], ""))
    listing = listed(tmp_path, "audiomoth")
    assert {name.partition("/")[2]: group for name, _, group, _ in facts(tmp_path, listing)} == {
        "20240430_230000.WAV": "card 1 2024-04-30",
        "20240501_053000T.WAV": "card 1 2024-04-30",
        "20240501_210000.WAV": "card 1 2024-05-01",
        "5E90A4D4.WAV": "card 1 2020-04-10",
        "test.wav": "",
    }
    assert "CONFIG.TXT holds the settings of the recorder and is not read" in said(listing)


def test_eight_digits_are_no_moment_before_there_were_audiomoths(tmp_path):
    put(tmp_path, **{"CONFIG.TXT": SETTINGS, "20240101.WAV": "", "00000A10.WAV": ""})
    assert {group for _, _, group, _ in facts(tmp_path, listed(tmp_path, "audiomoth"))} == {""}


def test_folders_on_a_card_that_may_be_classes_are_told(tmp_path):
    names = ("robin/20240501_053000.WAV", "wren/20240501_053000.WAV")
    put(tmp_path, **{"CONFIG.TXT": SETTINGS, **dict.fromkeys(names, "")})
    assert "“robin”, “wren” are taken for places; choose folders" in said(listed(tmp_path, "audiomoth"))


def test_an_audiomoth_that_signs_its_recordings_is_told_from_others(tmp_path):
    put(tmp_path, **{"config.txt": SETTINGS, "24F319046017B4D2_20240501_053000.WAV": ""})
    assert facts(tmp_path, listed(tmp_path, "audiomoth"))[0][2] == "24F319046017B4D2 2024-04-30"


def test_any_other_config_is_no_card_of_an_audiomoth(tmp_path):
    put(tmp_path, **{"CONFIG.TXT": "verbose: yes\n", "20240501_053000.WAV": ""})
    assert guess_layout(tmp_path, audio_files(tmp_path)) is None


# Damaged sets

TREES = {
    "fsd50k": FSD,
    "dcase": SCENES,
    "desed": HOME,
    "commonvoice": VOICES,
    "voxceleb": {"m.csv": "VoxCeleb1 ID\tGender\tSet\nid10001\tm\tdev\n", "wav/id10001/v/1.wav": ""},
    "xenocanto": {"page.json": RECORDINGS, "XC5.mp3": "", "m.csv": "id,gen,sp,rec\n6,Bubo,bubo,A\n"},
    "audiomoth": {"CONFIG.TXT": SETTINGS, "20240501_053000.WAV": ""},
}


@pytest.mark.parametrize("key", TREES)
@given(cut=st.integers(0, 400), put_in=st.binary(max_size=12), place=st.integers(0, 400))
def test_whatever_the_files_of_a_set_hold_it_is_read_or_refused_in_words(
    tmp_path_factory, key, cut, put_in, place
):
    root = tmp_path_factory.mktemp("set")
    put(root, **TREES[key])
    for name, text in TREES[key].items():
        if text:
            content = text.encode()
            (root / name).write_bytes(content[:place] + put_in + content[place + cut :])
    files = audio_files(root)
    LAYOUTS[key].shows(root, files)
    with suppress(UserError):
        found = LAYOUTS[key].read(root, files).candidates
        assert len({one.path for one in found}) == len(found)
