import type { AppPage } from './appPage'
import { LOST_CALL, loseNetwork, restore } from './network'

/** Opens the page again without a network: what was last seen stands there, and says of when it is. */
export async function showsLastSeen(app: AppPage, id: string, picture: string): Promise<void> {
  await app.seeId(id)
  await loseNetwork(app.page)
  await app.page.reload()
  await app.seeId('stale-banner')
  await app.seeId(id)
  await app.picture(picture)
  app.takeProblems(LOST_CALL)
  await restore(app.page)
}
