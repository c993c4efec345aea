import type { Stored } from '../settings/useSettings'
import type { Discount } from '../shopRules/index'

type Kind = Discount['kind']

/** A discount as it begins: a tenth off, on the day of the month that is today. */
export function newDiscount(id: string, today: string): Discount {
  return {
    id,
    kind: 'memberDay',
    name: { zh: '', en: '' },
    rateBp: 9_000,
    when: firstWhen('memberDay', today),
    goods: { of: 'all' },
    audience: { of: 'everyone' },
    requirement: { of: 'none' },
    stacking: { withAutomatic: false, withCodes: true },
  }
}

/** As the other kind; the days of one mean nothing to the other. */
export function withKind(discount: Discount, kind: Kind, today: string): Discount {
  return kind === discount.kind ? discount : { ...discount, kind, when: firstWhen(kind, today) }
}

/** As another way of holding; dates begin with today. */
export function withWhen(
  discount: Discount,
  of: Exclude<Discount['when']['of'], 'dayOfMonth'>,
  today: string,
): Discount {
  if (of === discount.when.of) return discount
  return { ...discount, when: of === 'dates' ? { of, from: today, to: today } : { of } }
}

function firstWhen(kind: Kind, today: string): Discount['when'] {
  return kind === 'memberDay'
    ? { of: 'dayOfMonth', dayOfMonth: Number(today.slice(8)) }
    : { of: 'dates', from: today, to: today }
}

/** In its place, or last where it is new. */
export function withDiscount(discounts: readonly Discount[], discount: Discount): Discount[] {
  return discounts.some(({ id }) => id === discount.id)
    ? discounts.map((each) => (each.id === discount.id ? discount : each))
    : [...discounts, discount]
}

export function without(discounts: readonly Discount[], id: string): Discount[] {
  return discounts.filter((each) => each.id !== id)
}

/** Chosen, it is taken out; else it is put in. */
export function toggled(chosen: readonly string[], id: string): string[] {
  return chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]
}

/** What it names that is there no more; the server would refuse it. */
export function goneIn(
  { audience, goods }: Discount,
  { tiers, categories }: Pick<Stored<'shop'>, 'tiers' | 'categories'>,
): { readonly levels: boolean; readonly categories: boolean } {
  const isGone = (named: readonly string[], there: readonly { readonly id: string }[]) =>
    named.some((id) => !there.some((each) => each.id === id))
  return {
    levels: audience.of === 'tiers' && isGone(audience.tiers, tiers),
    categories: goods.of === 'categories' && isGone(goods.categories, categories),
  }
}
