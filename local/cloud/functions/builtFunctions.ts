import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

/** A function as it was built for the cloud: what its config.json says, and where its code is. */
export interface BuiltFunction {
  readonly name: string
  readonly file: string
  readonly timeoutSeconds: number
  readonly memoryMb: number
  /** Environment variables that its deployment must set. */
  readonly secrets: readonly string[]
  /** Seven fields; only timer functions have one. */
  readonly cron?: string
}

const configSchema = z.object({
  timeout: z.number().positive().max(60),
  memorySize: z.number().int().positive(),
  envVariables: z.array(z.string()),
  triggers: z.array(z.object({ type: z.literal('timer'), config: z.string() })).max(1),
})

/** Every function in a folder of built functions, by name. Throws when one of them is incomplete. */
export function readBuiltFunctions(folder: string): BuiltFunction[] {
  const names = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return names.map(({ name }) => readOne(path.join(folder, name), name))
}

function readOne(folder: string, name: string): BuiltFunction {
  const file = path.join(folder, 'config.json')
  const { timeout, memorySize, envVariables, triggers } = configSchema.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  )
  return {
    name,
    file: path.join(folder, 'index.js'),
    timeoutSeconds: timeout,
    memoryMb: memorySize,
    secrets: envVariables,
    cron: triggers[0]?.config,
  }
}
