import { randomUUID } from 'node:crypto'
import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'
import type { RunnerFaults } from '../faults/runnerFaults'
import { type BuiltFunction, readBuiltFunctions } from './builtFunctions'
import { CallFailure } from './callFailure'
import { FunctionPool } from './functionPool'
import { callVariables, type Caller, contextOf, type Environment, instanceVariables } from './platformContext'

export interface RunnerOptions {
  /** A folder of functions built as for the cloud. */
  readonly folder: string
  readonly threadFile: string
  readonly environment: Environment
  /** Values for the environment variables that the functions' deployments ask for. */
  readonly secrets: Readonly<Record<string, string>>
  readonly clock: SharedArrayBuffer
  readonly maxInstances: number
  readonly log: NodeJS.WritableStream
  /** The file behind `log`, open for appending. */
  readonly logFd: number
  readonly faults: RunnerFaults
}

/** Runs functions as the cloud does: each call on an instance of its own, with the platform's context around it. */
export class FunctionRunner {
  readonly functions: readonly BuiltFunction[]
  readonly #pools: Map<string, { built: BuiltFunction; pool: FunctionPool }>
  #watchers: FSWatcher[] = []

  constructor(private readonly options: RunnerOptions) {
    this.functions = readBuiltFunctions(options.folder)
    this.#pools = new Map(this.functions.map((built) => [built.name, { built, pool: this.#poolOf(built) }]))
  }

  /** Calls a function with an event as JSON text; answers its result as JSON text. Throws CallFailure. */
  async call(name: string, event: string, caller: Caller): Promise<string> {
    const { environment, faults, log } = this.options
    const found = this.#pools.get(name)
    if (!found) throw new CallFailure('FUNCTION_NOT_FOUND', `No function is called ${name}`)
    const requestId = randomUUID()
    const variables = callVariables(environment, caller, requestId)
    const context = contextOf(found.built, environment.envId, requestId, variables)
    try {
      return await found.pool.call({ event, context, variables }, faults.tamperWith(name))
    } catch (error) {
      if (error instanceof CallFailure) log.write(`${error.code} ${error.message}\n`)
      throw error
    }
  }

  /** Takes over what is built into the folder from now on. */
  watch(): void {
    this.#watchers = [...this.#pools.values()].map(({ built, pool }) =>
      watch(path.dirname(built.file), () => pool.reload()),
    )
  }

  async close(): Promise<void> {
    for (const watcher of this.#watchers) watcher.close()
    await Promise.all([...this.#pools.values()].map(({ pool }) => pool.close()))
  }

  #poolOf(built: BuiltFunction): FunctionPool {
    const { threadFile, environment, clock, log, logFd, maxInstances } = this.options
    return new FunctionPool(
      {
        name: built.name,
        threadFile,
        data: { file: built.file, clock, logFd },
        variables: { ...instanceVariables(environment), ...this.#secretsOf(built) },
        memoryMb: built.memoryMb,
        timeoutMs: built.timeoutSeconds * 1000,
        log,
      },
      maxInstances,
    )
  }

  #secretsOf({ name, secrets }: BuiltFunction): Record<string, string> {
    return Object.fromEntries(
      secrets.map((key) => {
        const value = this.options.secrets[key]
        if (value === undefined) throw new Error(`${name} needs ${key}, which nobody sets`)
        return [key, value]
      }),
    )
  }
}
