import type * as z from 'zod'
import { refuse, type Result } from '@shared/kernel/result'
import { accessTokens, TOKEN_IS_OVER } from './accessToken'
import type { OpenApiSettings } from './openApiSettings'
import { postForPicture, postJson, type Picture } from './postJson'

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
  /** The same where WeChat answers with a picture. */
  postForPicture(path: string, body: object): Promise<Result<Picture, OpenApiRefusal>>
}

/**
 * WeChat's server interface over HTTP. The access token is kept for its life; one that WeChat ended before its time is
 * fetched anew, and the call made again, once.
 */
export function openApi(settings: OpenApiSettings, now: () => number): OpenApi {
  const tokens = accessTokens(settings, now)

  async function withToken<T>(
    path: string,
    call: (address: string) => Promise<Result<T, OpenApiRefusal>>,
  ): Promise<Result<T, OpenApiRefusal>> {
    const token = await tokens.current()
    if (!token.ok) return token
    const first = await call(addressOf(settings, path, token.value))
    if (first.ok || !TOKEN_IS_OVER.has(first.error.code)) return first
    tokens.forget(token.value)
    const fresh = await tokens.current()
    if (!fresh.ok) return fresh
    // The same one again: WeChat holds it good, so asking once more would change nothing.
    if (fresh.value === token.value) return refuse(first.error)
    return call(addressOf(settings, path, fresh.value))
  }

  return {
    post: (path, body, answer) => withToken(path, (address) => postJson(address, body, answer)),
    postForPicture: (path, body) => withToken(path, (address) => postForPicture(address, body)),
  }
}

function addressOf({ baseUrl }: OpenApiSettings, path: string, token: string): string {
  return `${baseUrl}${path}?${new URLSearchParams({ access_token: token }).toString()}`
}
