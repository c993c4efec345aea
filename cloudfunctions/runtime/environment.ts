import { connect, type Cloud } from '../database/cloud'
import { settingsReader, type SettingsReader } from '../database/settings'

/** What an instance keeps between calls: its connection, and settings for some seconds. */
export interface Environment {
  readonly cloud: Cloud
  readonly settings: SettingsReader
  readonly secret: string
}

let instance: Environment | null = null

/** Made on the first call, since the platform's context is complete only then. */
export function environment(): Environment {
  instance ??= makeEnvironment()
  return instance
}

/** Sets what the calls that begin from now on run with: for a process that plays many instances. */
export function setEnvironment(made: Environment): void {
  instance = made
}

function makeEnvironment(): Environment {
  const secret = process.env.CHANGKE_SECRET
  if (!secret)
    throw new Error('CHANGKE_SECRET is not set: member ids are made with it (see docs/operating.md)')
  const cloud = connect()
  return { cloud, settings: settingsReader(cloud), secret }
}
