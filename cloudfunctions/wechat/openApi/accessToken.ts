import * as z from 'zod'
import { ok, type Result } from '@shared/kernel/result'
import type { OpenApiRefusal } from './openApi'
import type { OpenApiSettings } from './openApiSettings'
import { postJson } from './postJson'

/** Codes that say the token is over or was never one. */
export const TOKEN_IS_OVER: ReadonlySet<number> = new Set([40_001, 40_014, 42_001])

/** WeChat gives out the next token so long before the last one ends; both are good meanwhile. */
const RENEWED_BEFORE_MS = 300_000

const answer = z.object({ access_token: z.string().min(1), expires_in: z.number().int().positive() })

interface Tokens {
  current(): Promise<Result<string, OpenApiRefusal>>
  /** This one is no good any more. */
  forget(token: string): void
}

/**
 * The access token of one instance. Several instances get the same one from WeChat, so none ends another's. Calls side by
 * side ask for it once.
 */
export function accessTokens({ appid, secret, baseUrl }: OpenApiSettings, now: () => number): Tokens {
  let kept: { readonly token: string; readonly until: number } | null = null
  let asking: Promise<Result<string, OpenApiRefusal>> | null = null

  async function ask(): Promise<Result<string, OpenApiRefusal>> {
    const body = { grant_type: 'client_credential', appid, secret, force_refresh: false }
    const read = await postJson(`${baseUrl}/cgi-bin/stable_token`, body, answer)
    if (!read.ok) return read
    const { access_token, expires_in } = read.value
    kept = { token: access_token, until: now() + expires_in * 1000 - RENEWED_BEFORE_MS }
    return ok(access_token)
  }

  return {
    async current() {
      if (kept && now() < kept.until) return ok(kept.token)
      asking ??= ask().finally(() => (asking = null))
      return asking
    },
    forget(token) {
      if (kept?.token === token) kept = null
    },
  }
}
