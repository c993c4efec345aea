import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { deployments } from '../../cloudfunctions/deployed'
import { buildFunctions } from '../build/functions'
import { ROOT } from '../build/places'
import { openManager } from '../cloud/credentials'
import { cloudbasercText } from './cloudbaserc'
import { checkConfiguration, deploy, planLines } from './deploy'
import { runPlatformCli } from './platformCli'
import { readPresentFunctions } from './presentFunctions'
import { readDeploySettings } from './settings'

/**
 * `npm run deploy`: the functions and their timers into the environment that CHANGKE_ENV names. `-- --dry-run` only
 * says what it would do; `-- --write-config` makes cloudbaserc.json anew.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { 'dry-run': { type: 'boolean' }, 'write-config': { type: 'boolean' } },
  })
  if (values['write-config']) {
    return writeFileSync(path.join(ROOT, 'cloudbaserc.json'), cloudbasercText(deployments))
  }
  const settings = readDeploySettings(process.env, deployments)
  checkConfiguration(ROOT, deployments)
  console.log(planLines(settings, deployments).join('\n'))
  if (values['dry-run']) return console.log('Nothing was sent (--dry-run).')

  const manager = openManager(settings.account)
  await deploy(settings, deployments, {
    build: async () => void (await buildFunctions()),
    readPresent: () => readPresentFunctions(manager, deployments),
    runCli: () => runPlatformCli(ROOT, settings.account, settings.secrets),
  })
  console.log(`${deployments.length} functions are there as declared.`)
}

main().catch((error: Error) => {
  console.error(`deploy: ${error.message}`)
  process.exitCode = 1
})
