import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PAY_VARIABLES, type PaySettings } from '../../cloudfunctions/wechat/pay/paySettings'
import type { OpenApiSettings } from '../../cloudfunctions/wechat/openApi/openApiSettings'
import { openApiDoors } from '../../local/doors/openApiDoors'
import { weChatPayDoors } from '../../local/doors/weChatPayDoors'
import { DoorServer } from '../../local/doors/doorServer'
import { LocalOpenApi } from '../../local/wechat/openApi/localOpenApi'
import { LocalWeChatPay } from '../../local/wechat/pay/localWeChatPay'
import type { Deliver } from '../../local/wechat/pay/noticeSender'
import { makePayKeys, type PayKeys } from '../../local/wechat/pay/payKeys'

export const APPID = 'wxlocal0000000000'

/** A notice as it would have gone over the line. */
export interface Sent {
  readonly url: string
  readonly headers: Record<string, string>
  readonly body: string
  readonly at: number
}

/** A local WeChat Pay behind a port of its own, on the date of the test. */
export interface RunningPay {
  readonly pay: LocalWeChatPay
  readonly settings: PaySettings
  readonly openApi: LocalOpenApi
  readonly openApiSettings: OpenApiSettings
  readonly url: string
  readonly sent: Sent[]
  /** What the merchant answers to notices from now on. */
  answerNotices(status: number): void
  /** Ends it and opens it again on the same file, behind another port. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export async function startPay(): Promise<RunningPay> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-pay-'))
  const keys = await makePayKeys()
  const sent: Sent[] = []
  let status = 200
  const deliver: Deliver = async (url, headers, body) => {
    sent.push({ url, headers, body, at: Date.now() })
    return status
  }
  let open = await openPay(path.join(folder, 'pay.db'), keys, deliver)
  const end = async () => {
    await open.server.close(0)
    await open.pay.close()
  }
  return {
    get pay() {
      return open.pay
    },
    get url() {
      return open.server.url
    },
    get settings() {
      return settingsOf(keys, open.server.url)
    },
    get openApi() {
      return open.openApi
    },
    get openApiSettings() {
      return { appid: APPID, secret: open.openApi.secret, baseUrl: open.server.url }
    },
    sent,
    answerNotices: (next) => void (status = next),
    async restart() {
      await end()
      open = await openPay(path.join(folder, 'pay.db'), keys, deliver)
    },
    async stop() {
      await end()
      rmSync(folder, { recursive: true })
    },
  }
}

async function openPay(file: string, keys: PayKeys, deliver: Deliver) {
  const server = await DoorServer.listen(0, [])
  const now = () => Date.now()
  const pay = new LocalWeChatPay({ file, keys, appid: APPID, origin: server.url, now, deliver })
  const openApi = new LocalOpenApi({ appid: APPID, mchid: keys.mchid, store: pay.store, now })
  server.open([...weChatPayDoors(pay), ...openApiDoors(openApi)])
  return { pay, openApi, server }
}

/** The variables that a function reads its settings from. */
export function payVariables(settings: PaySettings): Record<string, string | undefined> {
  const named = Object.entries(PAY_VARIABLES).map(([key, name]) => [name, settings[key as keyof PaySettings]])
  return Object.fromEntries(named) as Record<string, string | undefined>
}

export function settingsOf(keys: PayKeys, url: string): PaySettings {
  return {
    appid: APPID,
    mchid: keys.mchid,
    serial: keys.merchantSerial,
    privateKey: keys.merchantPrivateKey,
    publicKeyId: keys.publicKeyId,
    publicKey: keys.platformPublicKey,
    apiV3Key: keys.apiV3Key,
    notifyUrl: `${url}/http/payNotify`,
    baseUrl: url,
  }
}
