import type { Locale } from '@shared/kernel/words'

/** What travels to a deployed function. */
export interface CallEvent {
  readonly action: string
  readonly input: unknown
  readonly requestId: string
  readonly locale: Locale
}

/** The way to the deployed functions. */
export interface Transport {
  /** Once, before the first call. */
  readonly start: () => void
  /** Sends one event to a function and hands back what it answered, unread. Throws CallFailure when no answer came. */
  readonly send: (fn: string, event: CallEvent) => Promise<unknown>
  /** Tells apart the people who share this device's storage; '' where the device belongs to one. */
  readonly person: () => string
}
