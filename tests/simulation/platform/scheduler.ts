import type { GroupCommit } from '../../../local/cloud/gateway/groupCommit'
import type { VirtualTime } from './virtualTime'

/** A request that has been made and not yet let through. */
export interface Pending {
  /** The lowest goes first. */
  readonly order: number
  /** What it takes to get there. */
  readonly latencyMs: number
  readonly go: () => void
}

const nextTurn = setImmediate

/**
 * Lets one request through at a time and waits until everybody has gone as far as they can before the next: which
 * calls overlap, and how, depends on the order that requests are given and on nothing else.
 */
export class Scheduler {
  private readonly pending: Pending[] = []

  constructor(
    readonly time: VirtualTime,
    private readonly group: GroupCommit,
  ) {}

  add(request: Pending): void {
    this.pending.push(request)
  }

  /** Lets requests through and the clock go on until `isOver` and no request is left. */
  async run(isOver: () => boolean, afterEach: () => void): Promise<void> {
    for (;;) {
      await this.settled()
      afterEach()
      const next = this.takeLowest()
      if (next) {
        await this.goOnTo(this.time.now + next.latencyMs)
        next.go()
        this.group.flush()
      } else if (isOver()) return
      else {
        const wake = this.time.takeDue()
        if (!wake) throw new Error('every call waits for something that never comes')
        wake()
      }
    }
  }

  /** Moves the clock, waking on the way who wanted to be woken. */
  async goOnTo(instant: number): Promise<void> {
    for (let wake = this.time.takeDue(instant); wake; wake = this.time.takeDue(instant)) {
      wake()
      await this.settled()
    }
    this.time.now = Math.max(this.time.now, instant)
  }

  /** Resolves when nobody can go on: all promises are settled and all writes committed. */
  private async settled(): Promise<void> {
    let before: number
    do {
      before = this.group.groups
      await new Promise((resolve) => nextTurn(resolve))
      this.group.flush()
    } while (this.group.groups !== before)
  }

  private takeLowest(): Pending | undefined {
    let lowest = 0
    for (let i = 1; i < this.pending.length; i += 1) {
      if (this.pending[i]!.order < this.pending[lowest]!.order) lowest = i
    }
    return this.pending.splice(lowest, 1)[0]
  }
}
