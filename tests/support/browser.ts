import { chromium, type Browser } from 'playwright-core'
import { findChromium } from './chromium'

/** Names resolve to nothing but this machine, so that neither the app nor the browser itself can reach a network. */
const LOOPBACK_ONLY = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost'

const FLAGS = [
  LOOPBACK_ONLY,
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
]

/** Starts a headless Chromium with an empty profile. The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const { env, ...which } = await findChromium()
  const isRoot = process.getuid?.() === 0
  return chromium.launch({
    ...which,
    headless: true,
    chromiumSandbox: process.platform === 'linux' && !isRoot && which.channel !== undefined,
    args: FLAGS,
    env: { ...(process.env as Record<string, string>), ...env },
  })
}
