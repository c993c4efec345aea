/** What waits for its moment. */
interface Sleeper {
  readonly at: number
  readonly wake: () => void
}

/** A clock that goes on only when it is told to, and what waits for it. While it is installed, Date.now follows it. */
export class VirtualTime {
  private readonly sleepers: Sleeper[] = []
  private readonly before = {
    now: Date.now,
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
  }

  constructor(public now: number) {}

  install(): void {
    Date.now = () => this.now
    globalThis.setTimeout = ((work: () => void, ms = 0) =>
      handleOf(this.at(this.now + ms, work))) as unknown as typeof setTimeout
    globalThis.clearTimeout = ((handle?: Handle) =>
      handle && this.forget(handle.sleeper)) as typeof clearTimeout
  }

  uninstall(): void {
    Date.now = this.before.now
    globalThis.setTimeout = this.before.setTimeout
    globalThis.clearTimeout = this.before.clearTimeout
  }

  /** Wakes at an instant; of those at one instant, who came first. */
  at(instant: number, wake: () => void): Sleeper {
    const sleeper = { at: Math.max(instant, this.now), wake }
    const place = this.sleepers.findLastIndex((other) => other.at <= sleeper.at)
    this.sleepers.splice(place + 1, 0, sleeper)
    return sleeper
  }

  forget(sleeper: Sleeper): void {
    const place = this.sleepers.indexOf(sleeper)
    if (place >= 0) this.sleepers.splice(place, 1)
  }

  /** The next one to wake, if any does until an instant; the clock then stands where it wanted to wake. */
  takeDue(until = Infinity): (() => void) | undefined {
    const [next] = this.sleepers
    if (!next || next.at > until) return undefined
    this.sleepers.shift()
    this.now = Math.max(this.now, next.at)
    return next.wake
  }
}

interface Handle {
  readonly sleeper: Sleeper
  unref(): Handle
}

function handleOf(sleeper: Sleeper): Handle {
  const handle = { sleeper, unref: () => handle }
  return handle
}
