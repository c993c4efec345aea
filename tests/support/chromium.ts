import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const ROOT = path.resolve(__dirname, '../..')
const PACKAGE = path.join(ROOT, 'node_modules/@sparticuz/chromium')

/** A browser to start: a program, or a kind that Playwright knows where to find. */
export interface Chromium {
  executablePath?: string
  channel?: 'chrome' | 'chromium' | 'msedge'
  env?: Record<string, string>
}

/**
 * The Chromium to test in: the one that `CHANGKE_CHROMIUM` names; on Linux the one inside @sparticuz/chromium, which
 * needs no download and no system package; elsewhere an installed Chrome, Chromium or Edge.
 * Throws with what to do when there is none.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHANGKE_CHROMIUM
  if (named) {
    if (!existsSync(named)) throw new Error(`CHANGKE_CHROMIUM names "${named}", which does not exist`)
    return { executablePath: named }
  }
  if (process.platform === 'linux' && process.arch === 'x64') return unpacked()
  return installed()
}

const INSTALLED: Partial<Record<NodeJS.Platform, [NonNullable<Chromium['channel']>, string][]>> = {
  darwin: [
    ['chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['msedge', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
  ],
  win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((folder) => [
    ['chrome', path.join(process.env[folder] ?? '', 'Google/Chrome/Application/chrome.exe')],
    ['msedge', path.join(process.env[folder] ?? '', 'Microsoft/Edge/Application/msedge.exe')],
  ]),
}
const NAMED_ON_PATH = ['google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge']
const CHROMIUM_ON_MAC = '/Applications/Chromium.app/Contents/MacOS/Chromium'

function installed(): Chromium {
  for (const [channel, file] of INSTALLED[process.platform] ?? []) if (existsSync(file)) return { channel }
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = folders.flatMap((folder) => NAMED_ON_PATH.map((name) => path.join(folder, name)))
  const executablePath = [CHROMIUM_ON_MAC, ...onPath].find((file) => existsSync(file))
  if (executablePath) return { executablePath }
  throw new Error(
    `The browser tests need a browser. On ${process.platform} ${process.arch} install Chrome, Chromium or Edge, ` +
      'or name one in CHANGKE_CHROMIUM.',
  )
}

/** Unpacked once for each version; several test processes may ask at the same time. */
async function unpacked(): Promise<Chromium> {
  const { version } = JSON.parse(await readFile(path.join(PACKAGE, 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = path.join(ROOT, 'node_modules/.cache/changke', `chromium-${version}`)
  if (!existsSync(path.join(folder, 'chromium.json'))) await unpackInto(folder)
  const text = await readFile(path.join(folder, 'chromium.json'), 'utf8')
  const { executablePath, env } = JSON.parse(text) as { executablePath: string; env: Record<string, string> }
  return { executablePath: path.join(folder, executablePath), env: inFolder(folder, env) }
}

async function unpackInto(folder: string): Promise<void> {
  await mkdir(path.dirname(folder), { recursive: true })
  const draft = await mkdtemp(`${folder}-`)
  const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }
  delete (env as NodeJS.ProcessEnv).LD_LIBRARY_PATH
  delete (env as NodeJS.ProcessEnv).FONTCONFIG_PATH
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [path.join(__dirname, 'unpackChromium.mjs')],
    { env },
  )
  // Kept relative, since the folder is moved into its place only when it is whole.
  await writeFile(path.join(draft, 'chromium.json'), stdout.replaceAll(`${draft}/`, ''))
  await rename(draft, folder).catch(async (error: NodeJS.ErrnoException) => {
    await rm(draft, { recursive: true, force: true })
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error
  })
}

function inFolder(folder: string, env: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(env).map(([name, value]) => [name, path.join(folder, value)]))
}
