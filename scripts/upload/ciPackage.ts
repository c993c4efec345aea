import { spawn } from 'node:child_process'
import { ROOT } from '../build/places'

/** 276 MB: called on demand, so that nobody waits for it who does not upload. */
const CI_PACKAGE = 'miniprogram-ci@2.1.42'

/** Runs a command with WeChat's upload tool installed beside it; answers the exit code. */
export function withCiPackage(command: readonly string[]): Promise<number> {
  const child = spawn('npx', ['--yes', `--package=${CI_PACKAGE}`, '--', ...command], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('close', (code) => resolve(code ?? 1))
  })
}
