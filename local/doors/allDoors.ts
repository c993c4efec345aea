import path from 'node:path'
import type { Cloud } from '../../cloudfunctions/database/cloud'
import type { StoreClock } from '../cloud/clock/storeClock'
import type { RunnerFaults } from '../cloud/faults/runnerFaults'
import type { FunctionRunner } from '../cloud/functions/functionRunner'
import type { GatewayLink } from '../cloud/gatewayLink'
import type { Timers } from '../cloud/timers/timers'
import type { Persona } from '../dataFolder/worldMark'
import type { LocalOpenApi } from '../wechat/openApi/localOpenApi'
import type { LocalWeChatPay } from '../wechat/pay/localWeChatPay'
import type { FileStorage } from '../wechat/storage/fileStorage'
import { callFunctionDoors } from './callFunctionDoors'
import { clockDoors } from './clockDoors'
import { contractsDoor } from './contractsDoor'
import type { Door } from './door'
import { faultsDoor } from './faultsDoor'
import { gatewayDoors } from './gatewayDoors'
import { httpDoor } from './httpDoor'
import { memberDoor } from './memberDoor'
import { openApiDoors } from './openApiDoors'
import { peopleDoor } from './peopleDoor'
import { staffDoor } from './staffDoor'
import { fileDoor, redirectDoor, staticDoor } from './staticDoor'
import { storageDoors } from './storageDoors'
import { weChatDoors } from './weChatDoors'
import { weChatPayDoors } from './weChatPayDoors'

export interface Behind {
  readonly root: string
  readonly runner: FunctionRunner
  readonly timers: Timers
  readonly clock: StoreClock
  readonly faults: RunnerFaults
  readonly gateway: GatewayLink
  readonly pay: LocalWeChatPay
  readonly openApi: LocalOpenApi
  readonly storage: FileStorage
  readonly cloud: Cloud
  readonly memberIdSecret: string
  readonly people: () => readonly Persona[]
}

const APP_MISSING = 'The app is not built for the browser: run npm run build:h5'

/** Every door of the local stack; docs/architecture.md lists them. */
export function allDoors(behind: Behind): Door[] {
  const {
    root,
    runner,
    timers,
    clock,
    faults,
    gateway,
    pay,
    openApi,
    storage,
    cloud,
    memberIdSecret,
    people,
  } = behind
  const strip = path.join(root, 'local/strip')
  return [
    fileDoor('/', path.join(strip, 'index.html')),
    staticDoor('/strip/', strip),
    redirectDoor('/app', '/app/'),
    staticDoor('/app/', path.join(root, 'dist/h5'), APP_MISSING),
    ...callFunctionDoors(runner),
    contractsDoor(),
    ...clockDoors(clock, timers),
    peopleDoor(people),
    memberDoor(memberIdSecret),
    staffDoor(cloud, clock, memberIdSecret),
    ...weChatDoors(openApi),
    ...weChatPayDoors(pay),
    ...storageDoors(storage),
    ...openApiDoors(openApi),
    faultsDoor(faults, pay.faults, openApi.faults, gateway),
    httpDoor(runner),
    ...gatewayDoors(gateway.port),
  ]
}
