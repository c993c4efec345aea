import { ok, refuse } from '@shared/kernel/result'
import { MOST_FAVOURITES } from '@shared/rules/shop/favourites'
import { saveFavourite } from '../../database/favourites'
import { readAccount } from '../../database/members'
import { readProduct } from '../../database/products'
import type { UseCase } from '../../runtime/call'

export const set: UseCase<'favourites.set'> = async (call, { product, isFavourite }) => {
  const { cloud, memberId, at } = call
  const [account, there] = await Promise.all([readAccount(cloud, memberId), readProduct(cloud, product)])
  if (!account?.joined) return refuse({ code: 'NOT_A_MEMBER' })
  // One that is gone can still be taken out.
  if (isFavourite && !there) return refuse({ code: 'PRODUCT_NOT_FOUND' })
  if (!(await saveFavourite(cloud, memberId, product, isFavourite, at)))
    return refuse({ code: 'FAVOURITES_FULL', data: { most: MOST_FAVOURITES } })
  return ok({ isFavourite })
}
