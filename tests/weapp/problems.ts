/** Everything that went wrong while the app ran. Nothing is tolerated: a test ends by expecting `found` to be empty. */
export class Problems {
  readonly found: string[] = []

  add(where: string, what: unknown): void {
    this.found.push(`${where}: ${describe(what)}`)
  }

  /** Hands over what was found and forgets it, for tests that provoke a problem. */
  take(): string[] {
    return this.found.splice(0)
  }
}

/** Errors of the app come from another realm, where `instanceof Error` does not hold. */
function describe(what: unknown): string {
  if (typeof what === 'string') return what
  if (what !== null && typeof what === 'object') {
    const { stack, message, errMsg } = what as { stack?: unknown; message?: unknown; errMsg?: unknown }
    for (const text of [stack, message, errMsg]) if (typeof text === 'string' && text !== '') return text
    return JSON.stringify(what)
  }
  return String(what)
}
