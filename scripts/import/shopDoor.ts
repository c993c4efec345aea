import { contracts, type ContractName, type InputOf, type OutputOf } from '@shared/contracts'
import type { CallError } from '@shared/contracts/errors'

/** No use of an answer: nothing listens, the line broke, or what answered is not well. It may be otherwise in a moment. */
export class ShopAway extends Error {}

/** The shop understood and said no. */
export class ShopRefused extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A shop as a person in WeChat reaches it: through the stack's door, under an openid. */
export interface ShopDoor {
  readonly baseUrl: string
  readonly openid: string
}

type Envelope = { result?: { ok: true; value: unknown } | { ok: false; error: CallError } }

/** Longer than any function may run (60 s): an answer later than this is lost. */
const ANSWER_MS = 90_000

/** Calls one use case. Throws ShopAway or ShopRefused; the same requestId again is the same call. */
export async function callShop<Name extends ContractName>(
  door: ShopDoor,
  action: Name,
  input: InputOf<Name>,
  requestId: string,
): Promise<OutputOf<Name>> {
  const name = contracts.find((contract) => contract.name === action)?.function
  const body = { name, data: { action, input, requestId } }
  const { result } = (await post(door, '/wx/callFunction', body)) as Envelope
  if (!result) throw new ShopAway(`${door.baseUrl} answered without a result.`)
  if (!result.ok) throw new ShopRefused(result.error.code, result.error.message)
  // The shop checks its own answers against this very contract.
  return result.value as OutputOf<Name>
}

/** Posts JSON to a door of the local stack. Throws ShopAway when it is away, ShopRefused when it says no. */
export function post(door: ShopDoor, path: string, body: unknown): Promise<unknown> {
  return ask(door, path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-local-openid': door.openid },
    body: JSON.stringify(body),
  })
}

/** Reads a door of the local stack. Throws ShopAway and ShopRefused. */
export function get(door: ShopDoor, path: string): Promise<unknown> {
  return ask(door, path, {})
}

async function ask(door: ShopDoor, path: string, init: RequestInit): Promise<unknown> {
  const response = await reach(door.baseUrl, path, init)
  const text = await response.text().catch((error: unknown) => away(door.baseUrl, error))
  if (response.status >= 500) throw new ShopAway(`${door.baseUrl}${path} answered ${response.status}.`)
  const answer = parsed(text)
  if (!response.ok)
    throw new ShopRefused(
      `HTTP_${response.status}`,
      said(answer) ?? `${door.baseUrl}${path} answered ${response.status}.`,
    )
  if (answer === undefined) throw new ShopAway(`${door.baseUrl}${path} did not answer in JSON.`)
  return answer
}

/** Throws ShopAway unless the stack says that it is ready. */
export async function ensureReady(baseUrl: string): Promise<void> {
  const response = await reach(baseUrl, '/healthz', {})
  if (!response.ok) throw new ShopAway(`${baseUrl} is not ready.`)
}

function reach(baseUrl: string, path: string, init: RequestInit): Promise<Response> {
  return fetch(`${baseUrl}${path}`, { ...init, signal: AbortSignal.timeout(ANSWER_MS) }).catch(
    (error: unknown) => away(baseUrl, error),
  )
}

function away(baseUrl: string, error: unknown): never {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  throw new ShopAway(
    `${baseUrl} does not answer (${cause instanceof Error ? cause.message : String(cause)}).`,
  )
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function said(answer: unknown): string | undefined {
  const error = (answer as { error?: unknown } | undefined)?.error
  if (typeof error === 'string') return error
  const message = (error as { message?: unknown } | undefined)?.message
  return typeof message === 'string' ? message : undefined
}
