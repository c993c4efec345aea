import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { inProject } from './places'
import { whenChanged } from './whenChanged'

const LINES_TOLD = 60

export type AppKind = 'h5' | 'weapp'

const INPUTS = ['miniprogram', 'shared', 'config', 'babel.config.js', 'package-lock.json', 'tsconfig.json']

/**
 * Builds the app into dist/<kind>, unless nothing that goes into it has changed since the last build.
 * Answers whether it built. Throws with the end of Taro's own output when the build fails.
 */
export function buildApp(kind: AppKind, onStart: () => void): Promise<boolean> {
  const { TARO_APP_LOCAL = '', TARO_APP_CLOUD_ENV = '' } = process.env
  const settings = [TARO_APP_LOCAL, TARO_APP_CLOUD_ENV]
  return whenChanged({ name: kind, inputs: INPUTS, outputs: [pageOf(kind)], settings }, () => {
    onStart()
    return runTaro(kind)
  })
}

function pageOf(kind: AppKind): string {
  return `dist/${kind}/${kind === 'h5' ? 'index.html' : 'app.json'}`
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
  if (code !== 0 || !existsSync(inProject(pageOf(kind))))
    throw new Error(`taro build --type ${kind} failed\n${endOf(output)}`)
}

/** Taro draws its progress line by line; what went wrong stands at the end. */
function endOf(output: Buffer[]): string {
  const lines = stripVTControlCharacters(Buffer.concat(output).toString()).split('\n')
  return lines.slice(-LINES_TOLD).join('\n')
}
