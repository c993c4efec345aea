/** What a document was before a commit; undefined when it did not exist. */
interface Version {
  sequence: number
  before: string | undefined
}

/**
 * What open transactions need of the past: for each document that was changed since the oldest of them began, what
 * it was. By it a transaction reads its snapshot and learns that another has written what it wants to write.
 */
export class Versions {
  private readonly byDoc = new Map<string, Version[]>()
  private forgottenUpTo = 0
  /** The last durable group. */
  committed = 0

  /** The group being written: it becomes `committed` when durable. */
  get writing(): number {
    return this.committed + 1
  }

  record(doc: string, before: string | undefined): void {
    const versions = this.byDoc.get(doc)
    if (!versions) this.byDoc.set(doc, [{ sequence: this.writing, before }])
    else if (versions.at(-1)!.sequence !== this.writing) versions.push({ sequence: this.writing, before })
  }

  changedSince(doc: string, sequence: number): boolean {
    const versions = this.byDoc.get(doc)
    return versions !== undefined && versions.at(-1)!.sequence > sequence
  }

  /** What the document was at `sequence`; `present()` gives what it is in the last durable state. */
  at(doc: string, sequence: number, present: () => string | undefined): string | undefined {
    const later = this.byDoc.get(doc)?.find((version) => version.sequence > sequence)
    return later ? later.before : present()
  }

  commit(): void {
    this.committed++
  }

  rollBack(): void {
    for (const [doc, versions] of this.byDoc) {
      if (versions.at(-1)!.sequence === this.writing) versions.pop()
      if (versions.length === 0) this.byDoc.delete(doc)
    }
  }

  /** Forgets what no transaction that began at `oldest` or later can ask for. */
  forgetUpTo(oldest: number): void {
    if (oldest === this.forgottenUpTo) return
    this.forgottenUpTo = oldest
    for (const [doc, versions] of this.byDoc) {
      const kept = versions.filter((version) => version.sequence > oldest)
      if (kept.length === 0) this.byDoc.delete(doc)
      else if (kept.length !== versions.length) this.byDoc.set(doc, kept)
    }
  }

  get size(): number {
    return this.byDoc.size
  }
}
