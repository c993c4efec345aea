import type * as z from 'zod'
import { ok, refuse, type Result } from '@shared/kernel/result'
import { accessTokens, TOKEN_IS_OVER } from './accessToken'
import type { OpenApiSettings } from './openApiSettings'
import { postJson } from './postJson'

/** What WeChat refuses, by its own code and words, or that nothing was heard of it (`code` 0). */
export interface OpenApiRefusal {
  readonly code: number
  readonly message: string
}

export interface OpenApi {
  /** Posts to a path of the interface; the answer as the schema wants it. Nothing here throws for what WeChat refuses. */
  post<Schema extends z.ZodType>(
    path: string,
    body: object,
    answer: Schema,
  ): Promise<Result<z.output<Schema>, OpenApiRefusal>>
}

/**
 * WeChat's server interface over HTTP. The access token is kept for its life; one that WeChat ended before its time is
 * fetched anew, and the call made again, once.
 */
export function openApi(settings: OpenApiSettings, now: () => number): OpenApi {
  const tokens = accessTokens(settings, now)
  return {
    async post(path, body, answer) {
      const token = await tokens.current()
      if (!token.ok) return token
      const first = await postJson(addressOf(settings, path, token.value), body, answer)
      if (first.ok || !TOKEN_IS_OVER.has(first.error.code)) return first
      tokens.forget(token.value)
      const fresh = await tokens.current()
      if (!fresh.ok) return fresh
      // The same one again: WeChat holds it good, so asking once more would change nothing.
      if (fresh.value === token.value) return refuse(first.error)
      const second = await postJson(addressOf(settings, path, fresh.value), body, answer)
      return second.ok ? ok(second.value) : second
    },
  }
}

function addressOf({ baseUrl }: OpenApiSettings, path: string, token: string): string {
  return `${baseUrl}${path}?${new URLSearchParams({ access_token: token }).toString()}`
}
