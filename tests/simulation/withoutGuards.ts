// npx tsx tests/simulation/withoutGuards.ts [words]: takes each guard out and tells what the simulation says then.
import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { build, type Plugin } from 'esbuild'
import type { Guard } from '../../scripts/guards/guard'
import { guards } from '../../scripts/guards/guards'
import { inProject } from '../../scripts/build/places'

const SEED = '1'
/** A guard that so many operations do not miss is held by something else as well. */
const MOST_OPERATIONS = '20000'
const AT_ONCE = 2

type Left = Pick<Guard, 'what' | 'file' | 'from' | 'to'>

interface Found {
  readonly message: string | null
  readonly operations: number
}

/** The simulation as one program, with the text of one guard replaced in it. */
async function programWithout({ file, from, to }: Left, outfile: string): Promise<void> {
  const changed: Plugin = {
    name: 'without a guard',
    setup(bundle) {
      bundle.onLoad({ filter: /\.ts$/ }, ({ path: loaded }) => {
        if (loaded !== inProject(file)) return undefined
        const text = readFileSync(loaded, 'utf8')
        if (text.split(from).length !== 2) throw new Error(`${file} has not once: ${from}`)
        return { contents: text.replace(from, () => to), loader: 'ts' }
      })
    },
  }
  await build({
    entryPoints: [inProject('tests/simulation/untilBroken.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    plugins: [changed],
    logLevel: 'error',
  })
}

async function runWithout(guard: Left, number: number): Promise<void> {
  const program = inProject(path.join('dist', 'guards', `${number}.cjs`))
  await programWithout(guard, program)
  const { stdout } = await promisify(execFile)(process.execPath, [program, SEED, MOST_OPERATIONS])
  const { message, operations } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Found
  const said =
    message === null ? 'nothing' : message.replaceAll(/\s+/g, ' ').replaceAll('|', '·').slice(0, 160)
  console.log(`| ${guard.what} | ${said} | ${operations.toLocaleString('en')} |`)
  rmSync(program)
}

async function main(wanted: string): Promise<void> {
  const left = [...guards.filter(({ what }) => what.includes(wanted)).entries()]
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const [number, guard] = next
      await runWithout(guard, number).catch((error: Error) =>
        console.log(`| ${guard.what} | could not be run: ${error.message.split('\n')[0]} | |`),
      )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}

void main(process.argv.slice(2).join(' '))
