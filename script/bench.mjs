// How fast it is on this machine. Prints a table; judges nothing.
import { performance } from 'node:perf_hooks';

import { inEnglish, readCases } from '../tests/wasm/cases.mjs';
import { commandLine, hasPlainEngine, nodeEngine, plainEngine, webEngine } from '../tests/wasm/engines.mjs';

const rounds = 5;
const count = 20_000;

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cases = readCases();
const rows = [];
const row = (what, value, unit, note = '') => rows.push([what, value.toFixed(value < 10 ? 2 : 0), unit, note]);

// ---- The command line: the whole way, with starting and writing
const input = Array.from({ length: count }, (_, i) => `${cases[i % cases.length].text}\n`).join('');
const times = [];
for (let i = 0; i < rounds; ++i) {
  const start = performance.now();
  const { code, stdout, stderr } = await commandLine(['assess', '--jsonl'], input);
  times.push(performance.now() - start);
  if (stdout.split('\n').length !== count + 1) throw new Error(`exit ${code}: ${stderr}`);
}
const whole = median(times);
row(`${count} cases through assess --jsonl`, whole / 1000, 's', `median of ${rounds}: ${times.map((t) => (t / 1000).toFixed(2)).join(' ')}`);
row('one case of those', (whole * 1000) / count, 'us');

// ---- The engine in Node: what one press of a button costs
const perCall = (call, texts) => {
  const repeat = Math.ceil(5000 / texts.length);
  const measured = [];
  for (let i = 0; i < rounds + 1; ++i) {
    const start = performance.now();
    for (let j = 0; j < repeat; ++j) for (const text of texts) call(text);
    measured.push(((performance.now() - start) * 1000) / (repeat * texts.length));
  }
  return median(measured.slice(1));  // the first warms up
};
const plainTexts = cases.map(({ text }) => text);
const english = plainTexts.map(inEnglish);

const timeStart = async (load) => {
  const start = performance.now();
  const engine = await load();
  const loaded = performance.now();
  engine.assess(plainTexts[0]);
  return [engine, loaded - start, performance.now() - loaded];
};
const [web, started, first] = await timeStart(webEngine);
row('engine.wasm: start', started, 'ms', 'reading, compiling, instantiating');
row('engine.wasm: first assess', first * 1000, 'us');
row('engine.wasm: assess', perCall((text) => web.assess(text), plainTexts), 'us', 'with message keys, as the browser asks');
row('engine.wasm: nextPage', perCall((text) => web.nextPage(text), plainTexts.map((text) => text.replace('{', '{"after":"danger",'))), 'us');
const node = await nodeEngine();
row('node/engine.wasm: assess', perCall((text) => node.assess(text), english), 'us', 'with English texts');
if (hasPlainEngine) {
  const plain = await plainEngine();
  row('plain/engine.js: assess', perCall((text) => plain.assess(text), english), 'us', 'without WebAssembly');
}

const width = Math.max(...rows.map(([what]) => what.length));
for (const [what, value, unit, note] of rows) console.log(`${what.padEnd(width)}  ${value.padStart(8)} ${unit.padEnd(2)}  ${note}`.trimEnd());
