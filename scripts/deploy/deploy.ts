import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Deployment } from '../../cloudfunctions/deployed'
import { cloudbasercText } from './cloudbaserc'
import { changedSecrets, differences } from './compareDeployed'
import { CLI_ARGUMENTS } from './platformCli'
import type { PresentFunctions } from './presentFunctions'
import type { DeploySettings } from './settings'

/** What a deployment touches outside; in tests these are replaced. */
export interface Outside {
  build(): Promise<void>
  readPresent(): Promise<PresentFunctions>
  runCli(): Promise<number>
}

/** Throws when cloudbaserc.json is not what the table of deployed functions makes of it. */
export function checkConfiguration(root: string, deployments: readonly Deployment[]): void {
  const text = readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8')
  if (text !== cloudbasercText(deployments)) {
    throw new Error(
      'cloudbaserc.json differs from cloudfunctions/deployed.ts: npm run deploy -- --write-config',
    )
  }
}

/** What a deployment would do, line by line; no secret's value is in it. */
export function planLines(
  { account, secrets }: DeploySettings,
  deployments: readonly Deployment[],
): string[] {
  return [
    `environment ${account.envId}`,
    ...deployments.map(
      ({ name, trigger, timeoutSeconds, memoryMb }) =>
        `${name}: ${startedBy(trigger)}, ${timeoutSeconds} s, ${memoryMb} MB`,
    ),
    `with ${Object.keys(secrets)
      .filter((name) => secrets[name])
      .join(', ')}`,
    `by npx ${CLI_ARGUMENTS.join(' ')} -e ${account.envId}`,
  ]
}

function startedBy(trigger: Deployment['trigger']): string {
  switch (trigger.kind) {
    case 'call':
      return 'called'
    case 'http':
      return 'behind HTTP'
    case 'timer':
      return `timer ${trigger.cron}`
  }
}

/**
 * Builds and deploys every function, then asks the platform whether they are what was declared, since the CLI ends
 * with 0 even when it could not deploy. Throws what is wrong, a line each; safe to run again.
 */
export async function deploy(
  { secrets }: DeploySettings,
  deployments: readonly Deployment[],
  outside: Outside,
): Promise<void> {
  const before = await outside.readPresent()
  const changed = deployments.flatMap((d) => changedSecrets(d, before.get(d.name) ?? null, secrets))
  if (changed.length > 0) {
    throw new Error(
      [
        ...changed,
        'Nothing was deployed. Members would lose their accounts: give the secret that is there.',
      ].join('\n'),
    )
  }
  await outside.build()
  const exitCode = await outside.runCli()
  const after = await outside.readPresent()
  const wrong = deployments.flatMap((d) => {
    const present = after.get(d.name) ?? null
    const stale = present !== null && present.ModTime === before.get(d.name)?.ModTime
    return [...differences(d, present, secrets), ...(stale ? [`${d.name}: was not updated`] : [])]
  })
  if (exitCode !== 0) wrong.push(`the platform's CLI ended with ${exitCode}`)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
}
