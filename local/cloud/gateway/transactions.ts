import { randomUUID } from 'node:crypto'
import type { Collection } from './catalog'
import type { PreparedDoc } from './documentStore'
import { errors } from './gatewayError'
import type { Versions } from './versions'

/** What a transaction will do to one document when it commits; `prepared` undefined removes it. */
export interface PendingWrite {
  collection: Collection
  id: Buffer
  prepared: PreparedDoc | undefined
}

export interface Transaction {
  id: string
  /** Sees what was durable when it began. */
  began: number
  /** The function invocation that began it, when the request says which. */
  invocation: string | undefined
  writes: Map<string, PendingWrite>
  locks: Set<string>
  timer: NodeJS.Timeout
}

interface Lock {
  holder: Transaction
  waiting: (() => void)[]
}

export function lockOfDoc(collection: Collection, id: Buffer): string {
  return `d${collection.id}:${id.toString('latin1')}`
}

export function lockOfKey(indexId: number, key: Buffer): string {
  return `u${indexId}:${key.toString('latin1')}`
}

/** Open transactions and the locks they hold on documents and on unique keys. */
export class Transactions {
  private readonly open = new Map<string, Transaction>()
  private readonly locks = new Map<string, Lock>()

  constructor(
    private readonly versions: Versions,
    private readonly limitMs: number,
  ) {}

  begin(invocation: string | undefined): Transaction {
    const id = randomUUID()
    const transaction: Transaction = {
      id,
      began: this.versions.committed,
      invocation,
      writes: new Map(),
      locks: new Set(),
      timer: setTimeout(() => this.end(transaction), this.limitMs),
    }
    transaction.timer.unref()
    this.open.set(id, transaction)
    return transaction
  }

  get(id: string): Transaction {
    const transaction = this.open.get(id)
    if (!transaction) throw errors.transactionNotExist()
    return transaction
  }

  /** Whether the invocation has a transaction open: a where-write of its own would leave it silently. */
  openIn(invocation: string): boolean {
    for (const transaction of this.open.values()) if (transaction.invocation === invocation) return true
    return false
  }

  /** No request reaches it any more, but it keeps its locks: the first half of a commit. */
  detach(transaction: Transaction): void {
    clearTimeout(transaction.timer)
    this.open.delete(transaction.id)
  }

  /** Ends it, committed or not: its locks are free and its snapshot is forgotten. */
  end(transaction: Transaction): void {
    this.detach(transaction)
    for (const name of transaction.locks) {
      const lock = this.locks.get(name)
      this.locks.delete(name)
      for (const resume of lock?.waiting ?? []) resume()
    }
    transaction.locks.clear()
    this.forgetVersions()
  }

  /** Takes a lock, or says that another transaction has it. Locks do not wait for each other: no deadlock. */
  lock(transaction: Transaction, name: string): boolean {
    const lock = this.locks.get(name)
    if (lock) return lock.holder === transaction
    this.locks.set(name, { holder: transaction, waiting: [] })
    transaction.locks.add(name)
    return true
  }

  /** Undefined when free; else resolves when the transaction that holds it has ended. */
  waitFor(name: string): Promise<void> | undefined {
    const lock = this.locks.get(name)
    return lock && new Promise((resolve) => lock.waiting.push(resolve))
  }

  forgetVersions(): void {
    let oldest = this.versions.committed
    for (const transaction of this.open.values()) oldest = Math.min(oldest, transaction.began)
    this.versions.forgetUpTo(oldest)
  }

  endAll(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction)
  }
}
