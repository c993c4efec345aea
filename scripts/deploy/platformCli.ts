import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import path from 'node:path'
import type { CloudAccount } from '../cloud/credentials'
import type { Secrets } from './compareDeployed'

/** Called on demand: nobody who only runs or tests the project waits for it to install. */
const PLATFORM_CLI = '@cloudbase/cli@2.12.10'

/** What npx is given: the package has several commands, so the command is named beside it. */
export const CLI_ARGUMENTS = [
  ...['--yes', `--package=${PLATFORM_CLI}`, 'tcb'],
  ...['fn', 'deploy', '--all', '--force', '--yes'],
] as const

/**
 * Runs the platform's CLI in the project's folder, with a home folder of its own that holds the key and is removed
 * afterwards: this version reads no key from the environment, one in its arguments could be seen by others on the
 * machine, and one left in the real home folder would be used for the next environment.
 *
 * Answers the exit code, which says little: this version ends with 0 when every function failed. Ask the platform.
 */
export async function runPlatformCli(
  root: string,
  { envId, secretId, secretKey, token }: CloudAccount,
  secrets: Secrets,
): Promise<number> {
  const home = mkdtempSync(path.join(tmpdir(), 'changke-deploy-'))
  try {
    const folder = path.join(home, '.config/.cloudbase')
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      path.join(folder, 'auth.json'),
      JSON.stringify({ credential: { secretId, secretKey, token } }),
      {
        mode: 0o600,
      },
    )
    const cache = process.env.npm_config_cache ?? path.join(homedir(), '.npm')
    const env = {
      ...process.env,
      ...secrets,
      CHANGKE_ENV: envId,
      HOME: home,
      USERPROFILE: home,
      npm_config_cache: cache,
    }
    const args = [...CLI_ARGUMENTS, '-e', envId]
    const child = spawn('npx', args, {
      cwd: root,
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    })
    return await new Promise((resolve, reject) => {
      child.once('error', reject).once('close', (code) => resolve(code ?? 1))
    })
  } finally {
    rmSync(home, { recursive: true, force: true })
  }
}
