import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { Activity } from './activity'
import { withOwnTypes } from './definitionRealm'
import type { PackageTree } from './packageTree'
import type { Problems } from './problems'

/** What a browser has and WeChat's app service has not: reading one of these names gives undefined there. */
const NOT_IN_WECHAT = [
  'window',
  'document',
  'self',
  'frames',
  'location',
  'navigator',
  'history',
  'localStorage',
  'sessionStorage',
  'XMLHttpRequest',
  'fetch',
  'WebSocket',
  'URL',
  'URLSearchParams',
  'TextEncoder',
  'TextDecoder',
  'Worker',
  'Image',
  'HTMLElement',
  'requestAnimationFrame',
  'structuredClone',
]

/** The names through which WeChat talks to the app's code. */
export interface WechatGlobals {
  wx: object
  App(options: object): void
  getApp(): unknown
  getCurrentPages(): unknown[]
}

/** The registering functions that hold while one page or component file is being read. */
export interface Registrars {
  Page(definition: never): unknown
  Component(definition: never): unknown
  Behavior(definition: never): unknown
}

type ModuleFunction = (
  require: (request: string) => unknown,
  module: { exports: unknown },
  exports: unknown,
  ...absent: undefined[]
) => void

/** The place where the app's own code runs: bare JavaScript, no DOM, and no code made from strings, as in WeChat. */
export class AppRealm {
  private readonly context: vm.Context
  private readonly modules = new Map<string, { exports: unknown }>()
  private registrars: Registrars | undefined
  private readonly parseInside: (json: string) => unknown

  constructor(
    private readonly tree: PackageTree,
    globals: WechatGlobals,
    activity: Activity,
    problems: Problems,
  ) {
    const register =
      (kind: keyof Registrars) =>
      (definition: never): unknown => {
        if (!this.registrars) throw new Error(`${kind}() was called outside of a page or component file`)
        return this.registrars[kind](withOwnTypes(definition))
      }
    const sandbox = {
      ...globals,
      Page: register('Page'),
      Component: register('Component'),
      Behavior: register('Behavior'),
      global: {},
      console: recordingConsole(problems),
      setTimeout: activity.setTimeout,
      clearTimeout: activity.clear,
      setInterval: activity.setInterval,
      clearInterval: activity.clear,
      WebAssembly: undefined,
    }
    this.context = vm.createContext(sandbox, { codeGeneration: { strings: false, wasm: false } })
    this.parseInside = vm.runInContext('(json) => JSON.parse(json)', this.context) as (
      json: string,
    ) => unknown
  }

  /** A copy of `value` made of the app's own objects and arrays, as if WeChat had sent it. */
  intoApp<T>(value: T): T {
    return value === undefined ? value : (this.parseInside(JSON.stringify(value)) as T)
  }

  /** Runs one file of the package, once; `registrars` are for a page's or component's own file. */
  run(id: string, registrars?: Registrars): void {
    const before = this.registrars
    this.registrars = registrars
    try {
      this.load(id)
    } finally {
      this.registrars = before
    }
  }

  private load(id: string): unknown {
    const loaded = this.modules.get(id)
    if (loaded) return loaded.exports
    const module = { exports: {} as unknown }
    this.modules.set(id, module)
    const source = readFileSync(path.join(this.tree.root, `${id}.js`), 'utf8')
    const wrapped = `(function(require,module,exports,${NOT_IN_WECHAT.join(',')}){${source}\n})`
    const run = vm.runInContext(wrapped, this.context, { filename: `${id}.js` }) as ModuleFunction
    run.call(module.exports, (request) => this.load(this.resolve(id, request)), module, module.exports)
    return module.exports
  }

  private resolve(from: string, request: string): string {
    const joined = request.startsWith('/')
      ? request.slice(1)
      : path.posix.join(path.posix.dirname(from), request)
    const id = joined.replace(/\.js$/, '')
    if (!existsSync(path.join(this.tree.root, `${id}.js`))) {
      throw new Error(`module "${request}" is not in the package (required by ${from})`)
    }
    const home = this.tree.packageOf(id)
    if (home !== '' && home !== this.tree.packageOf(from)) {
      throw new Error(`${from} requires ${id}, which lies in the subpackage ${home}`)
    }
    return id
  }
}

function recordingConsole(problems: Problems): Record<string, (...args: unknown[]) => void> {
  const silent = (): void => undefined
  const record =
    (level: string) =>
    (...args: unknown[]): void => {
      const texts = args.map((arg) => (typeof arg === 'string' ? arg : String((arg as Error)?.stack ?? arg)))
      problems.add(`console.${level}`, texts.join(' '))
    }
  return { log: silent, info: silent, debug: silent, warn: record('warn'), error: record('error') }
}
