/** Where a call comes from, as CloudBase names it. A function that calls another chains them with commas. */
export type Source = 'wx_client' | 'wx_trigger' | 'wx_http' | (string & {})

export interface Caller {
  readonly source: Source
  /** Only callers inside WeChat have one. */
  readonly openid?: string
}

/** What every function of one environment gets, whoever calls it. */
export interface Environment {
  readonly envId: string
  readonly appid: string
  readonly secretId: string
  readonly secretKey: string
  /** Where the SDK sends its requests. */
  readonly gatewayUrl: string
}

export interface FunctionLimits {
  readonly name: string
  readonly timeoutSeconds: number
  readonly memoryMb: number
}

type Variables = Record<string, string>

/** Environment variables of an instance: CloudBase's own, which stay the same from call to call. */
export function instanceVariables(environment: Environment): Variables {
  return {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: environment.secretId,
    TENCENTCLOUD_SECRETKEY: environment.secretKey,
    TENCENTCLOUD_SESSIONTOKEN: '',
    SCF_NAMESPACE: environment.envId,
    TCB_ENV: environment.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: environment.gatewayUrl }),
    TZ: 'UTC',
  }
}

/** Environment variables of one call: who calls, and the call's own number. They are gone when the next call comes. */
export function callVariables(environment: Environment, caller: Caller, requestId: string): Variables {
  const wx: Variables = caller.openid ? { WX_OPENID: caller.openid, WX_APPID: environment.appid } : {}
  const tcb: Variables = { TCB_ENV: environment.envId, TCB_SOURCE: caller.source, TCB_SEQID: requestId }
  return {
    ...wx,
    ...tcb,
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TCB_CONTEXT_KEYS: Object.keys(tcb).join(','),
    ...(caller.source.startsWith('wx_trigger') ? { TRIGGER_SRC: 'timer' } : {}),
  }
}

/** The second argument of `main(event, context)`. */
export function contextOf(limits: FunctionLimits, envId: string, requestId: string, variables: Variables) {
  return {
    callbackWaitsForEmptyEventLoop: false,
    memory_limit_in_mb: limits.memoryMb,
    time_limit_in_ms: limits.timeoutSeconds * 1000,
    request_id: requestId,
    function_name: limits.name,
    function_version: '$LATEST',
    namespace: envId,
    environment: JSON.stringify(variables),
    environ: Object.entries(variables)
      .map(([key, value]) => `${key}=${value}`)
      .join(';'),
  }
}
