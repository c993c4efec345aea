import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildApp } from '../scripts/build/app'
import { inProject } from '../scripts/build/places'
import { slowly } from '../scripts/build/slowly'
import { packageBytes } from '../tests/weapp/packageRules'
import { PackageTree } from '../tests/weapp/packageTree'
import { report } from './figure'

/** Bytes of the app as it is uploaded to WeChat and as a browser loads it; built first where a source has changed. */
export async function measurePackages(): Promise<void> {
  await slowly('Building the app for WeChat', (show) => buildApp('weapp', show))
  const { main, subpackages } = packageBytes(new PackageTree(inProject('dist/weapp')))
  report({ figure: 'weapp.package', package: 'main', bytes: main }, `weapp main package: ${kb(main)}`)
  for (const [root, bytes] of Object.entries(subpackages)) {
    report({ figure: 'weapp.package', package: root, bytes }, `weapp subpackage ${root}: ${kb(bytes)}`)
  }
  await slowly('Building the app for the browser', (show) => buildApp('h5', show))
  const { bytes, gzipBytes } = await folderBytes(inProject('dist/h5'))
  report({ figure: 'h5.package', bytes, gzipBytes }, `h5: ${kb(bytes)}, compressed ${kb(gzipBytes)}`)
}

async function folderBytes(folder: string): Promise<{ bytes: number; gzipBytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.join(parentPath, name))
  let bytes = 0
  let gzipBytes = 0
  for (const file of files) {
    bytes += (await stat(file)).size
    gzipBytes += gzipSync(await readFile(file)).length
  }
  return { bytes, gzipBytes }
}

function kb(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`
}
