import { ok, refuse } from '@shared/kernel/result'
import { sumOf } from '@shared/kernel/sumOf'
import { choiceWords, skuOf, type ProductRules } from '@shared/rules/shop/product'
import { tierFace } from '@shared/rules/tiers/face'
import { readCategories } from '../../database/categories'
import { readProduct, rulesIn, type ProductDocument } from '../../database/products'
import { readStockOf, type StockDocument } from '../../database/stock'
import type { Call, UseCase } from '../../runtime/call'

const CHANGES_TOLD = 10

export const read: UseCase<'products.read'> = async (call, { product: id }) => {
  const { cloud } = call
  const [document, stock, { categories }, { tiers }] = await Promise.all([
    id === undefined ? null : readProduct(cloud, id),
    id === undefined ? [] : readStockOf(cloud, id),
    readCategories(cloud),
    call.settings(),
  ])
  if (id !== undefined && !document) return refuse({ code: 'PRODUCT_NOT_FOUND' })
  return ok({
    version: document?.version ?? 0,
    id: document?._id ?? null,
    rules: document ? rulesIn(document) : blank(categories[0]?.id ?? ''),
    changed: document && changedFace(document, call),
    stock: document ? stockFaces(document, stock, call.memberId) : [],
    categories: [...categories],
    levels: tiers.levels.map((_, rank) => tierFace(tiers, rank)),
    now: call.at,
  })
}

function changedFace({ changedAt, changedBy }: ProductDocument, { memberId }: Call) {
  return { at: changedAt, role: changedBy.role, isMe: changedBy.memberId === memberId }
}

function stockFaces(product: ProductDocument, stock: readonly StockDocument[], memberId: string) {
  const bySku = new Map(stock.map((each) => [each._id, each]))
  return product.variants.map(({ choice }) => {
    const sku = skuOf(product._id, choice)
    const of = bySku.get(sku)
    return {
      sku,
      options: [...choiceWords(product, choice)],
      free: of?.free ?? 0,
      held: sumOf(Object.values(of?.holds ?? {}), (pieces) => pieces),
      sold: of?.sold ?? 0,
      changes: (of?.changes ?? [])
        .slice(0, CHANGES_TOLD)
        .map(({ at, change, by }) => ({ at, change, isMine: by === memberId })),
    }
  })
}

/** What a new product begins with. */
function blank(category: string): ProductRules {
  return {
    name: { zh: '', en: '' },
    description: { zh: '', en: '' },
    pictures: [],
    category,
    options: [],
    variants: [{ choice: [], priceFen: 0, memberPricesFen: {} }],
    isOnSale: false,
    opensAt: null,
    earlyHours: {},
  }
}
