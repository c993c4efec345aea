import type { Page } from 'playwright-core'

const CALLS = '**/wx/callFunction'

/** What a browser itself says of calls that find no network. */
export const LOST_CALL = /callFunction|ERR_FAILED|ERR_INTERNET_DISCONNECTED/

/** The app's calls find no network until `restore`. */
export async function loseNetwork(page: Page): Promise<void> {
  await page.route(CALLS, (route) => route.abort('internetdisconnected'))
}

/** The app's calls arrive and are done, but the answers are lost on the way back. */
export async function loseAnswers(page: Page): Promise<void> {
  await page.route(CALLS, async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
}

export async function restore(page: Page): Promise<void> {
  await page.unroute(CALLS)
}

/** Keeps the app's calls from leaving; what it answers with releases them. */
export async function holdCalls(page: Page): Promise<() => void> {
  let release = (): void => undefined
  const released = new Promise<void>((resolve) => (release = resolve))
  await page.route(CALLS, async (route) => {
    await released
    await route.continue()
  })
  return release
}
