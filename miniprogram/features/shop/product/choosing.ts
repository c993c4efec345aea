interface Choosable {
  readonly choice: readonly string[]
  readonly left: number
}

/** What a buyer finds chosen: the first that can be bought, else the first. */
export function firstChoice<V extends Choosable>(variants: readonly V[]): V | undefined {
  return variants.find(({ left }) => left > 0) ?? variants[0]
}

/**
 * What is chosen once a value is tapped: the same otherwise where that is sold, else whatever has this value, in stock
 * before sold out. Undefined where nothing has it.
 */
export function chosenWith<V extends Choosable>(
  variants: readonly V[],
  choice: readonly string[],
  option: number,
  value: string,
): V | undefined {
  const wanted = choice.map((each, at) => (at === option ? value : each))
  const same = variants.find((variant) => variant.choice.join() === wanted.join())
  return same ?? firstChoice(variants.filter((variant) => variant.choice[option] === value))
}
