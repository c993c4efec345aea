import type { IncomingHttpHeaders } from 'node:http'
import type { z } from 'zod'

export interface DoorRequest {
  readonly method: string
  readonly url: URL
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
  /** What stands for the `*` of the door's path, percent-decoded. */
  readonly rest: string
}

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

export interface Door {
  readonly method: 'GET' | 'POST' | 'OPTIONS' | '*'
  /** Exact, or ending in `*` for everything below. */
  readonly path: string
  handle(request: DoorRequest): Answer | Promise<Answer>
}

/** What a door refuses: an HTTP status, and a code and words for whoever called. */
export class DoorError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly data: unknown = null,
  ) {
    super(message)
  }
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return jsonText(JSON.stringify(value), status, headers)
}

/** JSON that is text already. */
export function jsonText(body: string, status = 200, headers: Record<string, string> = {}): Answer {
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers }, body }
}

export function errorAnswer({ status, code, message, data }: DoorError): Answer {
  return json({ error: { code, message, data } }, status)
}

/** The body as the schema wants it. Throws DoorError 400 that lists what is wrong. */
export function parseBody<Schema extends z.ZodType>(request: DoorRequest, schema: Schema): z.output<Schema> {
  let value: unknown
  try {
    value = JSON.parse(request.body.toString('utf8'))
  } catch {
    throw new DoorError(400, 'BAD_JSON', 'The body is not JSON')
  }
  return checked(schema, value)
}

/** A value as the schema wants it. Throws DoorError 400 that lists what is wrong. */
export function checked<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const issues = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
  const text = issues.map(({ path, message }) => `${path || 'body'}: ${message}`).join('; ')
  throw new DoorError(400, 'BAD_REQUEST', text, { issues })
}
