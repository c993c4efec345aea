import type { Words } from '@shared/kernel/words'
import { isPicture } from './picture'
import { choicesOf, skuOf, type ProductRules } from './product'

/** What a product refers to. */
export interface KnownToShop {
  readonly categories: readonly string[]
  readonly levels: readonly string[]
}

export type ImpossibleProductCode =
  | 'NAME_MISSING'
  | 'CATEGORY_UNKNOWN'
  | 'PICTURE_UNKNOWN'
  | 'OPTION_UNNAMED'
  | 'OPTION_EMPTY'
  | 'VALUE_UNNAMED'
  | 'VALUE_TWICE'
  | 'VARIANT_MISSING'
  | 'CHOICE_UNKNOWN'
  | 'CHOICE_TWICE'
  | 'PRICE_ZERO'
  | 'MEMBER_PRICE_ABOVE'
  | 'LEVEL_UNKNOWN'
  | 'EARLY_WITHOUT_OPENING'

const REASONS: Readonly<Record<ImpossibleProductCode, Words>> = {
  NAME_MISSING: { zh: '商品还没有中文名称', en: 'the product has no Chinese name' },
  CATEGORY_UNKNOWN: { zh: '商品的分类不存在，请重新选择', en: 'its category does not exist; choose another' },
  PICTURE_UNKNOWN: {
    zh: '图片地址要以 https:// 或 cloud:// 开头',
    en: 'a picture’s address begins with https:// or cloud://',
  },
  OPTION_UNNAMED: { zh: '有规格没有名称', en: 'an option has no name' },
  OPTION_EMPTY: { zh: '有规格没有可选的值', en: 'an option has nothing to choose from' },
  VALUE_UNNAMED: { zh: '有规格的值没有名称', en: 'a value of an option has no name' },
  VALUE_TWICE: { zh: '同一规格里有两个相同的值', en: 'an option has the same value twice' },
  VARIANT_MISSING: { zh: '至少要有一种规格可以出售', en: 'at least one choice has to be sold' },
  CHOICE_UNKNOWN: { zh: '有价格对应的规格已不存在', en: 'a price stands for a choice that is not there' },
  CHOICE_TWICE: { zh: '同一种规格有两个价格', en: 'one choice has two prices' },
  PRICE_ZERO: { zh: '售价要高于 0', en: 'a price is more than nothing' },
  MEMBER_PRICE_ABOVE: { zh: '会员价不能高于售价', en: 'a member price is not above the price' },
  LEVEL_UNKNOWN: {
    zh: '会员价或抢先购里有已取消的等级',
    en: 'a level of its member prices or early access is gone',
  },
  EARLY_WITHOUT_OPENING: {
    zh: '没有开售时间，就不能设置抢先购',
    en: 'early access needs a time at which the product opens',
  },
}

export interface ImpossibleProduct {
  readonly code: ImpossibleProductCode
  readonly reason: Words
}

/** What keeps a product from being saved, each reason once; none where it can be. */
export function impossibleProduct(product: ProductRules, known: KnownToShop): readonly ImpossibleProduct[] {
  const codes = [...headFaults(product, known), ...optionFaults(product), ...variantFaults(product, known)]
  return [...new Set(codes)].map((code) => ({ code, reason: REASONS[code] }))
}

const when = (isSo: boolean, code: ImpossibleProductCode): readonly ImpossibleProductCode[] =>
  isSo ? [code] : []
const isBlank = ({ zh }: Words): boolean => zh.trim() === ''
const hasTwice = (items: readonly string[]): boolean => new Set(items).size < items.length

function headFaults(
  product: ProductRules,
  { categories, levels }: KnownToShop,
): readonly ImpossibleProductCode[] {
  const early = Object.entries(product.earlyHours)
  return [
    ...when(isBlank(product.name), 'NAME_MISSING'),
    ...when(!categories.includes(product.category), 'CATEGORY_UNKNOWN'),
    ...when(!product.pictures.every(isPicture), 'PICTURE_UNKNOWN'),
    ...when(product.opensAt === null && early.some(([, hours]) => hours > 0), 'EARLY_WITHOUT_OPENING'),
    ...when(!early.every(([level]) => levels.includes(level)), 'LEVEL_UNKNOWN'),
  ]
}

function optionFaults({ options }: ProductRules): readonly ImpossibleProductCode[] {
  const values = options.flatMap((option) => option.values)
  const isTwiceIn = (nameOf: (name: Words) => string) =>
    options.some((option) => hasTwice(option.values.map(({ name }) => nameOf(name).trim())))
  return [
    ...when(
      options.some(({ name }) => isBlank(name)),
      'OPTION_UNNAMED',
    ),
    ...when(
      options.some((option) => option.values.length === 0),
      'OPTION_EMPTY',
    ),
    ...when(
      values.some(({ name }) => isBlank(name)),
      'VALUE_UNNAMED',
    ),
    ...when(isTwiceIn(({ zh }) => zh) || hasTwice(values.map(({ id }) => id)), 'VALUE_TWICE'),
  ]
}

function variantFaults(product: ProductRules, { levels }: KnownToShop): readonly ImpossibleProductCode[] {
  const { options, variants } = product
  const keys = variants.map(({ choice }) => skuOf('', choice))
  const possible = new Set(choicesOf(options).map((choice) => skuOf('', choice)))
  const prices = variants.flatMap(({ priceFen, memberPricesFen }) =>
    Object.entries(memberPricesFen).map(([level, fen]) => ({ level, isAbove: fen > priceFen, fen })),
  )
  return [
    ...when(variants.length === 0, 'VARIANT_MISSING'),
    ...when(
      keys.some((key) => !possible.has(key)),
      'CHOICE_UNKNOWN',
    ),
    ...when(hasTwice(keys), 'CHOICE_TWICE'),
    ...when(variants.some(({ priceFen }) => priceFen < 1) || prices.some(({ fen }) => fen < 1), 'PRICE_ZERO'),
    ...when(
      prices.some(({ isAbove }) => isAbove),
      'MEMBER_PRICE_ABOVE',
    ),
    ...when(!prices.every(({ level }) => levels.includes(level)), 'LEVEL_UNKNOWN'),
  ]
}
