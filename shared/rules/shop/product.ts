import type { Instant } from '@shared/kernel/businessDay'
import type { Fen } from '@shared/kernel/fen'
import type { Words } from '@shared/kernel/words'

/** One of the values that an option is chosen from; its id is never shown and never changes. */
export interface OptionValue {
  readonly id: string
  readonly name: Words
}

/** What a buyer chooses of a product: its size, its colour. */
export interface Option {
  readonly name: Words
  readonly values: readonly OptionValue[]
}

/** One choice of options, which has its own price and its own stock. */
export interface Variant {
  /** A value of each option, in their order; empty where there is nothing to choose. */
  readonly choice: readonly string[]
  /** What one costs everybody. */
  readonly priceFen: Fen
  /** What one costs members of a level; a level that is not named pays the price. */
  readonly memberPricesFen: Readonly<Record<string, Fen>>
}

/** What the merchant says of a product. Its id is what rules and past sales call it. */
export interface ProductRules {
  readonly name: Words
  readonly description: Words
  /** Addresses, or names of drawn pictures: see picture.ts. */
  readonly pictures: readonly string[]
  readonly category: string
  readonly options: readonly Option[]
  readonly variants: readonly Variant[]
  readonly isOnSale: boolean
  /** Nobody buys it before; null for at once. */
  readonly opensAt: Instant | null
  /** How many hours earlier it opens to members of a level. */
  readonly earlyHours: Readonly<Record<string, number>>
}

export interface Product extends ProductRules {
  readonly id: string
}

const BETWEEN = ':'

/** Names one choice of a product in stock, carts and orders: `<product>` or `<product>:<value>:<value>`. */
export function skuOf(product: string, choice: readonly string[]): string {
  return [product, ...choice].join(BETWEEN)
}

/** The product that a SKU is of: neither products nor values have the sign between them in their ids. */
export function productOf(sku: string): string {
  return sku.split(BETWEEN)[0] ?? ''
}

export function variantOf(product: Product, sku: string): Variant | null {
  return product.variants.find(({ choice }) => skuOf(product.id, choice) === sku) ?? null
}

/** What was chosen, in words; a value that is no longer there is left out. */
export function choiceWords({ options }: ProductRules, choice: readonly string[]): readonly Words[] {
  return options.flatMap(({ values }, at) => values.find(({ id }) => id === choice[at])?.name ?? [])
}

/** Every way to choose one value of each option, in their order; one empty choice where there is no option. */
export function choicesOf(options: readonly Option[]): readonly (readonly string[])[] {
  return options.reduce<readonly (readonly string[])[]>(
    (choices, { values }) => choices.flatMap((choice) => values.map(({ id }) => [...choice, id])),
    [[]],
  )
}
