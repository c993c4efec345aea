import type { OutputOf } from '@shared/contracts'

export type Rules = OutputOf<'products.read'>['rules']
export type Variant = Rules['variants'][number]
export type Option = Rules['options'][number]

const keyOf = (choice: readonly string[]): string => choice.join(':')

/** Every combination that the options allow, each with how it is sold; null where it is not. */
export function combinations(
  rules: Rules,
): { readonly choice: readonly string[]; readonly variant: Variant | null }[] {
  const choices = rules.options.reduce<string[][]>(
    (before, { values }) => before.flatMap((choice) => values.map(({ id }) => [...choice, id])),
    [[]],
  )
  return choices.map((choice) => ({
    choice,
    variant: rules.variants.find((each) => keyOf(each.choice) === keyOf(choice)) ?? null,
  }))
}

/** With a combination sold so, or not at all. The order stays that of the combinations. */
export function withVariant(rules: Rules, choice: readonly string[], variant: Variant | null): Rules {
  const variants = combinations(rules).flatMap((each) =>
    keyOf(each.choice) === keyOf(choice) ? (variant ?? []) : (each.variant ?? []),
  )
  return { ...rules, variants }
}

/**
 * With other options. A combination is sold as the one that it came from: what it had before an option was added, or
 * what it still has. So a price need not be typed again for each.
 */
export function withOptions(rules: Rules, options: readonly Option[]): Rules {
  const next: Rules = { ...rules, options: [...options], variants: [] }
  const variants = combinations(next).flatMap(({ choice }) => {
    const from = rules.variants.find((each) => isPart(each.choice, choice) || isPart(choice, each.choice))
    return from ? { ...from, choice: [...choice] } : []
  })
  return { ...next, variants: variants.length > 0 ? variants : rules.variants.slice(0, 1) }
}

const isPart = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((id) => all.includes(id))

/** Whether something is not filled in yet: a name, a price, or a value of an option. */
export function isUnfinished(rules: Rules): boolean {
  const names = [
    rules.name,
    ...rules.options.flatMap(({ name, values }) => [name, ...values.map((value) => value.name)]),
  ]
  const numbers = [
    ...rules.variants.flatMap(({ priceFen, memberPricesFen }) => [
      priceFen,
      ...Object.values(memberPricesFen),
    ]),
    ...Object.values(rules.earlyHours),
  ]
  return (
    names.some(({ zh }) => zh.trim() === '') ||
    numbers.some((n) => Number.isNaN(n)) ||
    rules.variants.some(({ priceFen }) => priceFen === 0) ||
    rules.variants.length === 0 ||
    rules.category === ''
  )
}

// Written out, since classes of letters become very long once they are built for phones.
const LETTERS = '0-9A-Za-z\\u00c0-\\u024f\\u3400-\\u9fff'
const CODE = new RegExp(`^[${LETTERS}][${LETTERS} ._-]{0,47}$`)
const OTHERS = new RegExp(`[^${LETTERS} ._-]`, 'g')

/** What a product is called in rules: what was typed, else its Chinese name; null where that cannot be. */
export function codeOf(typed: string, name: string): string | null {
  const code = (typed.trim() || name.replace(OTHERS, ' ').replace(/ +/g, ' ').trim()).slice(0, 48)
  return CODE.test(code) ? code : null
}
