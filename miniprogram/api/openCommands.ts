/** The commands that went out and are not answered yet, each with the requestId that its retries repeat. */
export class OpenCommands {
  readonly #ids = new Map<string, string>()
  readonly #makeId: () => string

  constructor(makeId: () => string) {
    this.#makeId = makeId
  }

  /** The id of this command; `close` it once its outcome is known, so that the next one is a new command. */
  open(action: string, input: unknown): { readonly requestId: string; close(): void } {
    const key = `${action} ${JSON.stringify(input)}`
    const requestId = this.#ids.get(key) ?? this.#makeId()
    this.#ids.set(key, requestId)
    return { requestId, close: () => this.#ids.delete(key) }
  }
}
