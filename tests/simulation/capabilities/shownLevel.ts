import type { ShopBooks } from '../books/shopBooks'

/**
 * Whether a level may be shown to somebody who stands at another: whoever has read only older rules, which do not have
 * that level, shows their lowest for some seconds.
 */
export function mayBeShownAs(shown: string, level: string, shop: ShopBooks, startedAt: number): boolean {
  return shop.settings
    .possible(startedAt)
    .some(({ tiers: { levels } }) => levels[0]?.id === shown && !levels.some(({ id }) => id === level))
}
