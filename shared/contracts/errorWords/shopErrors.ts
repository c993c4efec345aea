import type { Words } from '@shared/kernel/words'

/** Goods, their stock, favourites. */
export const SHOP_ERRORS = {
  PRODUCT_NOT_FOUND: {
    zh: '找不到这件商品，可能已被移除。请返回列表刷新后重新选择。',
    en: 'This product cannot be found; it may have been removed. Go back to the list, refresh, and choose again.',
  },
  PRODUCT_CHANGED: {
    zh: '您打开之后，这件商品又有人保存过（现在是第 {version} 版），所以这次没有保存。请载入最新内容，看过后再改。',
    en: 'Somebody saved this product after you opened it (version {version} now), so yours was not saved. Load the latest, look at it, and make your change again.',
  },
  PRODUCT_TAKEN: {
    zh: '商品编号“{product}”已经用于另一件商品，这次没有保存。请换一个编号。',
    en: 'The product number “{product}” stands for another product already, so nothing was saved. Use another number.',
  },
  IMPOSSIBLE_PRODUCT: {
    zh: '商品还不能保存：{why}。请改正后再保存。',
    en: 'The product cannot be saved yet: {why}. Correct it and save again.',
  },
  CATEGORIES_CHANGED: {
    zh: '您打开之后，分类又有人保存过（现在是第 {version} 版），所以这次没有保存。请载入最新分类，看过后再改。',
    en: 'Somebody saved the categories after you opened them (version {version} now), so yours were not saved. Load the latest, look at them, and make your change again.',
  },
  CATEGORY_IN_USE: {
    zh: '分类“{category}”里还有商品，不能删除。请先把商品移到别的分类。',
    en: 'The category “{category}” still has products, so it cannot be removed. Move them to another one first.',
  },
  IMPOSSIBLE_CATEGORIES: {
    zh: '分类不能这样保存：{why}。请改正后再保存。',
    en: 'The categories cannot be saved so: {why}. Correct them and save again.',
  },
  STOCK_SHORT: {
    zh: '可减少的库存只有 {left} 件，其余已售出或为未付款订单保留，这次没有改动。请减少数量。',
    en: 'Only {left} can be taken off; the rest is sold or held for orders that are not paid yet. Nothing was changed. Take off fewer.',
  },
  STOCK_NOT_FOUND: {
    zh: '这个规格还没有库存记录。请先保存商品，再调整库存。',
    en: 'This choice has no stock yet. Save the product first, then change its stock.',
  },
  FAVOURITES_FULL: {
    zh: '收藏最多 {most} 件，这件没有收藏。请先取消一些收藏。',
    en: 'There is room for {most} favourites, so this one was not added. Take some out first.',
  },
} as const satisfies Record<string, Words>
