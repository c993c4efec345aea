import { type ChildProcess, fork } from 'node:child_process'
import { inProject } from '../../scripts/build/places'
import { RACES } from './races'
import type { Slice, SliceResult } from './slice'

/** Runs slices side by side in processes of their own. Rejects when a process ends by itself. */
export async function runRaces(slices: readonly Slice[], processes: number): Promise<SliceResult[]> {
  const left = slices[Symbol.iterator]()
  const results: SliceResult[] = []
  const work = async (): Promise<void> => {
    const child = fork(inProject('tests/races/raceProcess.ts'), { execArgv: ['--import', 'tsx'] })
    try {
      for (let next = left.next(); !next.done; next = left.next())
        results.push(await runIn(child, next.value))
    } finally {
      if (child.connected) child.disconnect()
    }
  }
  await Promise.all(Array.from({ length: Math.min(processes, slices.length) }, work))
  return results
}

function runIn(child: ChildProcess, slice: Slice): Promise<SliceResult> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void =>
      reject(new Error(`the process of race ${slice.name} ended with ${code}`))
    child.once('exit', onExit)
    child.once('message', (result: SliceResult) => {
      child.off('exit', onExit)
      resolve(result)
    })
    child.send(slice)
  })
}

/** The result of all races as a table; a race that did not run is not in it. */
export function tableOf(results: readonly SliceResult[]): string {
  const rows = [
    ['race', 'what sets on what', 'trials', 'wrong', 'seconds'],
    ...RACES.flatMap(({ name, title }) => {
      const own = results.filter(({ slice }) => slice.name === name)
      if (own.length === 0) return []
      const sum = (of: (result: SliceResult) => number) => own.reduce((all, each) => all + of(each), 0)
      const trials = sum(({ slice }) => slice.trials)
      return [
        [
          name,
          title,
          `${trials}`,
          `${sum(({ wrong }) => wrong.length)}`,
          sum(({ seconds }) => seconds).toFixed(1),
        ],
      ]
    }),
  ]
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)))
  const lines = rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  )
  return [lines[0], widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)].join('\n')
}
