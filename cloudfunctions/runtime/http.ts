import type { output, ZodType } from 'zod'
import type { ErrorCode, Refusal } from '@shared/contracts/errors'
import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Result } from '@shared/kernel/result'
import type { Words } from '@shared/kernel/words'
import type { Settings } from '@shared/rules/settings/settings'
import type { Cloud } from '../database/cloud'
import type { PaymentsOf } from './payments'

/** A request as it came over HTTP. */
export interface HttpRequest {
  readonly method: string
  /** By names in small letters. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

/** What is answered: `body` as JSON. `outcome` is what the log says of it. */
export interface HttpAnswer {
  readonly status: number
  readonly outcome: string
  readonly body: object
}

/** A refusal for a program and for its developer, in both languages. */
export interface RefusalInWords {
  readonly code: ErrorCode
  readonly words: Words
  readonly data?: Refusal['data']
}

/** What is given to whoever answers requests over HTTP. The clock is read once a request. */
export interface HttpCall {
  readonly cloud: Cloud
  readonly secret: string
  readonly at: Instant
  readonly today: Day
  readonly requestId: string
  settings(): Promise<Settings>
  readonly payments: PaymentsOf
  inWords(refusal: Refusal): RefusalInWords
  /** A value as a schema wants it, or in words what is wrong with it. */
  check<Schema extends ZodType>(schema: Schema, value: unknown): Result<output<Schema>, Words>
  /** Raises an alert about something that a person must look at. */
  alert(error: unknown): void
}

export type HttpHandler = (call: HttpCall, request: HttpRequest) => Promise<HttpAnswer>
