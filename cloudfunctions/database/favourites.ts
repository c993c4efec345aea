import type { Instant } from '@shared/kernel/businessDay'
import { withFavourite, type Favourite } from '@shared/rules/shop/favourites'
import type { Cloud } from './cloud'
import { getById, insert } from './documentAccess'
import { lost, untilWon } from './retry'
import { failureOf } from './failures'

/** A member's favourites, all in one document: it is read by its id for the list and for one heart alike. */
interface FavouritesDocument {
  readonly _id: string
  readonly schemaVersion: 1
  readonly version: number
  readonly favourites: readonly Favourite[]
}

export async function readFavourites(cloud: Cloud, memberId: string): Promise<readonly Favourite[]> {
  return (await getById<FavouritesDocument>(cloud, 'favourites', memberId))?.favourites ?? []
}

/** Puts a product among a member's favourites or takes it out; false when there is no room. */
export function saveFavourite(
  cloud: Cloud,
  memberId: string,
  product: string,
  isFavourite: boolean,
  at: Instant,
): Promise<boolean> {
  return untilWon(cloud, async () => {
    const now = await getById<FavouritesDocument>(cloud, 'favourites', memberId)
    const before = now?.favourites ?? []
    const favourites = withFavourite(before, product, isFavourite, at)
    if (favourites === null) return false
    if (favourites === before) return true
    try {
      return (await write(cloud, memberId, now, favourites)) ? true : lost
    } catch (error) {
      if (failureOf(error) === 'other') throw error
      return lost
    }
  })
}

async function write(
  cloud: Cloud,
  _id: string,
  now: FavouritesDocument | null,
  favourites: readonly Favourite[],
): Promise<boolean> {
  if (!now) {
    const first: FavouritesDocument = { _id, schemaVersion: 1, version: 1, favourites }
    return (await insert(cloud, 'favourites', first)) === 'done'
  }
  const { updated } = (await cloud.db
    .collection('favourites')
    .where({ _id, version: now.version })
    .update({ version: now.version + 1, favourites: cloud.db.command.set([...favourites]) })) as {
    updated: number
  }
  return updated === 1
}
