import type { Deployment } from '../../cloudfunctions/deployed'
import { ACCOUNT_VARIABLES, type CloudAccount, missingVariables, readAccount } from '../cloud/credentials'

export interface DeploySettings {
  readonly account: CloudAccount
  /** What the functions read from their environment. */
  readonly secrets: Readonly<Record<string, string>>
}

type Environment = Readonly<Record<string, string | undefined>>

/** Long enough not to be guessed, and nothing that the platform's configuration file would have to quote. */
const SECRET = /^[A-Za-z0-9_+/=-]{32,}$/

/** Throws one error that names every variable that is missing or unusable, before anything is built or sent. */
export function readDeploySettings(env: Environment, deployments: readonly Deployment[]): DeploySettings {
  const names = [...new Set(deployments.flatMap(({ secrets }) => secrets))]
  const meanings = Object.fromEntries(names.map((name) => [name, 'the functions need it']))
  const faults = [
    ...missingVariables(env, { ...ACCOUNT_VARIABLES, ...meanings }),
    ...names
      .filter((name) => env[name] && !SECRET.test(env[name]))
      .map((name) => `${name} must be at least 32 of A–Z a–z 0–9 _ + / = - (openssl rand -hex 32 makes one)`),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return {
    account: readAccount(env),
    secrets: Object.fromEntries(names.map((name) => [name, env[name] ?? ''])),
  }
}
