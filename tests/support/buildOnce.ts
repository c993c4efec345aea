import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const ROOT = path.resolve(__dirname, '../..')

let built: Promise<unknown> | undefined

/** Builds functions and local stack as `npm start` does, once for each test file; what is up to date is left alone. */
export async function buildOnce(): Promise<void> {
  // In a process of its own: esbuild refuses to run inside jest's sandbox.
  const args = ['--import', 'tsx', 'scripts/build/build.ts', 'functions', 'local']
  built ??= promisify(execFile)(process.execPath, args, { cwd: ROOT })
  await built
}
