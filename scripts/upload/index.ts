import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { buildApp } from '../build/app'
import { inProject } from '../build/places'
import { slowly } from '../build/slowly'
import { withCiPackage } from './ciPackage'
import { readUploadSettings } from './settings'

const buildWeapp = () => slowly('Building the app for WeChat', (show) => buildApp('weapp', show))

async function check(): Promise<number> {
  await buildWeapp()
  return withCiPackage([process.execPath, '--import', 'tsx', 'scripts/upload/checkPackage.ts'])
}

async function upload(description: string): Promise<number> {
  const { appid, keyPath, envId } = readUploadSettings(process.env)
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string }
  process.env.TARO_APP_CLOUD_ENV = envId
  await buildWeapp()
  const target = ['--project-path', inProject('dist/weapp'), '--appid', appid, '--private-key-path', keyPath]
  const what = ['--upload-version', version, '--upload-description', description, '--use-project-config']
  return withCiPackage(['miniprogram-ci', 'upload', ...target, ...what])
}

/**
 * `npm run upload -- [--description <text>]`: the app into WeChat's admin pages, under package.json's version.
 * `-- --check` compiles it and runs WeChat's quality scan here, without an account.
 */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { check: { type: 'boolean' }, description: { type: 'string', default: '' } },
  })
  return values.check ? check() : upload(values.description)
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: Error) => {
    console.error(`upload: ${error.message}`)
    process.exitCode = 1
  },
)
