import { randomUUID } from 'node:crypto'
import { createWriteStream, openSync } from 'node:fs'
import path from 'node:path'
import { connect } from '../cloudfunctions/database/cloud'
import { OPEN_API_VARIABLES } from '../cloudfunctions/wechat/openApi/openApiSettings'
import { PAY_VARIABLES } from '../cloudfunctions/wechat/pay/paySettings'
import { slowly } from '../scripts/build/slowly'
import { followClock } from './cloud/clock/followClock'
import { StoreClock } from './cloud/clock/storeClock'
import { RunnerFaults } from './cloud/faults/runnerFaults'
import { FunctionRunner, type RunnerOptions } from './cloud/functions/functionRunner'
import { type Environment, instanceVariables } from './cloud/functions/platformContext'
import { GatewayLink } from './cloud/gatewayLink'
import { Timers } from './cloud/timers/timers'
import { DataFolder } from './dataFolder/dataFolder'
import { lock } from './dataFolder/lock'
import type { Persona } from './dataFolder/worldMark'
import { allDoors } from './doors/allDoors'
import { DoorServer } from './doors/doorServer'
import { healthDoor } from './doors/healthDoor'
import { ensureCollections } from './ensureCollections'
import type { Settings } from './settings'
import { LocalOpenApi } from './wechat/openApi/localOpenApi'
import { LocalWeChatPay } from './wechat/pay/localWeChatPay'
import { FileStorage } from './wechat/storage/fileStorage'
import { type PayKeys, readPayKeys } from './wechat/pay/payKeys'
import { ensureWorld, type MakeWorld } from './world'

const ENV_ID = 'changke-local'
const APPID = 'wxlocal0000000000'
/** How long requests under way may take to finish when everything stops. */
const GRACE_MS = 3_000

export interface StackOptions {
  readonly settings: Settings
  /** The project's folder. */
  readonly root: string
  /** Forget what the data folder holds and make this world. */
  readonly freshWorld?: string
  readonly makeWorld: MakeWorld
  readonly onProgress: (text: string) => void
  /** Called when the database ends by itself: nothing works any more. */
  readonly onLost: (error: Error) => void
}

/** The whole cloud on one machine. */
export class Stack {
  #server: DoorServer | undefined
  #unlock: (() => void) | undefined
  #gateway: GatewayLink | undefined
  #runner: FunctionRunner | undefined
  #timers: Timers | undefined
  #pay: LocalWeChatPay | undefined
  #building: { stop(): Promise<void> } | undefined
  #people: readonly Persona[] = []
  #ready = false

  constructor(private readonly options: StackOptions) {}

