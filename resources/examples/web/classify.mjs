// Runs an exported model on a sound in the browser. onnxruntime-web lies beside this file, see README.md.
import * as ort from "./ort.wasm.min.mjs";

ort.env.wasm.wasmPaths = new URL("./", import.meta.url).href;
ort.env.wasm.numThreads = 1; // more need headers that simple servers do not send

const element = (id) => document.getElementById(id);
const chosen = { model: null, sound: null };

/** What an ONNX file says of itself: its metadata, field 14 of the protocol buffer, as name and JSON. */
function factsOf(bytes) {
  const texts = new TextDecoder();
  const fields = function* (part) {
    let at = 0;
    const number = () => {
      for (let value = 0, shift = 1; ; shift *= 128) {
        const byte = part[at++];
        value += (byte & 127) * shift;
        if (byte < 128) return value;
      }
    };
    while (at < part.length) {
      const key = number();
      const kind = key % 8;
      const size = kind === 2 ? number() : kind === 5 ? 4 : kind === 1 ? 8 : (number(), 0);
      yield [Math.floor(key / 8), part.subarray(at, at + size)];
      at += size;
    }
  };
  const facts = {};
  for (const [field, content] of fields(bytes)) {
    if (field !== 14) continue;
    const [name, value] = [...fields(content)].map(([, text]) => texts.decode(text));
    facts[name] = JSON.parse(value);
  }
  return facts;
}

/** A sound file as mono samples at the model's rate; the browser resamples it. */
async function samplesOf(buffer, rateHz) {
  const sound = await new OfflineAudioContext(1, 1, rateHz).decodeAudioData(buffer);
  const mono = new Float32Array(sound.length);
  for (let channel = 0; channel < sound.numberOfChannels; channel++) {
    sound.getChannelData(channel).forEach((value, at) => (mono[at] += value / sound.numberOfChannels));
  }
  return mono;
}

/** Windows of a sound, a hop apart, the last one at its end; a short sound is lengthened as in training. */
function* windowsOf(mono, { window_frames: frames, hop_s: hopS, rate_hz: rateHz, pad }) {
  if (mono.length < frames) {
    yield Float32Array.from({ length: frames }, (_, at) =>
      at < mono.length ? mono[at] : pad === "repeat" && mono.length ? mono[at % mono.length] : 0);
    return;
  }
  const [hop, last] = [Math.round(hopS * rateHz), mono.length - frames];
  for (let start = 0; start < last; start += hop) yield mono.slice(start, start + frames);
  yield mono.slice(last);
}

/** The mean of the scores of all windows, one for each name. */
async function classify(model, sound) {
  const facts = factsOf(new Uint8Array(model));
  if (!facts.window_frames) throw new Error("This file was not exported by audioclf-gui.");
  if (facts.listener?.is_in_this_file === false) {
    throw new Error(`This model hears through ${facts.listener.file}, which runs in Python only.`);
  }
  const session = await ort.InferenceSession.create(new Uint8Array(model));
  const names = facts.objective.names;
  const sums = new Array(names.length).fill(0);
  let count = 0;
  const mono = await samplesOf(sound, facts.rate_hz);
  if (mono.every((value) => value === mono[0])) throw new Error("No signal: of digital silence a model knows nothing.");
  for (const window of windowsOf(mono, facts)) {
    const { scores } = await session.run({ samples: new ort.Tensor("float32", window, [1, window.length]) });
    scores.data.forEach((score, at) => (sums[at] += score));
    count++;
  }
  return { facts, scores: names.map((name, at) => [name, sums[at] / count]), count };
}

function show({ facts, scores, count }) {
  const rows = [...scores].sort((one, other) => other[1] - one[1]).map(([name, score]) => {
    const row = document.createElement("tr");
    const cells = [name, score.toFixed(4)].map((text) => {
      const cell = document.createElement("td");
      cell.textContent = text;
      return cell;
    });
    row.append(...cells);
    if (facts.classes.length) {
      const meter = document.createElement("meter");
      meter.value = score;
      row.append(document.createElement("td"));
      row.lastChild.append(meter);
    }
    return row;
  });
  element("scores").replaceChildren(...rows);
  const windows = count === 1 ? "window" : "windows";
  element("state").textContent = `Heard ${count} ${windows} of ${facts.window_s} s at ${facts.rate_hz} Hz.`;
}

async function hear() {
  if (!chosen.model || !chosen.sound) return;
  element("problem").textContent = "";
  element("state").textContent = "Listening…";
  try {
    show(await classify(chosen.model, chosen.sound.slice(0)));
  } catch (problem) {
    element("problem").textContent = String(problem.message ?? problem);
    element("state").textContent = "";
  }
}

for (const id of ["model", "sound"]) {
  element(id).addEventListener("change", async ({ target }) => {
    chosen[id] = await target.files[0].arrayBuffer();
    await hear();
  });
}

// index.html?model=birds.onnx&sound=dawn.wav takes files that lie beside the page.
for (const [id, place] of new URLSearchParams(location.search)) {
  if (id in chosen) chosen[id] = await (await fetch(place)).arrayBuffer();
}
await hear();
