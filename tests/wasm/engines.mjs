// Loads the builds under test: the command line, the engine for Node, and the browser's own files.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);

export const files = {
  commandLine: path.join(root, 'build/release/core/cli/tiredness-check'),
  webScript: path.join(root, 'build/wasm/web/engine.js'),
  webWasm: path.join(root, 'build/wasm/web/engine.wasm'),
  webPlain: path.join(root, 'build/wasm/web/engine-plain.js'),
  node: path.join(root, 'build/wasm/node'),
  plain: path.join(root, 'build/wasm/plain'),
  cases: path.join(root, 'tests/cases'),
};

/** The WebAssembly build for Node: with the texts. */
export const nodeEngine = async () =>
  require(path.join(files.node, 'engine.js'))({ wasmBinary: await readFile(path.join(files.node, 'engine.wasm')) });

/** Was the build without WebAssembly asked for (-DTIREDNESS_PLAIN_JS=ON)? */
export const hasPlainEngine = existsSync(path.join(files.plain, 'engine.js'));

/** The build without WebAssembly: with the texts. */
export const plainEngine = async () => require(path.join(files.plain, 'engine.js'))();

/** The factory of a script that the browser gets. Node only needs to be told that it is a module. */
const browserFactory = async (script) => {
  const module = script.replace(/js$/, 'mjs');
  await copyFile(script, module);
  return (await import(pathToFileURL(module))).default;
};

/** The files the browser gets; Node has to be given the bytes. */
export const webEngine = async () => (await browserFactory(files.webScript))({ wasmBinary: await readFile(files.webWasm) });

/** What the browser gets where WebAssembly cannot be had. */
export const webPlainEngine = async () => (await browserFactory(files.webPlain))({});

/** Runs the command line with this standard input. */
export const commandLine = (args, input) => new Promise((resolve, reject) => {
  const child = spawn(files.commandLine, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  const out = [];
  const err = [];
  child.stdout.on('data', (chunk) => out.push(chunk));
  child.stderr.on('data', (chunk) => err.push(chunk));
  child.stdin.on('error', () => {});  // it may stop reading before the end
  child.on('error', reject);
  child.on('close', (code) => resolve({ code, stdout: Buffer.concat(out).toString(), stderr: Buffer.concat(err).toString() }));
  child.stdin.end(input);
});
