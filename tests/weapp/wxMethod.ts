import type { Activity } from './activity'

interface CallOptions {
  success?(result: object): void
  fail?(error: object): void
  complete?(result: object): void
}

export type WxMethods = Record<string, unknown>

/** What a failing wx call says beside its message. */
export class WxFailure extends Error {
  constructor(
    message: string,
    readonly errCode?: number,
  ) {
    super(message)
  }
}

/** Makes one wx method out of what it does; `work` answers with what the method's result holds beside `errMsg`. */
export type Method = <Options extends object>(
  name: string,
  work: (options: Options) => object | void | Promise<object | void>,
) => (options?: Options & CallOptions) => unknown

/**
 * Methods in WeChat's way: they answer later, through the callbacks or, when there are none, through a promise,
 * with `errMsg` as `name:ok` or `name:fail why`.
 */
export function asyncMethods(intoApp: <T>(value: T) => T, activity: Activity): Method {
  return (name, work) => (given) => {
    const options = (given ?? {}) as Parameters<typeof work>[0] & CallOptions
    const inside = activity.track(
      answered(name, () => work(options)).then(({ ok, result }) => ({ ok, result: intoApp(result) })),
    )
    if (!options.success && !options.fail && !options.complete) {
      return inside.then(({ ok, result }) => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- WeChat rejects with a plain object
        if (!ok) throw result
        return result
      })
    }
    void inside.then(({ ok, result }) => {
      activity.guard(`${name} callback`, () => (ok ? options.success?.(result) : options.fail?.(result)))
      activity.guard(`${name} complete`, () => options.complete?.(result))
    })
    return undefined
  }
}

async function answered(
  name: string,
  work: () => object | void | Promise<object | void>,
): Promise<{ ok: boolean; result: object }> {
  await Promise.resolve()
  try {
    return { ok: true, result: { errMsg: `${name}:ok`, ...(await work()) } }
  } catch (error) {
    const { message, errCode } = error as WxFailure
    return {
      ok: false,
      result: { errMsg: `${name}:fail ${message}`, ...(errCode === undefined ? {} : { errCode }) },
    }
  }
}
