/** What a function's thread is started with. */
export interface ThreadData {
  readonly file: string
  readonly clock: SharedArrayBuffer
  /** Threads of one process share its open files. */
  readonly logFd: number
}

/** To the thread: one call. Event and result travel as JSON text, as they do in the cloud. */
export interface CallMessage {
  readonly event: string
  readonly context: object
  readonly variables: Readonly<Record<string, string>>
}

/** From the thread. It takes one call at a time, so an answer needs no number. */
export type ThreadMessage =
  | { readonly type: 'ready' }
  | { readonly type: 'answered'; readonly result: string }
  | { readonly type: 'failed'; readonly message: string }
