import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import { promisify } from 'node:util'
import { deployments } from '../cloudfunctions/deployed'
import { inProject } from '../scripts/build/places'
import { buildOnce } from '../tests/support/buildOnce'
import { report } from './figure'
import { median, rounded } from './quantile'

const run = promisify(execFile)

/** Bytes of each deployed function, and how much longer a process takes that loads it than one that loads nothing. */
export async function measureBundles(starts: number): Promise<void> {
  await buildOnce()
  for (const { name } of deployments) {
    const file = inProject('dist/cloudfunctions', name, 'index.js')
    const { size: bytes } = await stat(file)
    const empty: number[] = []
    const loaded: number[] = []
    for (let start = 0; start < starts; start++) {
      empty.push(await startMs(''))
      loaded.push(await startMs(`require(${JSON.stringify(file)})`))
    }
    const loadMs = median(loaded.map((ms, start) => ms - empty[start]!))
    const emptyStartMs = median(empty)
    report(
      {
        figure: 'function.bundle',
        function: name,
        bytes,
        loadMs: rounded(loadMs, 1),
        emptyStartMs: rounded(emptyStartMs, 1),
      },
      `${name}: ${Math.round(bytes / 1024)} KB, loads in ${Math.round(loadMs)} ms on top of an empty start of ${Math.round(emptyStartMs)} ms`,
    )
  }
}

async function startMs(code: string): Promise<number> {
  const startedAt = performance.now()
  // A bundle with open connections or timers of its own would keep the process: it is over once it has loaded.
  await run(process.execPath, ['-e', `${code};process.exit(0)`])
  return performance.now() - startedAt
}
