import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export interface Probe {
  /** JavaScript of the whole function file. */
  readonly code: string
  readonly timeout?: number
  readonly cron?: string
}

/** A folder of functions as the build leaves them, for CHANGKE_FUNCTIONS. */
export function writeProbes(probes: Readonly<Record<string, Probe>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-probes-'))
  for (const [name, probe] of Object.entries(probes)) {
    mkdirSync(path.join(folder, name))
    writeProbeCode(folder, name, probe.code)
    writeFileSync(path.join(folder, name, 'config.json'), JSON.stringify(configOf(name, probe)))
  }
  return folder
}

export function writeProbeCode(folder: string, name: string, code: string): void {
  writeFileSync(path.join(folder, name, 'index.js'), code)
}

function configOf(name: string, { timeout = 5, cron }: Probe) {
  return {
    timeout,
    memorySize: 128,
    envVariables: ['CHANGKE_SECRET'],
    triggers: cron ? [{ name, type: 'timer', config: cron }] : [],
  }
}
