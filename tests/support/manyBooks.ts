import type { Account } from '@shared/rules/account/account'
import { getById } from '../../cloudfunctions/database/documentAccess'
import { SHOP_ENV, type Shop } from './shop'

const DOCUMENTS_A_CALL = 1_000
const TEMPLATE = 'template-of-many'

/**
 * Makes many members at little cost: one joins and checks in through the use cases, and the others are put into the
 * store as copies of their documents under ids of their own. The minute's timer runs in between. Answers all ids in
 * order.
 */
export async function makeManyMembers(shop: Shop, count: number): Promise<string[]> {
  const template = await shop.join(TEMPLATE)
  await shop.shopper(TEMPLATE, 'checkin.checkIn', {})
  await shop.timer('everyMinute')
  const account = await getById<Account>(shop.cloud, 'members', template)
  const filed = await shop.cloud.db.collection('journal').where({ member: template }).get()
  const ids = Array.from({ length: count - 1 }, (_, n) => `many${String(n).padStart(6, '0')}`)
  const copies = (documents: readonly unknown[]) =>
    documents.flatMap((document) => {
      const text = JSON.stringify(document)
      return ids.map((id) => text.replaceAll(template, id))
    })
  await putAll(shop, 'members', copies([account]))
  await putAll(shop, 'journal', copies(filed.data))
  return [...ids, template].sort()
}

/** Past the SDK, which would take most of the time for wrapping every number. */
async function putAll({ gateway }: Shop, collectionName: string, texts: readonly string[]): Promise<void> {
  for (let from = 0; from < texts.length; from += DOCUMENTS_A_CALL) {
    const data = texts.slice(from, from + DOCUMENTS_A_CALL)
    const reply = await gateway.answer(
      { action: 'database.insertDocument', envName: SHOP_ENV, collectionName, data },
      { invocation: undefined, source: '' },
    )
    if (!reply || 'code' in reply) throw new Error(`nothing was put in: ${JSON.stringify(reply)}`)
  }
}
