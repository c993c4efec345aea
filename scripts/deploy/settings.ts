import type { Deployment } from '../../cloudfunctions/deployed'
import { OPEN_API_VARIABLES, readOpenApiSettings } from '../../cloudfunctions/wechat/openApi/openApiSettings'
import { PAY_VARIABLES, readPaySettings } from '../../cloudfunctions/wechat/pay/paySettings'
import { ACCOUNT_VARIABLES, type CloudAccount, missingVariables, readAccount } from '../cloud/credentials'

export interface DeploySettings {
  readonly account: CloudAccount
  /** What the functions read from their environment. */
  readonly secrets: Readonly<Record<string, string>>
}

type Environment = Readonly<Record<string, string | undefined>>

interface Shape {
  readonly pattern: RegExp
  readonly words: string
}

const SECRET: Shape = {
  // Long enough not to be guessed, and nothing that the platform's configuration file would have to quote.
  pattern: /^[A-Za-z0-9_+/=-]{32,}$/,
  words: 'must be at least 32 of A–Z a–z 0–9 _ + / = - (openssl rand -hex 32 makes one)',
}
const KEY: Shape = {
  pattern: /^[A-Za-z0-9+/]{300,}={0,2}$/,
  words: 'must be the inner lines of the PEM file as one line (see docs/operating.md)',
}
const ADDRESS: Shape = { pattern: /^https:\/\/[\w.:/-]+$/, words: 'must be an https address without ? and &' }

const SHAPES: Readonly<Record<string, Shape>> = {
  [PAY_VARIABLES.appid]: { pattern: /^wx[0-9a-f]{16}$/, words: 'must be wx and 16 digits or letters a–f' },
  [PAY_VARIABLES.mchid]: { pattern: /^\d{8,12}$/, words: 'must be 8 to 12 digits' },
  [PAY_VARIABLES.serial]: { pattern: /^[0-9A-F]{32,48}$/i, words: 'must be 40 digits or letters A–F' },
  [PAY_VARIABLES.privateKey]: KEY,
  [PAY_VARIABLES.publicKeyId]: {
    pattern: /^PUB_KEY_ID_\w+$/,
    words: 'must be what WeChat Pay shows beside the key: PUB_KEY_ID_…',
  },
  [PAY_VARIABLES.publicKey]: KEY,
  [PAY_VARIABLES.apiV3Key]: { pattern: /^[A-Za-z0-9]{32}$/, words: 'must be 32 digits or letters' },
  [PAY_VARIABLES.notifyUrl]: ADDRESS,
  [PAY_VARIABLES.baseUrl]: ADDRESS,
  [OPEN_API_VARIABLES.secret]: { pattern: /^[0-9a-f]{32}$/i, words: 'must be 32 digits or letters a–f' },
  [OPEN_API_VARIABLES.baseUrl]: ADDRESS,
}

const OPTIONAL_NAMES: readonly string[] = [PAY_VARIABLES, OPEN_API_VARIABLES].flatMap((names) =>
  Object.values<string>(names),
)

/** Throws one error that names every variable that is missing or unusable, before anything is built or sent. */
export function readDeploySettings(env: Environment, deployments: readonly Deployment[]): DeploySettings {
  const names = [...new Set(deployments.flatMap(({ secrets }) => secrets))]
  const needed = names.filter((name) => !OPTIONAL_NAMES.includes(name))
  const meanings = Object.fromEntries(needed.map((name) => [name, 'the functions need it']))
  const faults = [
    ...missingVariables(env, { ...ACCOUNT_VARIABLES, ...meanings }),
    ...halfSetUp(env),
    ...names.flatMap((name) => {
      const { pattern, words } = SHAPES[name] ?? SECRET
      return env[name] && !pattern.test(env[name]) ? [`${name} ${words}`] : []
    }),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  return {
    account: readAccount(env),
    secrets: Object.fromEntries(names.map((name) => [name, env[name] ?? ''])),
  }
}

/** A shop may do without WeChat Pay or WeChat's interface, but not have half of one. */
function halfSetUp(env: Environment): string[] {
  return [readPaySettings, readOpenApiSettings].flatMap((read) => {
    try {
      read(env)
      return []
    } catch (error) {
      return [(error as Error).message]
    }
  })
}
