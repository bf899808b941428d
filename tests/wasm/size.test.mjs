// What the engine weighs on the way to a phone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';

import { readCases } from './cases.mjs';
import { files, webEngine } from './engines.mjs';

// The line only ever goes down.
const limit = 28_000;

const compressed = (file) =>
  brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

test(`engine.wasm and engine.js weigh at most ${limit} bytes, compressed`, (t) => {
  const wasm = compressed(files.webWasm);
  const script = compressed(files.webScript);
  t.diagnostic(`engine.wasm ${wasm} + engine.js ${script} = ${wasm + script} bytes with brotli 11, of ${limit}`);
  assert.ok(wasm + script <= limit, `${wasm + script} bytes`);
});

test('every shared case fits into the 128 KB of memory that it starts with', async () => {
  const engine = await webEngine();
  for (const { text } of readCases()) {
    engine.assess(text);
    engine.nextPage(text);
  }
  assert.equal(engine.HEAPU8.length, 128 * 1024);
});

test('the engine holds no eval, which the page policy forbids', () => {
  assert.doesNotMatch(readFileSync(files.webScript, 'utf8'), /\beval\(|new Function\b|\bFunction\(/);
});

test('the engine for the browser holds no texts: those come from the catalogue', () => {
  assert.equal(readFileSync(files.webWasm).includes('Call 911'), false);
});
