import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InputOf, NamesOf, OutputOf } from '@shared/contracts'
import type { CallError } from '@shared/contracts/errors'
import type { Role } from '@shared/rules/staff/roles'
import { connect, type Cloud } from '../../cloudfunctions/database/cloud'
import { collections } from '../../cloudfunctions/database/collections'
import { memberIdOf } from '../../cloudfunctions/database/memberId'
import { writeRole } from '../../cloudfunctions/database/staff'
import { startGateway } from '../../local/cloud/gateway/startGateway'

const SECRET = 'a secret of the tests'
export const SHOP_ENV = 'changke-test'
const SECRET_ID = 'test-id'
const SECRET_KEY = 'test-key'

type Gateway = Awaited<ReturnType<typeof startGateway>>

export type Answered<T> = { ok: true; value: T } | { ok: false; error: CallError }

/** The deployed functions in this process, on a gateway of their own, over the real SDK. */
export interface Shop {
  readonly gateway: Gateway
  readonly cloud: Cloud
  shopper<N extends NamesOf<'shopper'>>(
    openid: string,
    name: N,
    input: InputOf<N>,
  ): Promise<Answered<OutputOf<N>>>
  merchant<N extends NamesOf<'merchant'>>(
    openid: string,
    name: N,
    input: InputOf<N>,
  ): Promise<Answered<OutputOf<N>>>
  /** A call with any event at all, as any client can make it. */
  raw(
    fn: 'shopper' | 'merchant' | 'orderIntake' | 'payNotify' | 'everyMinute' | 'hourly' | 'daily',
    event: unknown,
    context: Context,
  ): Promise<unknown>
  timer(fn: 'everyMinute' | 'hourly' | 'daily'): Promise<unknown>
  /** Joins, and answers the member id. */
  join(openid: string): Promise<string>
  staff(openid: string, role: Role): Promise<void>
  memberId(openid: string): string
  /** Makes the declared indexes too, which few tests need: what a query reads is only told with them. */
  makeIndexes(): Promise<void>
  close(): Promise<void>
}

export interface Context {
  readonly openid?: string
  readonly source: string
}

export async function openShop(): Promise<Shop> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'changke-shop-'))
  const gateway = await startGateway({ dataDir, envId: SHOP_ENV, secretId: SECRET_ID, secretKey: SECRET_KEY })
  const url = `http://127.0.0.1:${gateway.port}`
  Object.assign(process.env, {
    CHANGKE_SECRET: SECRET,
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: SHOP_ENV,
    TCB_ENV: SHOP_ENV,
    TENCENTCLOUD_SECRETID: SECRET_ID,
    TENCENTCLOUD_SECRETKEY: SECRET_KEY,
    TENCENTCLOUD_SESSIONTOKEN: 'test-token',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  })
  const functions = await loadFunctions()
  const cloud = connect({ env: SHOP_ENV })
  for (const { name } of collections) await cloud.db.createCollection(name)
  const raw: Shop['raw'] = (fn, event, context) => functions[fn](event, platformContext(context))
  const call = (fn: 'shopper' | 'merchant') => (openid: string, action: string, input: unknown) =>
    raw(fn, { action, input }, { openid, source: 'wx_client' }) as Promise<never>
  const shop: Shop = {
    gateway,
    cloud,
    raw,
    shopper: call('shopper'),
    merchant: call('merchant'),
    timer: (fn) => raw(fn, { Type: 'Timer', TriggerName: fn }, { source: 'wx_trigger' }),
    join: async (openid) => {
      const joined = await shop.shopper(openid, 'member.join', { consentVersion: '1' })
      if (!joined.ok) throw new Error(joined.error.message)
      return memberIdOf(openid, SECRET)
    },
    staff: (openid, role) => writeRole(cloud, memberIdOf(openid, SECRET), role, Date.now()),
    memberId: (openid) => memberIdOf(openid, SECRET),
    makeIndexes: async () => {
      const { ensureCollections } = await import('../../local/ensureCollections')
      const keys = { secretId: SECRET_ID, secretKey: SECRET_KEY }
      await ensureCollections(
        { envId: SHOP_ENV, appid: 'test', ...keys, gatewayUrl: `${url}/admin` },
        gateway.port,
      )
    },
    close: async () => {
      await gateway.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
  return shop
}

/** Loaded after the environment is set: an instance connects on its first call. */
async function loadFunctions() {
  const [shopper, merchant, orderIntake, payNotify, everyMinute, hourly, daily] = await Promise.all([
    import('../../cloudfunctions/shopper'),
    import('../../cloudfunctions/merchant'),
    import('../../cloudfunctions/orderIntake'),
    import('../../cloudfunctions/payNotify'),
    import('../../cloudfunctions/everyMinute'),
    import('../../cloudfunctions/hourly'),
    import('../../cloudfunctions/daily'),
  ])
  return {
    shopper: shopper.main,
    merchant: merchant.main,
    orderIntake: orderIntake.main,
    payNotify: payNotify.main,
    everyMinute: everyMinute.main,
    hourly: hourly.main,
    daily: daily.main,
  }
}

function platformContext({ openid, source }: Context): object {
  return {
    memory_limit_in_mb: 256,
    time_limit_in_ms: 20_000,
    request_id: 'test',
    function_version: '$LATEST',
    function_name: 'test',
    namespace: SHOP_ENV,
    environment: JSON.stringify({
      ...(openid ? { WX_OPENID: openid } : {}),
      TCB_SOURCE: source,
      SCF_NAMESPACE: SHOP_ENV,
    }),
  }
}
