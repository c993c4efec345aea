/** How many of the values, sorted from the least up, are at least this much. */
export function countAtLeast(ascending: readonly number[], atLeast: number): number {
  let [from, to] = [0, ascending.length]
  while (from < to) {
    const middle = Math.floor((from + to) / 2)
    if ((ascending[middle] ?? 0) >= atLeast) to = middle
    else from = middle + 1
  }
  return ascending.length - from
}
