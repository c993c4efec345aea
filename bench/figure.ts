/** One measured figure: its name, what it was measured under, and numbers with their units in their names. */
export interface Figure {
  readonly figure: string
  readonly [name: string]: string | number | readonly number[] | undefined
}

/** Prints a figure as one line of JSON with the moment it was taken, and in a few words for people. */
export function report(figure: Figure, words: string): void {
  console.log(JSON.stringify({ ...figure, at: new Date().toISOString() }))
  console.error(words)
}
