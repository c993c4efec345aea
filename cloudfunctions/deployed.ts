import { OPEN_API_VARIABLES } from './wechat/openApi/openApiSettings'
import { PAY_VARIABLES } from './wechat/pay/paySettings'

/** How one function is deployed. The build, the local stack and the deploy all read this table and no other. */
export interface Deployment {
  readonly name: string
  readonly trigger: CallTrigger | HttpTrigger | TimerTrigger
  /** CloudBase ends the call after this; it allows 1 to 60. */
  readonly timeoutSeconds: number
  readonly memoryMb: number
  /** Names of environment variables that whoever deploys sets. */
  readonly secrets: readonly string[]
}

export interface CallTrigger {
  readonly kind: 'call'
}

/** The platform's HTTP access service; docs/operating.md says how its path is set. */
export interface HttpTrigger {
  readonly kind: 'http'
}

export interface TimerTrigger {
  readonly kind: 'timer'
  /** CloudBase's seven fields: second minute hour day month weekday year. */
  readonly cron: string
}

const MEMBER_ID_SECRET = 'CHANGKE_SECRET'
/** Of the functions that ask WeChat Pay, or are told by it. */
const PAYING = [MEMBER_ID_SECRET, ...Object.values(PAY_VARIABLES)]
/** Of the functions that tell WeChat what was shipped or have codes made; the AppID is among the others. */
const OPEN_API = [OPEN_API_VARIABLES.secret, OPEN_API_VARIABLES.baseUrl]

export const deployments = [
  {
    name: 'shopper',
    trigger: { kind: 'call' },
    timeoutSeconds: 20,
    memoryMb: 256,
    secrets: [...PAYING, ...OPEN_API],
  },
  {
    name: 'merchant',
    trigger: { kind: 'call' },
    timeoutSeconds: 30,
    memoryMb: 256,
    secrets: PAYING,
  },
  {
    name: 'orderIntake',
    trigger: { kind: 'http' },
    timeoutSeconds: 60,
    memoryMb: 512,
    secrets: [MEMBER_ID_SECRET],
  },
  {
    name: 'payNotify',
    trigger: { kind: 'http' },
    timeoutSeconds: 10,
    memoryMb: 256,
    secrets: PAYING,
  },
  timer('everyMinute', '0 * * * * * *', 50, [...PAYING, ...OPEN_API]),
  timer('hourly', '0 0 * * * * *', 60, PAYING),
  // Five minutes past, so that it never starts together with the hourly one. The zone that CloudBase reads this in is
  // unconfirmed: the function itself decides by the store's day and its cursor which days are due.
  timer('daily', '0 5 0 * * * *', 60, [MEMBER_ID_SECRET]),
] as const satisfies readonly Deployment[]

function timer<const Name extends string>(
  name: Name,
  cron: string,
  timeoutSeconds: number,
  secrets: readonly string[],
) {
  return {
    name,
    trigger: { kind: 'timer', cron },
    timeoutSeconds,
    memoryMb: 256,
    secrets,
  } as const
}
