/** One line a call: what it was, how it ended, how long it took. Never who, and nothing of what they sent. */
export interface CallLog {
  readonly action: string
  readonly requestId: string
  readonly outcome: string
  readonly ms: number
}

export function logCall(line: CallLog): void {
  console.info(JSON.stringify(line))
}

/** A fault of ours: its stack, under the reference that the caller was given. */
export function logFault(action: string, requestId: string, error: unknown): void {
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ action, requestId, fault }))
}
