import type { Product } from './product'

/** Tea by size and by roast, for tests. */
export const TEA: Product = {
  id: 'tea',
  name: { zh: '铁观音', en: 'Tieguanyin' },
  description: { zh: '', en: '' },
  pictures: ['drawn:tea'],
  category: '茶叶',
  options: [
    {
      name: { zh: '规格', en: 'Size' },
      values: [
        { id: 's', name: { zh: '50 克', en: '50 g' } },
        { id: 'l', name: { zh: '250 克', en: '250 g' } },
      ],
    },
    {
      name: { zh: '焙火', en: 'Roast' },
      values: [
        { id: 'light', name: { zh: '清香', en: 'Light' } },
        { id: 'dark', name: { zh: '浓香', en: 'Dark' } },
      ],
    },
  ],
  variants: [
    { choice: ['s', 'light'], priceFen: 3_000, memberPricesFen: { silver: 2_800, gold: 2_500 } },
    { choice: ['l', 'light'], priceFen: 12_000, memberPricesFen: { gold: 10_000 } },
    { choice: ['l', 'dark'], priceFen: 13_000, memberPricesFen: {} },
  ],
  isOnSale: true,
  opensAt: null,
  earlyHours: {},
}
