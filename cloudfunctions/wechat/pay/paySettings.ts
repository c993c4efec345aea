/** What a merchant has from WeChat Pay. */
export interface PaySettings {
  readonly appid: string
  readonly mchid: string
  /** Serial number of the merchant's API certificate. */
  readonly serial: string
  /** The merchant's private key: PKCS #8 in base64, without the lines around it. */
  readonly privateKey: string
  /** `PUB_KEY_ID_…` */
  readonly publicKeyId: string
  /** WeChat Pay's public key: SPKI in base64, without the lines around it. */
  readonly publicKey: string
  /** 32 characters; notices are encrypted with it. */
  readonly apiV3Key: string
  readonly notifyUrl: string
  /** Where WeChat Pay is; undefined: where the library knows it to be. */
  readonly baseUrl: string | undefined
}

/** Names of the environment variables. A shop sets all of them or none; CHANGKE_PAY_BASE_URL alone may be left out. */
export const PAY_VARIABLES = {
  appid: 'CHANGKE_APPID',
  mchid: 'CHANGKE_PAY_MCHID',
  serial: 'CHANGKE_PAY_SERIAL',
  privateKey: 'CHANGKE_PAY_PRIVATE_KEY',
  publicKeyId: 'CHANGKE_PAY_PUBLIC_KEY_ID',
  publicKey: 'CHANGKE_PAY_PUBLIC_KEY',
  apiV3Key: 'CHANGKE_PAY_API_V3_KEY',
  notifyUrl: 'CHANGKE_PAY_NOTIFY_URL',
  baseUrl: 'CHANGKE_PAY_BASE_URL',
} as const satisfies Record<keyof PaySettings, string>

const OPTIONAL: readonly string[] = [PAY_VARIABLES.baseUrl]
/** Set for other reasons too: alone it does not mean that the shop takes WeChat Pay. */
const SHARED: readonly string[] = [PAY_VARIABLES.appid]

/** Null when the shop takes no WeChat Pay. Throws an error that names what is missing when it is set up by half. */
export function readPaySettings(env: Readonly<Record<string, string | undefined>>): PaySettings | null {
  const names = Object.values(PAY_VARIABLES).filter((name) => !OPTIONAL.includes(name))
  const missing = names.filter((name) => !env[name])
  if (names.every((name) => missing.includes(name) || SHARED.includes(name))) return null
  if (missing.length > 0) throw new Error(`WeChat Pay is set up by half: ${missing.join(', ')} not set`)
  const entries = Object.entries(PAY_VARIABLES).map(([key, name]) => [key, env[name] || undefined])
  return Object.fromEntries(entries) as PaySettings
}
