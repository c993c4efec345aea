import { mkdir, readdir, rm } from 'node:fs/promises'
import { build, context, type BuildOptions, type BuildResult } from 'esbuild'
import { deployments, type Deployment } from '../../cloudfunctions/deployed'
import { inProject } from './places'
import { whenChanged } from './whenChanged'
import { writeWhenChanged } from './writeWhenChanged'

/** How CloudBase runs a function: one CommonJS file with everything in it. Names stay readable in stack traces. */
export const FUNCTION_BUNDLE = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  minifyWhitespace: true,
  minifySyntax: true,
  keepNames: true,
  legalComments: 'none',
  logLevel: 'silent',
  write: false,
} as const satisfies BuildOptions

const OUT = inProject('dist/cloudfunctions')

/** The `config.json` beside a built function: what the platform and the local stack must know to run it. */
export function configOf(deployment: Deployment) {
  const { name, trigger, timeoutSeconds, memoryMb, secrets } = deployment
  return {
    handler: 'index.main',
    timeout: timeoutSeconds,
    memorySize: memoryMb,
    envVariables: secrets,
    triggers: trigger.kind === 'timer' ? [{ name, type: 'timer', config: trigger.cron }] : [],
  }
}

/** Builds every deployed function into dist/cloudfunctions/<name>/, if any could come out otherwise. Throws esbuild's errors. */
export function buildFunctions(): Promise<boolean> {
  const outputs = deployments.map(({ name }) => `dist/cloudfunctions/${name}/index.js`)
  const inputs = ['cloudfunctions', 'shared', 'scripts/build', 'tsconfig.json', 'package-lock.json']
  return whenChanged({ name: 'functions', inputs, outputs }, async () => {
    await removeUndeployed()
    await Promise.all(
      deployments.map(async (deployment) => save(deployment, await build(optionsOf(deployment)))),
    )
  })
}

/**
 * Builds again whenever a source changes, until `stop()`. `onError` gets esbuild's messages; the last good build stays.
 */
export async function watchFunctions(onError: (text: string) => void): Promise<{ stop(): Promise<void> }> {
  const contexts = await Promise.all(
    deployments.map(async (deployment) => {
      const saver = {
        name: 'save',
        setup: (b: { onEnd(f: (result: BuildResult) => Promise<void>): void }) =>
          b.onEnd(async (result) => {
            for (const error of result.errors) onError(`${deployment.name}: ${error.text}`)
            if (result.errors.length === 0) await save(deployment, result)
          }),
      }
      return context({ ...optionsOf(deployment), plugins: [saver] })
    }),
  )
  await Promise.all(contexts.map((c) => c.watch()))
  return { stop: async () => void (await Promise.all(contexts.map((c) => c.dispose()))) }
}

function optionsOf({ name }: Deployment): BuildOptions {
  return {
    ...FUNCTION_BUNDLE,
    entryPoints: [inProject('cloudfunctions', name, 'index.ts')],
    outfile: 'index.js',
  }
}

async function save(deployment: Deployment, result: BuildResult): Promise<void> {
  const file = (name: string) => `${OUT}/${deployment.name}/${name}`
  const manifest = { name: deployment.name, version: '1.0.0', main: 'index.js' }
  await writeWhenChanged(file('config.json'), json(configOf(deployment)))
  await writeWhenChanged(file('package.json'), json(manifest))
  await writeWhenChanged(file('index.js'), result.outputFiles?.[0]?.contents ?? '')
}

/** A function that is no longer deployed must not go on answering locally. */
async function removeUndeployed(): Promise<void> {
  const deployed = new Set<string>(deployments.map(({ name }) => name))
  await mkdir(OUT, { recursive: true })
  const gone = (await readdir(OUT)).filter((name) => !deployed.has(name))
  await Promise.all(gone.map((name) => rm(`${OUT}/${name}`, { recursive: true })))
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
