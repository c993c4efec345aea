import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { bootWeapp } from './bootWeapp'
import { PackageTree } from './packageTree'
import type { WeappUser } from './weappUser'
import { WxFailure } from './wxMethod'

/** What a page of a hand-made package is: its markup and the source text of its definition. */
export interface HandMadePage {
  wxml?: string
  page: string
}

export interface HandMade {
  pages: Record<string, HandMadePage>
  app?: string
  appJson?: object
  files?: Record<string, string>
}

const PLAIN_APP = 'App({})'

/** Writes a small mini-program, boots it, hands it to `use`, and clears everything away. */
export async function inHandMadePackage(
  made: HandMade,
  use: (user: WeappUser) => Promise<void> | void,
): Promise<void> {
  const root = mkdtempSync(path.join(tmpdir(), 'changke-weapp-'))
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  write('app.json', JSON.stringify({ pages: Object.keys(made.pages), ...made.appJson }))
  write('app.js', made.app ?? PLAIN_APP)
  for (const [id, { wxml = '<view>{{text}}</view>', page }] of Object.entries(made.pages)) {
    write(`${id}.wxml`, wxml)
    write(`${id}.json`, '{}')
    write(`${id}.js`, page)
  }
  for (const [file, text] of Object.entries(made.files ?? {})) write(file, text)
  const user = bootWeapp({
    tree: new PackageTree(root),
    phone: { language: 'zh_CN', theme: 'light' },
    callFunction: () => Promise.reject(new WxFailure('no network', -404011)),
  })
  try {
    await user.rest()
    await use(user)
  } finally {
    user.close()
    rmSync(root, { recursive: true })
  }
}
