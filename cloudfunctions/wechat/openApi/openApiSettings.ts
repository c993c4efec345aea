/** What WeChat's server interface wants of a mini-program. */
export interface OpenApiSettings {
  readonly appid: string
  readonly secret: string
  /** Where the interface is. */
  readonly baseUrl: string
}

/** Names of the environment variables. CHANGKE_WECHAT_BASE_URL may be left out. */
export const OPEN_API_VARIABLES = {
  appid: 'CHANGKE_APPID',
  secret: 'CHANGKE_APP_SECRET',
  baseUrl: 'CHANGKE_WECHAT_BASE_URL',
} as const satisfies Record<keyof OpenApiSettings, string>

const WECHAT = 'https://api.weixin.qq.com'

/** Null where the shop does not use the interface. Throws an error that names what is missing when it is set up by half. */
export function readOpenApiSettings(
  env: Readonly<Record<string, string | undefined>>,
): OpenApiSettings | null {
  const [appid, secret] = [env[OPEN_API_VARIABLES.appid], env[OPEN_API_VARIABLES.secret]]
  // The AppID is set for other reasons too.
  if (!secret) return null
  if (!appid) throw new Error(`WeChat's interface is set up by half: ${OPEN_API_VARIABLES.appid} not set`)
  return { appid, secret, baseUrl: env[OPEN_API_VARIABLES.baseUrl] || WECHAT }
}
