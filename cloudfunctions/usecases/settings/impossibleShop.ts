import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import type { Words } from '@shared/kernel/words'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import { impossibleDiscounts } from '@shared/rules/shopOrders/impossibleDiscounts'
import { readCategories } from '../../database/categories'
import type { Cloud } from '../../database/cloud'
import { readTopic } from '../../database/settings'

type Input = Extract<InputOf<'settings.save'>, { topic: 'shop' }>

/** Why settings of the shop cannot be saved, in words that name the discount; null when they can. */
export async function impossibleShopIn(
  cloud: Cloud,
  { expectedVersion, value }: Input,
): Promise<Refusal<'IMPOSSIBLE_SETTINGS'> | null> {
  const [saved, tiers, { categories }] = await Promise.all([
    readTopic(cloud, 'shop'),
    readTopic(cloud, 'tiers'),
    readCategories(cloud),
  ])
  // Over anything but the newest nothing is saved: it was saved before, or is refused for that.
  if (expectedVersion !== (saved?.value ?? DEFAULT_SETTINGS.shop).version) return null
  const { levels } = tiers?.value ?? DEFAULT_SETTINGS.tiers
  const idsOf = (those: readonly { readonly id: string }[]) => those.map(({ id }) => id)
  const found = impossibleDiscounts(value.discounts, {
    levels: idsOf(levels),
    categories: idsOf(categories),
  })
  if (found.length === 0) return null
  const told = (locale: keyof Words) => found.map(({ reason }) => reason[locale])
  return {
    code: 'IMPOSSIBLE_SETTINGS',
    data: { why: { zh: told('zh').join('；'), en: told('en').join('; ') } },
  }
}
