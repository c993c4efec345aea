import { readJson, writeJson } from '../../dataFolder/jsonFile'

const MachineDate = Date

/** Somebody asked for a time that has already passed: documents written since would lie in the future. */
export class ClockBackwards extends Error {
  constructor(
    readonly now: number,
    readonly wanted: number,
  ) {
    super(`The clock only turns forward: it is ${iso(now)}, asked for ${iso(wanted)}.`)
  }
}

/** The store's time: the machine's, plus what was turned. The offset outlives the process. */
export class StoreClock {
  /** For threads that follow it: one BigInt64, the offset in ms. */
  readonly shared = new SharedArrayBuffer(8)
  readonly #offset = new BigInt64Array(this.shared)

  private constructor(private readonly file: string) {}

  /**
   * The clock of a data folder. `startAt` sets a new folder's clock; a folder that has lived goes on from where it
   * stands, unless `startAt` is ahead of it.
   */
  static open(file: string, startAt?: number): StoreClock {
    const clock = new StoreClock(file)
    const kept = readJson(file, isOffset)
    const wanted = startAt === undefined ? undefined : startAt - MachineDate.now()
    const offsetMs = kept === undefined ? (wanted ?? 0) : Math.max(kept.offsetMs, wanted ?? kept.offsetMs)
    clock.#set(offsetMs)
    return clock
  }

  now(): number {
    return MachineDate.now() + Number(Atomics.load(this.#offset, 0))
  }

  /** Turns the clock to an instant. Throws ClockBackwards. */
  turnTo(instant: number): void {
    const now = this.now()
    if (instant < now) throw new ClockBackwards(now, instant)
    this.#set(instant - MachineDate.now())
  }

  #set(offsetMs: number): void {
    Atomics.store(this.#offset, 0, BigInt(offsetMs))
    writeJson(this.file, { offsetMs })
  }
}

function isOffset(value: unknown): value is { offsetMs: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Number.isSafeInteger((value as { offsetMs: unknown }).offsetMs)
  )
}

function iso(instant: number): string {
  return new MachineDate(instant).toISOString()
}
