import type { Catalog } from './catalog'

/** How many requests came, by action and by collection, and what they read: tests count round trips with it. */
export interface GatewayStats {
  total: number
  byAction: Record<string, number>
  byCollection: Record<string, number>
  /** Documents that were looked at, by collection: those that did not match too, and each as often as it was read. */
  documentsRead: Record<string, number>
}

type Requests = Omit<GatewayStats, 'documentsRead'>

export class StatsCounter {
  private requests: Requests = empty()

  constructor(private readonly catalog: Catalog) {}

  count(action: string, collection: string | undefined): void {
    const { requests } = this
    requests.total++
    requests.byAction[action] = (requests.byAction[action] ?? 0) + 1
    if (collection !== undefined) {
      requests.byCollection[collection] = (requests.byCollection[collection] ?? 0) + 1
    }
  }

  read(): GatewayStats {
    const read = this.catalog.list().filter(({ documentsRead }) => documentsRead > 0)
    return {
      ...structuredClone(this.requests),
      documentsRead: Object.fromEntries(read.map(({ name, documentsRead }) => [name, documentsRead])),
    }
  }

  reset(): void {
    this.requests = empty()
    for (const collection of this.catalog.list()) collection.documentsRead = 0
  }
}

function empty(): Requests {
  return { total: 0, byAction: {}, byCollection: {} }
}
