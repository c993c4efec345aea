import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { configOf, FUNCTION_BUNDLE } from '../../scripts/build/functions'
import { inProject } from '../../scripts/build/places'
import { deployments } from '../../cloudfunctions/deployed'

/** A folder with the deployed functions as they were built, and beside them the bare one, built and set up alike. */
export async function makeFunctionsFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'changke-bench-functions-'))
  await cp(inProject('dist/cloudfunctions'), folder, { recursive: true })
  const bare = path.join(folder, 'bare')
  await mkdir(bare)
  await build({
    ...FUNCTION_BUNDLE,
    entryPoints: [inProject('bench/bare/index.ts')],
    outfile: path.join(bare, 'index.js'),
    write: true,
  })
  const [shopper] = deployments
  await writeFile(path.join(bare, 'config.json'), JSON.stringify(configOf({ ...shopper, name: 'bare' })))
  return folder
}
