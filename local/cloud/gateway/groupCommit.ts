import { errors } from './gatewayError'
import type { Connection } from './sqlite'

interface Waiting {
  answer(): void
  fail(error: Error): void
}

export interface GroupCommitHooks {
  /** The group is durable. */
  committed(): void
  /** One write was taken back, the others of its group were not. */
  tookBack(): void
  /** The group was taken back: whatever it changed in memory must go back too. */
  rolledBack(): void
}

/**
 * Writes that arrive together share one sqlite transaction and so one sync to the disk. Each is answered only when
 * that commit is durable; one that fails is taken back alone and leaves the others as they are.
 */
export class GroupCommit {
  private waiting: Waiting[] = []
  private open = false
  /** How many groups were made durable: tests and `/stats` see the sharing by it. */
  groups = 0

  constructor(
    private readonly writer: Connection,
    private readonly hooks: GroupCommitHooks,
  ) {}

  /** Runs `write` now, within the open group; resolves or rejects with what it did once the group is durable. */
  run<T>(write: () => T): Promise<T> {
    this.begin()
    const outcome = this.attempt(write)
    return new Promise<T>((resolve, reject) => {
      const answer = (): void => ('error' in outcome ? reject(outcome.error) : resolve(outcome.value))
      this.waiting.push({ answer, fail: reject })
    })
  }

  /** Commits what is open. Called by itself at the end of the event loop's turn, and before closing. */
  flush(): void {
    if (!this.open) return
    this.open = false
    const answered = this.waiting
    this.waiting = []
    try {
      this.writer.run('COMMIT')
    } catch (error) {
      this.takeBack(answered, error as Error)
      return
    }
    this.groups++
    this.hooks.committed()
    for (const each of answered) each.answer()
  }

  private attempt<T>(write: () => T): { value: T } | { error: Error } {
    this.writer.run('SAVEPOINT one')
    try {
      const value = write()
      this.writer.run('RELEASE one')
      return { value }
    } catch (error) {
      this.writer.exec('ROLLBACK TO one; RELEASE one')
      this.hooks.tookBack()
      return { error: error as Error }
    }
  }

  private begin(): void {
    if (this.open) return
    this.writer.run('BEGIN IMMEDIATE')
    this.open = true
    // the loop reads every request that is ready before it comes to immediates: they all join this group
    setImmediate(() => this.flush())
  }

  private takeBack(answered: Waiting[], cause: Error): void {
    try {
      this.writer.exec('ROLLBACK')
    } catch {
      // sqlite has rolled back already on errors such as a full disk
    }
    this.hooks.rolledBack()
    const error = errors.internal(`The commit failed: ${cause.message}`)
    for (const each of answered) each.fail(error)
  }
}
