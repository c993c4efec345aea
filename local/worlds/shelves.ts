import type { InputOf } from '@shared/contracts'
import { startOfDay } from '@shared/kernel/businessDay'
import { addDays, type Day } from '@shared/kernel/day'
import { callShop, ShopRefused, type ShopDoor } from '../../scripts/import/shopDoor'
import { randomUUID } from 'node:crypto'
import { goodNamed } from './counterSales'
import type { Category } from './goods'

type Rules = InputOf<'products.save'>['rules']
type Option = Rules['options'][number]

/** Goods of the demo shop that stand in its mini-program too. */
interface OnShelf {
  /** Its Chinese name, which is its number: the counter sells it by that, and campaigns name it so. */
  readonly name: string
  readonly picture: string
  readonly pieces: number
  readonly about?: { readonly zh: string; readonly en: string }
  /** Basis points of the price, by level. */
  readonly members?: Readonly<Record<string, number>>
  readonly option?: Option
  /** Values of the option of which nothing is left. */
  readonly soldOut?: readonly string[]
  /** Days until it opens at ten, and hours earlier by level. */
  readonly opens?: { readonly inDays: number; readonly early: Readonly<Record<string, number>> }
}

const CATEGORIES: readonly { readonly id: Category; readonly name: { zh: string; en: string } }[] = [
  { id: '茶叶', name: { zh: '茶叶', en: 'Tea' } },
  { id: '咖啡', name: { zh: '咖啡', en: 'Coffee' } },
  { id: '零食', name: { zh: '零食', en: 'Snacks' } },
  { id: '家居', name: { zh: '家居', en: 'House' } },
]

const SILVER_UP = { silver: 9_500, gold: 9_000, diamond: 8_500, black: 8_000 } as const
const GOLD_UP = { gold: 9_200, diamond: 9_000, black: 8_800 } as const

const colours = (...values: readonly (readonly [id: string, zh: string, en: string])[]): Option => ({
  name: { zh: '颜色', en: 'Colour' },
  values: values.map(([id, zh, en]) => ({ id, name: { zh, en } })),
})

/** The last of them is the first in the shop. */
const SHELVES: readonly OnShelf[] = [
  { name: '抽纸 6 包', picture: 'home', pieces: 80 },
  {
    name: '纯棉毛巾 2 条',
    picture: 'home',
    pieces: 24,
    option: colours(['white', '米白', 'Off-white'], ['green', '豆绿', 'Sage']),
    soldOut: ['green'],
  },
  { name: '玻璃茶壶 600 毫升', picture: 'pot', pieces: 0, members: SILVER_UP },
  { name: '纸皮核桃 500 克', picture: 'nuts', pieces: 36 },
  { name: '绿豆糕 8 块', picture: 'cake', pieces: 20, members: GOLD_UP },
  { name: '凤梨酥 10 块', picture: 'cake', pieces: 40, members: SILVER_UP },
  { name: '云南咖啡豆 500 克', picture: 'coffee', pieces: 18, members: SILVER_UP },
  { name: '挂耳咖啡 10 片', picture: 'coffee', pieces: 60 },
  { name: '茉莉花茶 250 克', picture: 'tea', pieces: 50 },
  { name: '铁观音 125 克', picture: 'tea', pieces: 6, members: GOLD_UP },
  {
    name: '保温杯 500 毫升',
    picture: 'flask',
    pieces: 12,
    members: SILVER_UP,
    option: colours(['white', '月白', 'Moon white'], ['green', '松绿', 'Pine'], ['black', '墨黑', 'Ink']),
    soldOut: ['black'],
    about: {
      zh: '316 不锈钢内胆，保温 12 小时。\n杯盖一按即开，可放入杯架。',
      en: 'Stainless steel inside, warm for 12 hours.\nOpens with one press and fits a cup holder.',
    },
  },
  {
    name: '明前龙井 100 克',
    picture: 'tea',
    pieces: 30,
    members: SILVER_UP,
    opens: { inDays: 2, early: { gold: 48, diamond: 48, black: 48, silver: 24 } },
    about: {
      zh: '清明前采摘，一芽一叶。\n当季新茶，数量有限。',
      en: 'Picked before Qingming, one leaf to a bud.\nThis season’s tea, as long as it lasts.',
    },
  },
]

const TEN_O_CLOCK_MS = 10 * 3_600_000

/** Puts goods on the shelves of the mini-program, each once: safe to run again. Throws ShopAway and ShopRefused. */
export async function fillShelves(owner: ShopDoor, today: Day): Promise<void> {
  const { version } = await callShop(owner, 'categories.list', {}, randomUUID())
  if (version === 0) {
    await callShop(
      owner,
      'categories.save',
      { expectedVersion: 0, categories: [...CATEGORIES] },
      randomUUID(),
    )
  }
  for (const shelf of SHELVES) {
    if (!(await isThere(owner, shelf.name))) {
      const input = { product: shelf.name, expectedVersion: 0, rules: rulesOf(shelf, today) }
      await callShop(owner, 'products.save', input, randomUUID())
    }
    await stock(owner, shelf)
  }
}

async function isThere(owner: ShopDoor, product: string): Promise<boolean> {
  try {
    await callShop(owner, 'products.read', { product }, randomUUID())
    return true
  } catch (error) {
    if (error instanceof ShopRefused && error.code === 'PRODUCT_NOT_FOUND') return false
    throw error
  }
}

/** Under a request of its own for each choice, so that it comes in once. */
async function stock(owner: ShopDoor, { name, pieces, option, soldOut = [] }: OnShelf): Promise<void> {
  const values = option ? option.values.map(({ id }) => id).filter((id) => !soldOut.includes(id)) : [null]
  for (const value of pieces > 0 ? values : []) {
    const sku = value === null ? name : `${name}:${value}`
    await callShop(owner, 'stock.change', { sku, change: pieces }, `first-stock-${sku}`)
  }
}

function rulesOf({ name, picture, members = {}, option, opens, about }: OnShelf, today: Day): Rules {
  const good = goodNamed(name)
  const priceFen = good.priceFen
  const memberPricesFen = Object.fromEntries(
    Object.entries(members).map(([level, rateBp]) => [
      level,
      Math.round((priceFen * rateBp) / 1_000_000) * 100,
    ]),
  )
  const choices = option ? option.values.map(({ id }) => [id]) : [[]]
  return {
    name: good.name,
    description: about ?? { zh: '', en: '' },
    pictures: [`drawn:${picture}`],
    category: good.category,
    options: option ? [option] : [],
    variants: choices.map((choice) => ({ choice, priceFen, memberPricesFen })),
    isOnSale: true,
    opensAt: opens ? startOfDay(addDays(today, opens.inDays)) + TEN_O_CLOCK_MS : null,
    earlyHours: opens?.early ?? {},
  }
}
