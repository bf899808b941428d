// What the engine weighs on the way to a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

import { readCases } from './cases.mjs';
import { files, webEngine } from './engines.mjs';

// The line only ever goes down; it went up once, for reasons that name what is wrong with a setting.
const limit = 28_750;

const compressed = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test(`engine.wasm and engine.js weigh at most ${limit} bytes, compressed`, (t) => {
  const wasm = compressed(files.webWasm);
  const script = compressed(files.webScript);
  t.diagnostic(`engine.wasm ${wasm} + engine.js ${script} = ${wasm + script} bytes with brotli 11, of ${limit}`);
  assert.ok(wasm + script <= limit, `${wasm + script} bytes`);
});

const KB = 1024;

test('the engine starts with 64 KB of memory, and no shared case takes more than 128', async () => {
  const engine = await webEngine();
  assert.equal(engine.HEAPU8.length, 64 * KB);
  for (const { text } of readCases()) {
    engine.assess(text);
    engine.nextPage(text);
  }
  assert.ok(engine.HEAPU8.length <= 128 * KB, `${engine.HEAPU8.length} bytes`);
});

test('hostile documents leave half of the 8 KB of stack unused', async () => {
  const engine = await webEngine();
  const deep = (count, open, close) => open.repeat(count) + close.repeat(count);
  const hostile = [
    deep(30_000, '[', ']'),
    deep(10_000, '{"a":', '}'),
    '{"answers":' + deep(10_000, '{"a":', '}'),
    '{"answers":{"tiredness":' + deep(20_000, '[', ']'),
    `[${'1,'.repeat(30_000)}1]`,
    `{"answers":{${Array.from({ length: 3000 }, (_, index) => `"k${index}":"v"`).join()}}}`,
    ...readCases().map(({ text }) => text),
  ];
  for (const text of hostile) for (const name of ['assess', 'nextPage', 'validate']) JSON.parse(engine[name](text));
  // It lies first, and grows down.
  const stack = engine.HEAPU8.subarray(0, 8 * KB);
  assert.ok(stack.some(Boolean), 'the stack is where it is looked for');
  const unused = stack.findIndex(Boolean);
  assert.ok(unused >= 4 * KB, `${8 * KB - unused} bytes were used`);
});

test('the engine holds no eval, which the page policy forbids', () => {
  assert.doesNotMatch(readFileSync(files.webScript, 'utf8'), /\beval\(|new Function\b|\bFunction\(/);
});

test('the engine for the browser holds no texts: those come from the catalogue', () => {
  assert.equal(readFileSync(files.webWasm).includes('Call 911'), false);
});
