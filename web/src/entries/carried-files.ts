/** The files of the check, for what carries them inside itself. Nothing is fetched, not even at first. */
import { content, css, engine } from 'carried'
import createPlain from 'plain-engine'
import * as app from './check.ts'
import type { Files } from '../files/contract.ts'
import * as features from './features.ts'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => new Uint8Array([...atob(base64)].map((letter) => letter.charCodeAt(0)))

export const files: Files = {
  styles: URL.createObjectURL(new Blob([css], { type: 'text/css' })),
  frame: '',
  app: async () => app,
  features: async () => features,
  engine: async () => new Response(bytesOf(engine), { headers: { 'content-type': 'application/wasm' } }),
  plainEngine: async () => ({ default: createPlain }),
  content: async (name) => content[name],
  again: () => {},
}
