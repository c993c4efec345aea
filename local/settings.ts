import path from 'node:path'
import { z } from 'zod'
import { StartFailure } from './startFailure'

/** What whoever starts the stack may choose, all through the environment. */
export interface Settings {
  /** 0 takes any free port. */
  readonly port: number
  readonly dataDir: string
  /** Epoch ms at which the clock of a new data folder starts; undefined: the machine's time. */
  readonly clockStartsAt: number | undefined
  readonly world: string
  readonly functionsDir: string
  /** Instances of one function at most. */
  readonly maxInstances: number
  /** Build functions again when their sources change. */
  readonly watch: boolean
  /** Run timers as time passes; without it only when the clock is turned or somebody asks. */
  readonly tick: boolean
}

const flag = (byDefault: boolean) =>
  z
    .enum(['0', '1'], 'is 0 or 1')
    .optional()
    .transform((text) => (text === undefined ? byDefault : text === '1'))

const wholeNumber = (byDefault: number, min: number, max: number) => {
  const between = `is a whole number from ${min} to ${max}`
  return z.coerce.number(between).int(between).min(min, between).max(max, between).default(byDefault)
}

const schema = (root: string, inCi: boolean) =>
  z.object({
    PORT: wholeNumber(8080, 0, 65_535),
    CHANGKE_DATA: z.string().min(1, 'is the path of a folder').default('.local'),
    CHANGKE_CLOCK: z.iso
      .datetime({ offset: true, error: 'is an instant like 2026-01-31T10:00:00+08:00' })
      .optional(),
    CHANGKE_WORLD: z.string().min(1, 'is the name of a world').default('regulars'),
    CHANGKE_FUNCTIONS: z.string().default(path.join(root, 'dist/cloudfunctions')),
    CHANGKE_INSTANCES: wholeNumber(16, 1, 100),
    CHANGKE_WATCH: flag(!inCi),
    CHANGKE_TICK: flag(true),
  })

/** Reads the settings. Throws StartFailure naming the variable that makes no sense. */
export function readSettings(env: NodeJS.ProcessEnv, root: string): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = schema(root, Boolean(env.CI)).safeParse(given)
  if (!read.success) {
    const {
      path: [name],
      message,
    } = read.error.issues[0]!
    throw new StartFailure(`${String(name)} ${message}, not "${env[String(name)]}"`)
  }
  const values = read.data
  return {
    port: values.PORT,
    dataDir: path.resolve(root, values.CHANGKE_DATA),
    clockStartsAt: values.CHANGKE_CLOCK === undefined ? undefined : Date.parse(values.CHANGKE_CLOCK),
    world: values.CHANGKE_WORLD,
    functionsDir: path.resolve(root, values.CHANGKE_FUNCTIONS),
    maxInstances: values.CHANGKE_INSTANCES,
    watch: values.CHANGKE_WATCH,
    tick: values.CHANGKE_TICK,
  }
}
