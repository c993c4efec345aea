import CloudBase from '@cloudbase/manager-node'

/** Where to and as whom: a CloudBase environment and a key of the account that owns it. */
export interface CloudAccount {
  readonly envId: string
  readonly secretId: string
  readonly secretKey: string
  /** Of temporary keys. */
  readonly token?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** What a person who runs one of these commands must set, and what for. */
export const ACCOUNT_VARIABLES = {
  CHANGKE_ENV: 'the id of the CloudBase environment',
  TENCENTCLOUD_SECRETID: 'the id of an API key of the account that owns it',
  TENCENTCLOUD_SECRETKEY: 'the key itself',
} as const

/** One line for each variable of `wanted` that is not set; [] when all are. */
export function missingVariables(env: Environment, wanted: Readonly<Record<string, string>>): string[] {
  return Object.entries(wanted)
    .filter(([name]) => !env[name])
    .map(([name, meaning]) => `${name} is not set: ${meaning}`)
}

/** Throws one error that names everything missing, before anything is sent. */
export function readAccount(env: Environment): CloudAccount {
  const missing = missingVariables(env, ACCOUNT_VARIABLES)
  const { CHANGKE_ENV: envId, TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = env
  if (!envId || !secretId || !secretKey) throw new Error(missing.join('\n'))
  return { envId, secretId, secretKey, token: env.TENCENTCLOUD_SESSIONTOKEN }
}

/** The platform's management API for this environment. */
export function openManager(account: CloudAccount): CloudBase {
  return new CloudBase({ ...account })
}
