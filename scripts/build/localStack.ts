import { build } from 'esbuild'
import { inProject } from './places'
import { whenChanged } from './whenChanged'
import { writeWhenChanged } from './writeWhenChanged'

/** Each is a file that a process or a worker thread starts from, so it must be plain JavaScript. */
const ENTRIES = {
  main: 'local/main.ts',
  functionThread: 'local/cloud/functions/functionThread.ts',
  gatewayThread: 'local/cloud/gatewayThread.ts',
}

/** Builds the local stack into dist/local/*.cjs, if it could come out otherwise. Throws esbuild's errors. */
export function buildLocalStack(): Promise<boolean> {
  const outputs = Object.keys(ENTRIES).map((name) => `dist/local/${name}.cjs`)
  const inputs = ['local', 'cloudfunctions', 'shared', 'scripts', 'tsconfig.json', 'package-lock.json']
  return whenChanged({ name: 'local', inputs, outputs }, bundle)
}

/** Packages are loaded from node_modules. */
async function bundle(): Promise<void> {
  const result = await build({
    entryPoints: Object.fromEntries(Object.entries(ENTRIES).map(([name, file]) => [name, inProject(file)])),
    outdir: inProject('dist/local'),
    outExtension: { '.js': '.cjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    sourcemap: 'inline',
    logLevel: 'silent',
    write: false,
  })
  await Promise.all(result.outputFiles.map(({ path, contents }) => writeWhenChanged(path, contents)))
}
