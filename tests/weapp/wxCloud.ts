import { WxFailure } from './wxMethod'

interface FunctionCall {
  name: string
  data?: unknown
}

/** What WeChat says when the phone has no network. */
const NO_NETWORK = -404011

/**
 * Carries `wx.cloud.callFunction` to a running local stack as the caller `openid`. Whatever the stack does not answer
 * with a result fails as the platform's call would.
 */
export function cloudOf(stackUrl: string, openid: string) {
  return async ({ name, data }: FunctionCall): Promise<object> => {
    let response: Response
    try {
      response = await fetch(new URL('/wx/callFunction', stackUrl), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-local-openid': openid },
        body: JSON.stringify({ name, data }),
      })
    } catch (error) {
      throw new WxFailure(`request:fail ${(error as Error).message}`, NO_NETWORK)
    }
    const body = (await response.json()) as { result?: unknown; errMsg?: string; errCode?: number }
    if (!response.ok || body.result === undefined) {
      throw new WxFailure(body.errMsg ?? `HTTP ${response.status}`, body.errCode ?? response.status)
    }
    return { result: body.result, requestID: response.headers.get('x-request-id') ?? '' }
  }
}
