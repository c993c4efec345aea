import { addDays, yearOf, type Day } from '@shared/kernel/day'
import { shareOf } from '@shared/kernel/fen'
import type { Leg } from '../account/entry'
import { convertedLegs } from './legs'
import { takeOut } from './lots'
import type { Conversion, WalletSettings } from './settings'
import { freeLots, fundsOf, type Part, type TopUpLot, type Wallet, type YearEndState } from './wallet'

/** What bonus became. A card that is nobody's holds no more than the law lets it: more makes several. */
export type Becomes =
  | { readonly of: 'points'; readonly points: number }
  | { readonly of: 'coupon'; readonly amountFen: number; readonly validDays: number }
  | { readonly of: 'giftCard'; readonly cardsFen: readonly number[] }

export type YearEndStep =
  | {
      readonly of: 'notice'
      readonly wallet: Wallet
      readonly year: number
      /** The first day on which it can happen. */
      readonly convertsOn: Day
      readonly bonusFen: number
      readonly becomes: Becomes
    }
  | {
      readonly of: 'conversion'
      readonly wallet: Wallet
      readonly year: number
      readonly parts: readonly Part[]
      readonly legs: readonly Leg[]
      readonly becomes: Becomes
    }
  /** Nothing was left of what the member had word of: the year is over all the same. */
  | { readonly of: 'nothingLeft'; readonly wallet: Wallet; readonly year: number }

/**
 * What the end of the year asks for on a day: word to the member, or the change they had word of; null when nothing.
 * Each happens once a year for a member, however often and however late this is asked. Principal is never part of it.
 */
export function yearEndStep(wallet: Wallet, settings: WalletSettings, today: Day): YearEndStep | null {
  const { yearEnd: rule, prepaid } = settings
  if (rule.of === 'extends') return null
  return (
    conversion(wallet, prepaid.mostBearerFen, today) ?? notice(wallet, rule, prepaid.mostBearerFen, today)
  )
}

/** The first day, from today on, on which the end of a year asks for something; null when none can be seen yet. */
export function yearEndDay(
  wallet: Wallet,
  { yearEnd: rule, prepaid }: WalletSettings,
  today: Day,
): Day | null {
  if (rule.of === 'extends') return null
  const last = wallet.yearEnd
  if (last && !last.isDone) return later(conversionDay(last), today)
  const years = [yearOf(today), yearOf(today) + 1]
  const year = years.find((each) => {
    const state: YearEndState = { year: each, toldOn: today, rule, isDone: false }
    return becomesOf(fundsOf(concerned(wallet, state)).bonusFen, rule, prepaid.mostBearerFen) !== null
  })
  return year === undefined ? null : later(noticeDay(year, rule), today)
}

/** What bonus becomes that its member had word of, and the first day on which it does; null when nothing is to come. */
export function comingConversion(
  wallet: Wallet,
  { yearEnd: rule, prepaid }: WalletSettings,
): { readonly convertsOn: Day; readonly bonusFen: number; readonly becomes: Becomes } | null {
  const state = wallet.yearEnd
  if (!state || state.isDone || rule.of === 'extends') return null
  const { bonusFen } = fundsOf(concerned(wallet, state))
  const becomes = becomesOf(bonusFen, state.rule, prepaid.mostBearerFen)
  return becomes && { convertsOn: conversionDay(state), bonusFen, becomes }
}

function notice(wallet: Wallet, rule: Conversion, mostCardFen: number, today: Day): YearEndStep | null {
  const year = yearOf(today)
  if (today < noticeDay(year, rule) || (wallet.yearEnd && wallet.yearEnd.year >= year)) return null
  const state: YearEndState = { year, toldOn: today, rule, isDone: false }
  const { bonusFen } = fundsOf(concerned(wallet, state))
  const becomes = becomesOf(bonusFen, rule, mostCardFen)
  if (!becomes) return null
  return {
    of: 'notice',
    wallet: { ...wallet, yearEnd: state },
    year,
    convertsOn: conversionDay(state),
    bonusFen,
    becomes,
  }
}

function conversion(wallet: Wallet, mostCardFen: number, today: Day): YearEndStep | null {
  const state = wallet.yearEnd
  if (!state || state.isDone || today < conversionDay(state)) return null
  const { year, rule } = state
  const parts = concerned(wallet, state).map(({ id, bonusFen }) => ({ lotId: id, principalFen: 0, bonusFen }))
  const { bonusFen } = fundsOf(parts)
  const becomes = becomesOf(bonusFen, rule, mostCardFen)
  const over = { ...wallet, yearEnd: { ...state, isDone: true } }
  if (!becomes) return { of: 'nothingLeft', wallet: over, year }
  return {
    of: 'conversion',
    wallet: { ...over, lots: takeOut(wallet.lots, parts) },
    year,
    parts,
    legs: convertedLegs(bonusFen, rule.of),
    becomes,
  }
}

/** The top-ups whose bonus the notice was about: those made before the days of notice began. */
function concerned(wallet: Wallet, { year, rule }: YearEndState): readonly TopUpLot[] {
  const before = noticeDay(year, rule)
  return freeLots(wallet).filter(({ day, bonusFen }) => day < before && bonusFen > 0)
}

/** What so much bonus becomes; null for what is too little to become anything: it stays. */
function becomesOf(bonusFen: number, rule: Conversion, mostCardFen: number): Becomes | null {
  if (rule.of === 'points') {
    const points = Number((BigInt(bonusFen) * BigInt(rule.pointsPerYuan)) / 100n)
    return points > 0 ? { of: 'points', points } : null
  }
  const amountFen = shareOf(bonusFen, rule.rateBp)
  if (amountFen === 0) return null
  if (rule.of === 'coupon') return { of: 'coupon', amountFen, validDays: rule.validDays }
  return { of: 'giftCard', cardsFen: cardsOf(amountFen, mostCardFen) }
}

function cardsOf(amountFen: number, mostFen: number): readonly number[] {
  const full = Math.floor(amountFen / mostFen)
  const rest = amountFen % mostFen
  return [...Array.from({ length: full }, () => mostFen), ...(rest > 0 ? [rest] : [])]
}

const lastDayOf = (year: number): Day => `${year}-12-31`

const noticeDay = (year: number, { noticeDays }: Conversion): Day => addDays(lastDayOf(year), -noticeDays)

/** The day after the year, or as many days after the notice as were promised: a late notice puts it off. */
export function conversionDay({ year, toldOn, rule }: YearEndState): Day {
  const afterYear = addDays(lastDayOf(year), 1)
  return later(addDays(toldOn, rule.noticeDays), afterYear)
}

const later = (one: Day, other: Day): Day => (one > other ? one : other)
