/** Made by build.mjs. */
declare module 'review-facts' {
  /** The JSON Schema of the settings. */
  export const schema: { readonly properties: object }
}

/** place-served.ts, or in the single file place-carried.ts. */
declare module 'place' {
  export function startWorker(): Worker
  export function shippedCases(): Promise<string>
}

declare module 'carried' {
  export const worker: string
  export const cases: string
}

declare module 'd3-dsv' {
  export function csvParseRows(text: string): string[][]
  export function csvFormatRows(rows: readonly (readonly string[])[]): string
}
