import type { TcbRequest } from '../../../local/cloud/gateway/request'

const WRITES = new Set(['database.insertDocument', 'database.modifyDocument', 'database.removeDocument'])

interface Written {
  readonly members: Set<string>
  settings: boolean
}

/** What was committed since somebody last looked, read off the requests that were carried out. */
export class Traces implements Written {
  readonly members = new Set<string>()
  settings = false
  private readonly open = new Map<string, Written>()

  note({ action, collectionName, transactionId, query, data }: TcbRequest): void {
    if (action === 'database.commitTransaction') {
      const written = this.open.get(transactionId ?? '')
      written?.members.forEach((member) => this.members.add(member))
      this.settings ||= written?.settings === true
      this.open.delete(transactionId ?? '')
    }
    if (!WRITES.has(action)) return
    const into = transactionId === undefined ? this : this.inTransaction(transactionId)
    if (collectionName === 'settings') into.settings = true
    if (collectionName !== 'members') return
    const texts = action === 'database.modifyDocument' ? [query] : Array.isArray(data) ? data : [data]
    for (const text of texts) for (const id of idsIn(String(text))) into.members.add(id)
  }

  private inTransaction(id: string): Written {
    const written = this.open.get(id) ?? { members: new Set(), settings: false }
    this.open.set(id, written)
    return written
  }
}

/** The ids that a query or a document names: one, or each of several that are written alike. */
function idsIn(text: string): readonly string[] {
  const [, one, several] = /"_id":(?:"([^"]*)"|\{"\$in":\[([^\]]*)\]\})/.exec(text) ?? []
  return several === undefined ? [one ?? ''] : (JSON.parse(`[${several}]`) as string[])
}