  /**
   * Starts everything; answers the address when all is up. Throws StartFailure and DamagedFile; `close` then ends what
   * had begun.
   */
  async start(): Promise<string> {
    const { settings, freshWorld, makeWorld, onProgress } = this.options
    const instance = randomUUID()
    const folder = DataFolder.open(settings.dataDir)
    const server = await DoorServer.listen(settings.port, [healthDoor(instance, () => this.#ready)])
    this.#server = server
    this.#unlock = await lock(folder.file('lock.json'), { pid: process.pid, url: server.url, instance })
    const kept = folder.setAside()
    if (kept)
      onProgress(`An earlier version made ${folder.root}: it is kept as ${kept}, and a new one is made.`)
    if (freshWorld !== undefined) folder.clear()

    await this.#startCloud(folder, server)
    this.#people = await ensureWorld(folder.file('world.json'), freshWorld ?? settings.world, (name) =>
      makeWorld(name, { baseUrl: server.url, onProgress }),
    )
    if (settings.tick) {
      this.#timers?.start()
      this.#pay?.sender.start()
    }
    this.#runner?.watch()
    this.#ready = true
    if (settings.watch) this.#buildOnChange().catch(console.error)
    return server.url
  }

  /** Stops in the order of a clean end: no new timers and requests, then the functions, the database last. */
  async close(): Promise<void> {
    this.#ready = false
    this.#timers?.stop()
    await this.#building?.stop()
    await this.#server?.close(GRACE_MS)
    await this.#pay?.close()
    await this.#runner?.close()
    await this.#gateway?.close()
    this.#unlock?.()
  }

  async #startCloud(folder: DataFolder, server: DoorServer): Promise<void> {
    const { settings, root } = this.options
    const { memberIdSecret, ...keys } = folder.secrets()
    const clock = StoreClock.open(folder.file('clock.json'), settings.clockStartsAt)
    followClock(clock.shared)
    const [gateway, payKeys] = await Promise.all([
      this.#startGateway(folder, clock, keys),
      readPayKeys(folder.file('weChatPayKeys.json')),
    ])
    const serviceUrl = `http://127.0.0.1:${gateway.port}/admin`
    const environment: Environment = { envId: ENV_ID, appid: APPID, ...keys, gatewayUrl: serviceUrl }
    // This process talks to the database with the same SDK, which otherwise looks for a cloud around it.
    Object.assign(process.env, instanceVariables(environment))
    const cloud = connect({ env: ENV_ID, serviceUrl, ...keys })
    await slowly('Preparing collections and indexes', () => ensureCollections(environment, gateway.port))

    const faults = new RunnerFaults()
    const pay = new LocalWeChatPay({
      file: folder.file('weChatPay.db'),
      keys: payKeys,
      appid: APPID,
      origin: server.url,
      now: () => clock.now(),
    })
    this.#pay = pay
    const { mchid } = payKeys
    const openApi = new LocalOpenApi({ appid: APPID, mchid, store: pay.store, now: () => clock.now() })
    const secrets = {
      CHANGKE_SECRET: memberIdSecret,
      ...paySecrets(payKeys, server.url),
      [OPEN_API_VARIABLES.secret]: openApi.secret,
      [OPEN_API_VARIABLES.baseUrl]: server.url,
    }
    this.#runner = this.#makeRunner(folder, { environment, secrets, clock: clock.shared, faults })
    this.#timers = new Timers(this.#runner, clock, faults, pay.sender)
    gateway.onInvoke(this.#runner)
    server.open(
      allDoors({
        root,
        runner: this.#runner,
        timers: this.#timers,
        clock,
        faults,
        gateway,
        pay,
        openApi,
        storage: new FileStorage(folder.file('storage'), ENV_ID),
        cloud,
        memberIdSecret,
        people: () => this.#people,
      }),
    )
  }

  #makeRunner(
    folder: DataFolder,
    options: Pick<RunnerOptions, 'environment' | 'secrets' | 'clock' | 'faults'>,
  ): FunctionRunner {
    const { settings, root } = this.options
    const logFd = openSync(folder.file('functions.log'), 'a')
    return new FunctionRunner({
      ...options,
      folder: settings.functionsDir,
      threadFile: path.join(root, 'dist/local/functionThread.cjs'),
      maxInstances: settings.maxInstances,
      log: createWriteStream('', { fd: logFd }),
      logFd,
    })
  }

  async #buildOnChange(): Promise<void> {
    // esbuild takes a while to load, and not everybody changes code.
    const { watchFunctions } = await import('../scripts/build/functions')
    this.#building = await watchFunctions((text) => console.error(text))
  }

  async #startGateway(folder: DataFolder, clock: StoreClock, keys: { secretId: string; secretKey: string }) {
    const { root, onLost } = this.options
    const threadFile = path.join(root, 'dist/local/gatewayThread.cjs')
    const gateway = await slowly('Starting the database', () =>
      GatewayLink.start({ threadFile, dataDir: folder.root, clock: clock.shared, envId: ENV_ID, ...keys }),
    )
    gateway.onLost(onLost)
    this.#gateway = gateway
    return gateway
  }
}

/** What a merchant sets so that the functions find WeChat Pay here. */
function paySecrets(keys: PayKeys, origin: string): Record<string, string> {
  return {
    [PAY_VARIABLES.appid]: APPID,
    [PAY_VARIABLES.mchid]: keys.mchid,
    [PAY_VARIABLES.serial]: keys.merchantSerial,
    [PAY_VARIABLES.privateKey]: keys.merchantPrivateKey,
    [PAY_VARIABLES.publicKeyId]: keys.publicKeyId,
    [PAY_VARIABLES.publicKey]: keys.platformPublicKey,
    [PAY_VARIABLES.apiV3Key]: keys.apiV3Key,
    [PAY_VARIABLES.notifyUrl]: `${origin}/http/payNotify`,
    [PAY_VARIABLES.baseUrl]: origin,
  }
}
