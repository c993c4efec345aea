/** What WeChat allows a page at run time. */
const LIMITS = { setDataBytes: 256 * 1024, setDataPerSecond: 20, nodes: 1000, depth: 30 }

export interface PageFigures {
  path: string
  nodes: number
  depth: number
  setDataCalls: number
  largestSetDataBytes: number
  mostSetDataInASecond: number
}

/** Keeps what one page sent to its view, and when. */
export class SetDataLog {
  private readonly calls: { atMs: number; bytes: number }[] = []

  record(data: object): void {
    this.calls.push({ atMs: performance.now(), bytes: Buffer.byteLength(JSON.stringify(data)) })
  }

  get count(): number {
    return this.calls.length
  }

  get largestBytes(): number {
    return this.calls.reduce((most, call) => Math.max(most, call.bytes), 0)
  }

  get mostInASecond(): number {
    const within = (start: number): number =>
      this.calls.filter(({ atMs }) => atMs >= start && atMs < start + 1000).length
    return this.calls.reduce((most, call) => Math.max(most, within(call.atMs)), 0)
  }
}

/** The limits that a page broke, in words; empty when it kept them all. */
export function brokenLimits(page: PageFigures): string[] {
  const checks: [string, number, number][] = [
    ['bytes in one setData', page.largestSetDataBytes, LIMITS.setDataBytes],
    ['setData calls in a second', page.mostSetDataInASecond, LIMITS.setDataPerSecond],
    ['nodes', page.nodes, LIMITS.nodes - 1],
    ['levels of nodes', page.depth, LIMITS.depth - 1],
  ]
  return checks
    .filter(([, value, limit]) => value > limit)
    .map(([what, value, limit]) => `${page.path}: ${value} ${what}, at most ${limit} are allowed`)
}
