// How long the browser's engine takes in Node: `node tests/bench/engine.bench.mjs [--json]`. Judges nothing.
//   start   cold: each in a process of its own, from importing engine.js to an engine that can be called, and the first call
//   calls   warm: the median of many rounds over the shared cases, with message keys as the browser asks
import { execFileSync } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { readCases } from '../wasm/cases.mjs';
import { webEngine } from '../wasm/engines.mjs';

const { values: options } = parseArgs({ options: { json: { type: 'boolean' }, cold: { type: 'boolean' } } });

const rounds = 15;
const starts = 9;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** An ordinary check a day after, as the page sends it. */
const ordinary = JSON.stringify({
  answers: {
    who: 'self', age: '18-64', 'danger-signs': ['none'], 'self-harm': 'no', 'session-ended': '2026-11-19T09:00:00-05:00',
    setting: 'clinic', alertness: 'awake', slept: 'yes', tiredness: 4, function: 'some', trend: 'better',
    'body-symptoms': ['headache'], 'mind-symptoms': ['none'], 'taken-today': ['none'], 'medicine-changes': ['none'],
    conditions: ['none'], pregnancy: 'no', 'before-session': 'no', 'session-pattern': 'first',
  },
  now: '2026-11-20T14:00:00-05:00', config: { clinicName: 'A clinic', phone: '555-0100' }, history: [],
});

async function cold() {
  const start = performance.now();
  const engine = await webEngine();
  const ready = performance.now();
  engine.assess(ordinary);
  return [ready - start, performance.now() - ready];
}

const microseconds = (call, texts) => {
  const repeat = Math.ceil(1500 / texts.length);
  return median(Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let i = 0; i < repeat; ++i) for (const text of texts) call(text);
    return ((performance.now() - start) * 1000) / (repeat * texts.length);
  }));
};

if (options.cold) {
  console.log(JSON.stringify(await cold()));
} else {
  const once = () => JSON.parse(execFileSync(process.execPath, [fileURLToPath(import.meta.url), '--cold'], { encoding: 'utf8' }));
  const times = Array.from({ length: starts }, once);
  const engine = await webEngine();
  const cases = readCases().map(({ text }) => text);
  const pages = cases.map((text) => text.replace('{', '{"after":"danger",'));
  for (const text of cases) engine.assess(text);  // to the optimised code first
  const figures = {
    'start, ms': median(times.map(([ready]) => ready)),
    'first assess, us': median(times.map(([, first]) => first)) * 1000,
    'assess an ordinary check, us': microseconds(engine.assess, [ordinary]),
    'assess the shared cases, us': microseconds(engine.assess, cases),
    'nextPage, us': microseconds(engine.nextPage, pages),
  };
  if (options.json) console.log(JSON.stringify(figures));
  else for (const [what, value] of Object.entries(figures)) console.log(`${what.padEnd(30)} ${value.toFixed(1).padStart(8)}`);
}
