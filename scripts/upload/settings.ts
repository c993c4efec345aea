import { missingVariables } from '../cloud/credentials'

export interface UploadSettings {
  readonly appid: string
  /** The file of the upload key, made in WeChat's admin pages. */
  readonly keyPath: string
  /** The CloudBase environment that the app will call. */
  readonly envId: string
}

type Environment = Readonly<Record<string, string | undefined>>

/** Throws one error that names everything missing, before anything is built or sent. */
export function readUploadSettings(env: Environment): UploadSettings {
  const missing = missingVariables(env, {
    CHANGKE_APPID: 'the mini-program’s AppID',
    CHANGKE_UPLOAD_KEY: 'the path of its upload key',
    CHANGKE_ENV: 'the id of the CloudBase environment that the app calls',
  })
  if (env.TARO_APP_LOCAL)
    missing.push('TARO_APP_LOCAL is set: that app would talk to a local stack; unset it')
  const { CHANGKE_APPID: appid, CHANGKE_UPLOAD_KEY: keyPath, CHANGKE_ENV: envId } = env
  if (missing.length > 0 || !appid || !keyPath || !envId) throw new Error(missing.join('\n'))
  return { appid, keyPath, envId }
}
