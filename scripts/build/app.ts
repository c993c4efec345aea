import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { inputsHash } from './inputsHash'
import { inProject } from './places'
import { writeWhenChanged } from './writeWhenChanged'

export type AppKind = 'h5' | 'weapp'

const INPUTS = ['miniprogram', 'shared', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json']

/**
 * Builds the app into dist/<kind>, unless nothing that goes into it has changed since the last build.
 * Answers whether it built. Throws with Taro's own output when the build fails.
 */
export async function buildApp(kind: AppKind, onStart: () => void): Promise<boolean> {
  const mark = inProject(`dist/.${kind}-inputs`)
  const { TARO_APP_LOCAL = '', TARO_APP_CLOUD_ENV = '' } = process.env
  const wanted = await inputsHash(INPUTS, TARO_APP_LOCAL, TARO_APP_CLOUD_ENV)
  if ((await readFile(mark, 'utf8').catch(() => '')) === wanted) return false
  onStart()
  await runTaro(kind)
  await writeWhenChanged(mark, wanted)
  return true
}

async function runTaro(kind: AppKind): Promise<void> {
  const child = spawn(
    process.execPath,
    [inProject('node_modules/@tarojs/cli/bin/taro'), 'build', '--type', kind],
    {
      cwd: inProject(),
      env: { ...process.env, NODE_ENV: 'production', BROWSERSLIST_IGNORE_OLD_DATA: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  )
  // Taro ends with 0 after some failures, so a missing page counts as one too.
  const made = await readFile(inProject('dist', kind, kind === 'h5' ? 'index.html' : 'app.json')).catch(
    () => undefined,
  )
  if (code !== 0 || !made)
    throw new Error(`taro build --type ${kind} failed\n${Buffer.concat(output).toString()}`)
}
