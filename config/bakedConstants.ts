type Environment = Readonly<Record<string, string | undefined>>

/**
 * Text that the app's build replaces, so that the app reads it as `process.env.TARO_APP_…`:
 * - `TARO_APP_LOCAL`: http address of a local stack that the WeChat build talks to; '' means the real cloud.
 * - `TARO_APP_CLOUD_ENV`: id of the CloudBase environment for `wx.cloud.init`; '' means the account's default one.
 *
 * Throws when `TARO_APP_LOCAL` is not an http(s) address, for the app would fail only on the phone.
 */
export function bakedConstants(env: Environment): Record<string, string> {
  const local = (env.TARO_APP_LOCAL ?? '').replace(/\/+$/, '')
  if (local !== '' && !/^https?:\/\/[^/\s]+$/.test(local)) {
    throw new Error(`TARO_APP_LOCAL must be an address like http://127.0.0.1:8080, not "${local}"`)
  }
  return {
    'process.env.TARO_APP_LOCAL': JSON.stringify(local),
    'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(env.TARO_APP_CLOUD_ENV ?? ''),
  }
}
