import type { Fen } from '@shared/kernel/fen'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import type { Paid } from './paid'
import type { Quote, QuotedFreight, QuotedLine } from './quoted'

type Goods = Pick<QuotedLine, 'product' | 'options' | 'quantity'>
type Figures = Pick<QuotedLine, 'listFen' | 'priceOffFen' | 'couponsOffFen' | 'pointsOffFen' | 'paid'>

/** What a member saw of a quote: all that moves money, and nothing else. It goes to the app and comes back when they pay. */
export interface SeenQuote {
  readonly lines: readonly (Goods & Figures)[]
  readonly freight: Pick<QuotedFreight, 'listFen' | 'offFen' | 'paid'>
  readonly points: number
}

export type Figure =
  | 'list'
  | 'priceOff'
  | 'couponsOff'
  | 'pointsOff'
  | 'freight'
  | 'freightOff'
  | 'bonus'
  | 'principal'
  | 'wechat'

/** A thing that is not as it was shown. */
export type QuoteChange =
  | { readonly what: 'goods' }
  | { readonly what: Figure; readonly shownFen: Fen; readonly nowFen: Fen }
  | { readonly what: 'points'; readonly shown: number; readonly now: number }
  /** The sums are the same, but not what each line has of them: a refund would give something else. */
  | { readonly what: 'shares' }

export function seenOf({ lines, freight, points }: Quote): SeenQuote {
  return {
    lines: lines.map((line) => {
      const { product, options, quantity, listFen, priceOffFen, couponsOffFen, pointsOffFen, paid } = line
      return { product, options, quantity, listFen, priceOffFen, couponsOffFen, pointsOffFen, paid }
    }),
    freight: { listFen: freight.listFen, offFen: freight.offFen, paid: freight.paid },
    points: points.used,
  }
}

/** Refuses a quote that is not the one that was shown, and tells everything that differs. */
export function sameQuote(
  shown: SeenQuote,
  now: SeenQuote,
): Result<null, { readonly code: 'QUOTE_CHANGED'; readonly changes: readonly QuoteChange[] }> {
  const changes = changesBetween(shown, now)
  return changes.length === 0 ? ok(null) : refuse({ code: 'QUOTE_CHANGED', changes })
}

function changesBetween(shown: SeenQuote, now: SeenQuote): readonly QuoteChange[] {
  if (!areSame(shown.lines, now.lines, goodsOf)) return [{ what: 'goods' }]
  const changes = (Object.keys(FIGURES) as Figure[]).flatMap((what): QuoteChange[] => {
    const [shownFen, nowFen] = [FIGURES[what](shown), FIGURES[what](now)]
    return shownFen === nowFen ? [] : [{ what, shownFen, nowFen }]
  })
  const points: QuoteChange[] =
    shown.points === now.points ? [] : [{ what: 'points', shown: shown.points, now: now.points }]
  const found = [...changes, ...points]
  if (found.length > 0) return found
  return areSame(shown.lines, now.lines, figuresOf) ? [] : [{ what: 'shares' }]
}

type Sum = (seen: SeenQuote) => Fen

const ofLines =
  (figure: keyof Omit<Figures, 'paid'>): Sum =>
  ({ lines }) =>
    sumOf(lines, (line) => line[figure])

const ofChannel =
  (channel: keyof Paid): Sum =>
  ({ lines, freight }) =>
    sumOf(lines, ({ paid }) => paid[channel]) + freight.paid[channel]

const FIGURES: Readonly<Record<Figure, Sum>> = {
  list: ofLines('listFen'),
  priceOff: ofLines('priceOffFen'),
  couponsOff: ofLines('couponsOffFen'),
  pointsOff: ofLines('pointsOffFen'),
  freight: ({ freight }) => freight.listFen,
  freightOff: ({ freight }) => freight.offFen,
  bonus: ofChannel('bonus'),
  principal: ofChannel('principal'),
  wechat: ofChannel('wechat'),
}

const goodsOf = ({ product, options, quantity }: Goods) => [product, options, quantity]
const paidOf = ({ paid }: { readonly paid: Paid }) => [paid.bonus, paid.principal, paid.wechat]
const figuresOf = (line: Figures) => [
  [line.listFen, line.priceOffFen, line.couponsOffFen, line.pointsOffFen],
  paidOf(line),
]

function areSame<T>(shown: readonly T[], now: readonly T[], keyOf: (item: T) => unknown): boolean {
  return JSON.stringify(shown.map(keyOf)) === JSON.stringify(now.map(keyOf))
}
