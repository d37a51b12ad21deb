"""What an exported model says about a sound file: `python classify_file.py birds.onnx dawn.wav`.

It needs onnxruntime, soundfile and numpy, nothing of audioclf-gui. The sound must have the sample rate that
the model hears; convert it before, for example with `sox dawn.wav -r 32000 dawn-32k.wav`.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
import soundfile


def main(model: str, sound: str) -> None:
    """Print the mean score of all windows for each class, or the number that is estimated."""
    content = Path(model).read_bytes()
    session = onnxruntime.InferenceSession(content)
    told = session.get_modelmeta().custom_metadata_map  # the file says itself what it needs
    facts = {name: json.loads(value) for name, value in told.items()}
    if not facts.get("listener", {}).get("is_in_this_file", True):
        sys.exit("this model hears through a network in another file: use classify_with_tflite.py")
    seal = facts["audioclf_sha256"]  # of the file with zeros in the place of this
    if hashlib.sha256(content.replace(seal.encode(), b"0" * 64)).hexdigest() != seal:
        sys.exit(f"{model} was changed since it was exported")
    samples, rate_hz = soundfile.read(sound, dtype="float32", always_2d=True)
    if rate_hz != facts["rate_hz"]:
        sys.exit(f"{sound} has {rate_hz} Hz; convert it to {facts['rate_hz']} Hz, which the model hears")
    mono = samples.mean(axis=1)
    if not len(mono) or mono.min() == mono.max():
        sys.exit("no signal: what a model says of digital silence means nothing")
    frames, hop = facts["window_frames"], round(facts["hop_s"] * rate_hz)
    if len(mono) < frames:  # lengthened as in training
        mono = np.resize(mono, frames) if facts["pad"] == "repeat" else np.pad(mono, (0, frames - len(mono)))
    starts = sorted({*range(0, len(mono) - frames + 1, hop), len(mono) - frames})
    windows = (mono[np.newaxis, start : start + frames] for start in starts)
    scores = np.concatenate([session.run(None, {"samples": window})[0] for window in windows])
    for name, score in zip(facts["objective"]["names"], scores.mean(axis=0), strict=True):
        print(f"{score:.4f}  {name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
