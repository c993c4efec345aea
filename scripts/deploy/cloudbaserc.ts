import type { Deployment } from '../../cloudfunctions/deployed'

/** CloudBase's newest Node; functions are built for it. A function's runtime cannot be changed once it is there. */
export const RUNTIME = 'Nodejs20.19'

/**
 * The platform's own configuration file, made from the one table of deployed functions. It holds no secret: the
 * platform's CLI fills in `{{env.…}}` from its environment.
 */
function cloudbasercOf(deployments: readonly Deployment[]) {
  return {
    version: '2.0',
    envId: '{{env.CHANGKE_ENV}}',
    functionRoot: './dist/cloudfunctions',
    functions: deployments.map(({ name, trigger, timeoutSeconds, memoryMb, secrets }) => ({
      name,
      handler: 'index.main',
      runtime: RUNTIME,
      timeout: timeoutSeconds,
      memorySize: memoryMb,
      // Each function is one bundled file.
      installDependency: false,
      envVariables: Object.fromEntries(secrets.map((secret) => [secret, `{{env.${secret}}}`])),
      triggers: trigger.kind === 'timer' ? [{ name, type: 'timer', config: trigger.cron }] : [],
    })),
  }
}

/** As it lies in the project's folder. */
export function cloudbasercText(deployments: readonly Deployment[]): string {
  return `${JSON.stringify(cloudbasercOf(deployments), null, 2)}\n`
}
