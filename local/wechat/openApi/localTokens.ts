import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { OpenApiRefused } from './openApiRefused'

const LIFE_MS = 7_200_000
/** The next token is given out so long before the last one ends; both are good meanwhile. */
const OVERLAP_MS = 300_000

const bodySchema = z.object({
  grant_type: z.string(),
  appid: z.string(),
  secret: z.string(),
  force_refresh: z.boolean().default(false),
})

interface Token {
  readonly text: string
  readonly until: number
}

/** Access tokens of the stable kind: asked for again, the same one is given until it is nearly over. */
export class LocalTokens {
  #tokens: readonly Token[] = []

  constructor(
    private readonly app: { readonly appid: string; readonly secret: string },
    private readonly now: () => number,
  ) {}

  give(body: unknown): object {
    const asked = bodySchema.safeParse(body)
    if (!asked.success) throw new OpenApiRefused(47001)
    const { grant_type, appid, secret, force_refresh } = asked.data
    if (grant_type !== 'client_credential') throw new OpenApiRefused(40002)
    if (appid !== this.app.appid) throw new OpenApiRefused(40013)
    if (secret !== this.app.secret) throw new OpenApiRefused(40125)
    if (force_refresh) this.endAll()
    const { text, until } = this.#current()
    return { access_token: text, expires_in: Math.floor((until - this.now()) / 1000) }
  }

  /** Refuses a token that is none, or none any more. */
  check(text: string | null): void {
    if (!text) throw new OpenApiRefused(41001)
    const token = this.#tokens.find((each) => each.text === text)
    if (!token) throw new OpenApiRefused(40001)
    if (token.until <= this.now()) throw new OpenApiRefused(42001)
  }

  /** As when somebody else forces a new one. */
  endAll(): void {
    this.#tokens = []
  }

  #current(): Token {
    const latest = this.#tokens.at(-1)
    if (latest && latest.until - OVERLAP_MS > this.now()) return latest
    const made = { text: randomBytes(68).toString('base64url'), until: this.now() + LIFE_MS }
    this.#tokens = [...this.#tokens.slice(-1), made]
    return made
  }
}
