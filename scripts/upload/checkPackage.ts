// Run with miniprogram-ci installed beside it: compiles dist/weapp as an upload would and asks WeChat's own quality
// scan about it, without a network or an account.
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { inProject } from '../build/places'
import { ciModuleFrom } from './ciModuleFrom'

interface Finding {
  readonly name: string
  readonly success: boolean
  readonly text: string
  readonly detail?: unknown
}

interface CiProject {
  attr: () => Promise<unknown>
}

interface MiniprogramCi {
  Project: new (options: object) => CiProject
  getCompiledResult(options: object): Promise<Record<string, string | Buffer>>
  checkCodeQuality(project: CiProject): Promise<Finding[]>
}

/** What WeChat's server would say of an ordinary mini-program; sizes in MB. */
const ATTRIBUTES = {
  platform: false,
  appType: 0,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxSubPackageLimit: 100,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxCustomTabbarCount: 10,
    MaxTabbarIconSize: 40,
  },
}

function openProject(ci: MiniprogramCi): CiProject {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  })
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath: inProject('dist/weapp'),
    privateKey,
  })
  project.attr = () => Promise.resolve(ATTRIBUTES)
  return project
}

async function main(): Promise<boolean> {
  if (!existsSync(inProject('dist/weapp/app.json'))) throw new Error('dist/weapp is not built')
  const load = createRequire(ciModuleFrom(process.env.PATH ?? ''))
  const ci = load('miniprogram-ci') as MiniprogramCi
  const project = openProject(ci)
  const { version } = JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as { version: string }
  const files = await ci.getCompiledResult({
    project,
    version,
    desc: 'check',
    setting: { minify: true },
    onProgressUpdate: () => undefined,
  })
  const findings = await ci.checkCodeQuality(project)
  console.log(
    `${Object.keys(files).length} files compiled from ${path.relative(process.cwd(), inProject('dist/weapp'))}`,
  )
  for (const { name, success, text, detail } of findings) {
    console.log(success ? `ok     ${name}` : `FAILED ${name}: ${text} ${JSON.stringify(detail ?? '')}`)
  }
  return findings.length > 0 && findings.every(({ success }) => success)
}

// The tool keeps watching the folder, so it would never end by itself.
main().then(
  (passed) => process.exit(passed ? 0 : 1),
  (error: Error) => {
    console.error(`check: ${error.message}`)
    process.exit(1)
  },
)
