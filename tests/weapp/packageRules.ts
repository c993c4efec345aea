import { statSync } from 'node:fs'
import path from 'node:path'
import type { PackageTree } from './packageTree'

const KB = 1024
const MB = 1024 * KB

/** What WeChat takes and its quality scan asks for. */
export const PACKAGE_LIMITS = { mainBytes: 1.5 * MB, subpackageBytes: 2 * MB, mediaBytes: 200 * KB }

const MEDIA = /\.(png|jpe?g|gif|webp|svg|mp3|aac|m4a|wav|mp4)$/i

/** The ways to make code out of a string, which WeChat forbids. */
const CODE_FROM_STRINGS = /\beval\s*\(|\bFunction\s*\(/g

/**
 * How webpack and lodash look for the global object; the string comes last, where `globalThis` is missing. That it is
 * never reached is proved by the boot, which forbids code out of strings.
 */
const GLOBAL_LOOKUPS = [
  /return globalThis;try\{return this\|\|new Function\("return this"\)\(\)/g,
  /===Object&&self,\w+=\w+\|\|\w+\|\|Function\("return this"\)\(\)/g,
]

/** Names that zod carries through minification. */
const ZOD = /\b_zod\b|\$?ZodError\b|invalid_union/

export interface PackageBytes {
  main: number
  subpackages: Record<string, number>
  media: number
}

export function packageBytes(tree: PackageTree): PackageBytes {
  const bytes: PackageBytes = {
    main: 0,
    subpackages: Object.fromEntries(tree.subpackages.map((root) => [root, 0])),
    media: 0,
  }
  for (const file of tree.files()) {
    const { size } = statSync(path.join(tree.root, file))
    const home = tree.packageOf(file)
    if (home === '') bytes.main += size
    else bytes.subpackages[home] = (bytes.subpackages[home] ?? 0) + size
    if (MEDIA.test(file)) bytes.media += size
  }
  return bytes
}

/** Where a script makes code out of a string, with what stands around it. */
export function codeFromStrings(script: string): string[] {
  const rest = GLOBAL_LOOKUPS.reduce((text, lookup) => text.replaceAll(lookup, ''), script)
  return [...rest.matchAll(CODE_FROM_STRINGS)].map(({ index }) =>
    rest.slice(Math.max(0, index - 60), index + 60),
  )
}

export function holdsZod(script: string): boolean {
  return ZOD.test(script)
}
