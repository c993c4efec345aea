/** Something that keeps the books right: where it stands, how it is taken out, and the tests that must then fail. */
export interface Guard {
  readonly what: string
  readonly file: string
  /** The text that is the guard, once in its file, and what stands there without it. */
  readonly from: string
  readonly to: string
  readonly test: string
}
