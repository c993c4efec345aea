import type { Locale } from '@shared/kernel/words'

/** What travels to a deployed function. */
export interface CallEvent {
  readonly action: string
  readonly input: unknown
  readonly requestId: string
  readonly locale: Locale
}

/** Sends one event to a function and hands back what it answered, unread. Throws CallFailure when no answer came. */
export type Transport = (fn: string, event: CallEvent) => Promise<unknown>
