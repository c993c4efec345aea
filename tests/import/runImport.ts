import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '../..')

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** `npm run import -- orders …` in a process of its own. */
export function startImport(...args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/import/index.ts', 'orders', ...args], {
    cwd: ROOT,
  })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const ended = once(child, 'close').then(([code]): Ended => ({
    code: code as number | null,
    stdout,
    stderr,
  }))
  return { child, ended }
}

export const runImport = (...args: readonly string[]): Promise<Ended> => startImport(...args).ended
