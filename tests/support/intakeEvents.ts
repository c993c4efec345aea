import { seededRandom } from '../../local/cloud/faults/seededRandom'

export type ToldEvent = { readonly type: 'order' | 'refund'; readonly id: string } & Record<string, unknown>

const DAY_MS = 86_400_000

/**
 * What a mall has to tell of some months, in the sequence in which it happened: orders of many customers, of several
 * lines, with freight; a quarter of them refunded, in parts by lines or amounts, or whole.
 */
export function mallHistory(events: number, customers: number, now: number, seed: number): ToldEvent[] {
  const random = seededRandom(seed)
  const whole = (below: number): number => Math.floor(random() * below)
  const told: ToldEvent[] = []
  for (let number = 1; told.length < events; number += 1) {
    const placedAt = new Date(now - DAY_MS * 200 * (1 - told.length / events) - 1_000).toISOString()
    const lines = Array.from({ length: 1 + whole(3) }, (_, i) => ({
      category: whole(2) ? 'tea' : null,
      product: `p${i}`,
      quantity: 1 + whole(3),
      amountFen: 100 + whole(60_000),
    }))
    const freightFen = whole(4) ? 0 : 800
    const id = `A${number}`
    const member = { customer: `c${whole(customers)}` }
    told.push({ type: 'order', id, placedAt, member, lines, freightFen })
    if (whole(4) === 0) told.push(...refundsOf(id, lines, freightFen, whole))
  }
  return told.slice(0, events)
}

function refundsOf(
  order: string,
  lines: readonly { readonly amountFen: number }[],
  freightFen: number,
  whole: (below: number) => number,
): ToldEvent[] {
  const sum = lines.reduce((all, { amountFen }) => all + amountFen, 0)
  const refund = (number: number, what: object): ToldEvent => ({
    type: 'refund',
    id: `${order}-R${number}`,
    order,
    ...what,
  })
  const first = lines[0]?.amountFen ?? 0
  switch (whole(3)) {
    case 0:
      return [refund(1, { amountFen: sum, freightFen })]
    case 1:
      return [refund(1, { lines: [{ line: 1, amountFen: first }] })]
    default: {
      const part = 1 + whole(first)
      return [
        refund(1, { lines: [{ line: 1, amountFen: part }] }),
        refund(2, { amountFen: sum - first, freightFen }),
        refund(3, { amountFen: Math.floor((first - part) / 2) + 1 - Number(first === part) }),
      ].filter((each) => (each as { amountFen?: number }).amountFen !== 0)
    }
  }
}

/** The same in any sequence, with some of it told again. */
export function shuffled<T>(events: readonly T[], again: number, seed: number): T[] {
  const random = seededRandom(seed)
  const all = [
    ...events,
    ...Array.from({ length: again }, () => events[Math.floor(random() * events.length)] as T),
  ]
  for (let i = all.length - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1))
    const kept = all[i] as T
    all[i] = all[other] as T
    all[other] = kept
  }
  return all
}
