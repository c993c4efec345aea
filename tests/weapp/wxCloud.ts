import { WxFailure } from './wxMethod'

interface FunctionCall {
  name: string
  data?: unknown
}

/** CloudBase's number for a function that did not come to its end. */
const FUNCTION_FAILED = -504002

/**
 * Carries `wx.cloud.callFunction` to a running local stack as the caller `openid`. It fails as WeChat's call would:
 * without a number when nothing was reached, with CloudBase's when a function broke.
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
      throw new WxFailure(`Error: request:fail ${(error as Error).message}`)
    }
    const body = (await response.json()) as { result?: unknown; error?: { code: string; message: string } }
    if (body.result === undefined) {
      const { code, message } = body.error ?? { code: String(response.status), message: 'no result' }
      throw new WxFailure(`${code} ${message}`, FUNCTION_FAILED)
    }
    return { result: body.result, requestID: response.headers.get('x-request-id') ?? '' }
  }
}
