import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { z } from 'zod'
import { dayOf } from '@shared/kernel/businessDay'
import { settingsReader } from '../../cloudfunctions/database/settings'
import { paymentsOf } from '../../cloudfunctions/runtime/payments'
import type { PayDesk } from '../../cloudfunctions/usecases/payments/desk'
import type { FunctionRunner } from '../../local/cloud/functions/functionRunner'
import { DoorServer } from '../../local/doors/doorServer'
import { httpDoor } from '../../local/doors/httpDoor'
import { weChatPayDoors } from '../../local/doors/weChatPayDoors'
import { payRuleSchema } from '../../local/wechat/pay/payFaults'
import { LocalWeChatPay } from '../../local/wechat/pay/localWeChatPay'
import { makePayKeys } from '../../local/wechat/pay/payKeys'
import { APPID, payVariables, settingsOf } from './localPay'
import { openShop, type Context, type Shop } from './shop'

/** A shop that takes WeChat Pay: the local one, over HTTP both ways, on the date of the test. */
export interface PayShop extends Shop {
  readonly pay: LocalWeChatPay
  readonly url: string
  /** What was alerted. */
  readonly alerts: string[]
  desk(): PayDesk
  /** What the person does in the payment sheet; the notice is sent and answered before this ends. */
  decide(outTradeNo: string, outcome: 'success' | 'decline'): Promise<boolean>
  /** What WeChat and the line to it do from now on. */
  faults(...rules: z.input<typeof payRuleSchema>[]): void
}

let made: ReturnType<typeof makePayKeys> | undefined

/** The shops of one file share their keys: they are made of primes, which take their time. */
const payKeys = () => (made ??= makePayKeys())

export async function openPayShop(): Promise<PayShop> {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-pay-'))
  const [shop, keys, server] = await Promise.all([openShop(), payKeys(), DoorServer.listen(0, [])])
  Object.assign(process.env, payVariables(settingsOf(keys, server.url)))
  const file = path.join(folder, 'pay.db')
  const pay = new LocalWeChatPay({ file, keys, appid: APPID, origin: server.url, now: () => Date.now() })
  const runner = {
    call: async (fn: 'payNotify', event: string, caller: Context) =>
      JSON.stringify(await shop.raw(fn, JSON.parse(event), caller)),
  } as unknown as FunctionRunner
  server.open([...weChatPayDoors(pay), httpDoor(runner)])
  const alerts: string[] = []
  const settings = settingsReader(shop.cloud)
  return {
    ...shop,
    pay,
    url: server.url,
    alerts,
    desk: () => ({
      cloud: shop.cloud,
      at: Date.now(),
      today: dayOf(Date.now()),
      settings: () => settings(Date.now()),
      payments: paymentsOf,
      alert: (error) => void alerts.push(String(error)),
    }),
    decide: async (outTradeNo, outcome) => (await pay.decide(outTradeNo, outcome)) !== undefined,
    faults: (...rules) =>
      pay.faults.set(
        1,
        rules.map((rule) => payRuleSchema.parse(rule)),
      ),
    async close() {
      await server.close(0)
      await pay.close()
      await shop.close()
      rmSync(folder, { recursive: true })
    },
  }
}
