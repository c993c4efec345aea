import { type ChildProcess, fork } from 'node:child_process'
import { inProject } from '../../scripts/build/places'
import type { Round, RoundResult } from './loadMessages'

/** The process that sends the requests. */
export class LoadSender {
  readonly #child: ChildProcess = fork(inProject('bench/load/loadProcess.ts'), {
    execArgv: ['--import', 'tsx'],
    serialization: 'advanced',
  })
  #answered: { resolve(result: RoundResult): void; reject(error: Error): void } | undefined

  constructor() {
    this.#child.on('message', (result: RoundResult) => this.#answered?.resolve(result))
    this.#child.on('exit', () =>
      this.#answered?.reject(new Error('the process that sends the requests ended')),
    )
  }

  /** Sends one round. Throws when an answer was not what it must be, or when the process ends. */
  async send(round: Round): Promise<RoundResult> {
    const result = await new Promise<RoundResult>((resolve, reject) => {
      this.#answered = { resolve, reject }
      this.#child.send(round)
    })
    if (result.wrong.length > 0) throw new Error(`wrong answers: ${result.wrong.join('; ')}`)
    return result
  }

  close(): void {
    this.#child.disconnect()
  }
}
