/** How many requests came, by action and by collection: tests count round trips with it. */
export interface GatewayStats {
  total: number
  byAction: Record<string, number>
  byCollection: Record<string, number>
}

export class StatsCounter {
  private stats: GatewayStats = empty()

  count(action: string, collection: string | undefined): void {
    this.stats.total++
    this.stats.byAction[action] = (this.stats.byAction[action] ?? 0) + 1
    if (collection !== undefined) {
      this.stats.byCollection[collection] = (this.stats.byCollection[collection] ?? 0) + 1
    }
  }

  read(): GatewayStats {
    return structuredClone(this.stats)
  }

  reset(): void {
    this.stats = empty()
  }
}

function empty(): GatewayStats {
  return { total: 0, byAction: {}, byCollection: {} }
}
