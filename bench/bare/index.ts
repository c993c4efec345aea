import tcb from '@cloudbase/node-sdk'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import { changesOf } from '../../cloudfunctions/database/members'
import { checkIn } from '@shared/rules/checkin/checkIn'
import { freshMember } from '../stack/freshMember'

/**
 * The ceiling: the same calls of the SDK as the product's function makes, with as much in them, and nothing else.
 * What a check-in writes is made once, when the function is loaded.
 */
interface BareEvent {
  readonly action: string
  readonly id: string
}

const db = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV }).database()
const members = db.collection('members')

const AT = Date.parse('2026-03-01T04:00:00Z')
const someone = freshMember('m0123456789012345678901', '2026-03-01', AT)
const stamped = checkIn(someone, '2026-03-01', AT, DEFAULT_SETTINGS)
if (!stamped) throw new Error('a fresh member was not stamped')
const changes = changesOf(db, someone, stamped)

const actions: Record<string, (id: string) => Promise<object>> = {
  async checkin(id) {
    const { data } = (await members.doc(id).get()) as { data: { version: number }[] }
    const { updated } = (await members.where({ _id: id, version: data[0]?.version }).update(changes)) as {
      updated: number
    }
    return { updated }
  },
  async home(id) {
    const { data } = (await members.doc(id).get()) as { data: object[] }
    return { found: data.length }
  },
  /** Where the database is that this function talks to. */
  async gateway() {
    return { url: (JSON.parse(process.env.TCB_CONTEXT_CNFG ?? '{}') as { URL?: string }).URL }
  },
}

export async function main({ action, id }: BareEvent): Promise<object> {
  const run = actions[action]
  if (!run) throw new Error(`there is no ${action} here`)
  return run(id)
}
