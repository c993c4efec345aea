import type { Side, Subject } from './subjects'

/** To the load process: one round of requests. */
export interface Round {
  readonly url: string
  readonly subject: Subject
  readonly side: Side
  readonly callers: number
  /** Requests go on for so long before anything counts. */
  readonly leadMs: number
  readonly measuredMs: number
  /** Whom the requests are of: so many numbered members from the first on; each once, or round and round. */
  readonly firstMember: number
  readonly members: number
  readonly eachOnce: boolean
  readonly memberIdSecret: string
  /** The process that answers: its processor time is read before and after. */
  readonly pid: number
}

/** From the load process. */
export interface RoundResult {
  /** Of the requests answered while it counted. */
  readonly latenciesMs: readonly number[]
  /** Requests sent in all: so many members are used up. */
  readonly sent: number
  /** Answers that were not what they must be, the first few. */
  readonly wrong: readonly string[]
  /** Share of one processor that sending took. */
  readonly cpuShare: number
  /** Processor time that all threads of the answering process took for one request; absent where it cannot be read. */
  readonly cpuMs?: number
}
