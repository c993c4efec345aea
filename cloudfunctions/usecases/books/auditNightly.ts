import { getById, put } from '../../database/documentAccess'
import type { TimerWork } from '../../runtime/serveTimer'
import { auditSlice } from './audit'

interface AuditCursor {
  readonly _id: string
  /** The last member that was audited; empty at the beginning of a round. */
  readonly after: string
}

const CURSOR = 'bookAudit'

/** Audits every member's books, a slice at a time; what disagrees raises an alert and changes nothing. */
export const auditNightly: TimerWork = async ({ cloud, hasTime, alert }) => {
  let after = (await getById<AuditCursor>(cloud, 'cursors', CURSOR))?.after ?? ''
  let members = 0
  let differences = 0
  do {
    const slice = await auditSlice(cloud, after)
    members += slice.members
    differences += slice.differences.length
    for (const difference of slice.differences) {
      alert(new Error(`books differ: ${JSON.stringify(difference)}`))
    }
    after = slice.nextCursor ?? ''
    await put<AuditCursor>(cloud, 'cursors', { _id: CURSOR, after })
  } while (after !== '' && hasTime())
  return { members, differences }
}
