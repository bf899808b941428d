/** The version of this package. */
export declare const version: string
/** The id that every file of this release carries: the version and a hash of what it was made of. */
export declare const release: string
/** The version of the clinical rules; `docs/clinical-approval.md` says what is approved by it. */
export declare const rulesVersion: string
/** SHA-256 of the rules, as `tiredness-check --version` prints it. */
export declare const rulesHash: string
/** SHA-256 of `engine.wasm`. */
export declare const engineSha256: string
