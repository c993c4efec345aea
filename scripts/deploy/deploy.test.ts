import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type Deployment, deployments } from '../../cloudfunctions/deployed'
import { cloudbasercText } from './cloudbaserc'
import { changedSecrets, differences, type PresentFunction } from './compareDeployed'
import { deploy } from './deploy'
import type { PresentFunctions } from './presentFunctions'
import { readDeploySettings } from './settings'

const root = path.resolve(__dirname, '../..')
const SECRET = 'a-secret-that-is-long-enough-to-be-one'
const ENVIRONMENT = {
  CHANGKE_ENV: 'shop-1a2b',
  TENCENTCLOUD_SECRETID: 'an-id',
  TENCENTCLOUD_SECRETKEY: 'a-key',
  CHANGKE_SECRET: SECRET,
}

const PAY = {
  CHANGKE_APPID: 'wx0123456789abcdef',
  CHANGKE_PAY_MCHID: '1900000001',
  CHANGKE_PAY_SERIAL: 'AB'.repeat(20),
  CHANGKE_PAY_PRIVATE_KEY: 'k'.repeat(1624),
  CHANGKE_PAY_PUBLIC_KEY_ID: 'PUB_KEY_ID_0119000000012026',
  CHANGKE_PAY_PUBLIC_KEY: 'k'.repeat(390) + '==',
  CHANGKE_PAY_API_V3_KEY: '0123456789abcdef0123456789abcdef',
  CHANGKE_PAY_NOTIFY_URL: 'https://shop.example/payNotify',
}

const TIMER: Deployment = {
  name: 'hourly',
  trigger: { kind: 'timer', cron: '0 0 * * * * *' },
  timeoutSeconds: 60,
  memoryMb: 256,
  secrets: ['CHANGKE_SECRET'],
}

const THERE: PresentFunction = {
  Runtime: 'Nodejs20.19',
  Handler: 'index.main',
  Timeout: 60,
  MemorySize: 256,
  Status: 'Active',
  ModTime: '2026-01-01 00:00:00',
  Environment: { Variables: [{ Key: 'CHANGKE_SECRET', Value: SECRET }] },
  Triggers: [{ TriggerName: 'hourly', TriggerDesc: '{"cron":"0 0 * * * * *"}' }],
}

test('cloudbaserc.json is what the table of deployed functions makes of it', () => {
  expect(readFileSync(path.join(root, 'cloudbaserc.json'), 'utf8')).toBe(cloudbasercText(deployments))
})

describe('settings', () => {
  test('everything missing is named at once', () => {
    const names = Object.keys(ENVIRONMENT)
    expect(() => readDeploySettings({}, deployments)).toThrow(
      new RegExp(names.map((name) => `${name} is not set`).join('[^]*')),
    )
  })

  test.each(['short', `${SECRET} with spaces`, `${SECRET}"`])('%p is no secret', (secret) => {
    const env = { ...ENVIRONMENT, CHANGKE_SECRET: secret }
    expect(() => readDeploySettings(env, deployments)).toThrow('CHANGKE_SECRET must be at least 32')
  })

  test('a shop without WeChat Pay deploys, and one with all of it', () => {
    expect(readDeploySettings(ENVIRONMENT, deployments).secrets).toMatchObject({ CHANGKE_PAY_MCHID: '' })
    expect(
      readDeploySettings({ ...ENVIRONMENT, CHANGKE_APPID: PAY.CHANGKE_APPID }, deployments),
    ).toBeDefined()
    expect(readDeploySettings({ ...ENVIRONMENT, ...PAY }, deployments).secrets).toMatchObject(PAY)
  })

  test('WeChat Pay by half is refused, and says what is missing', () => {
    const { CHANGKE_PAY_API_V3_KEY: _, ...half } = PAY
    expect(() => readDeploySettings({ ...ENVIRONMENT, ...half }, deployments)).toThrow(
      'set up by half: CHANGKE_PAY_API_V3_KEY not set',
    )
  })

  test.each(Object.keys(PAY))('%s must look like what it is', (name) => {
    const env = { ...ENVIRONMENT, ...PAY, [name]: '-----BEGIN' }
    expect(() => readDeploySettings(env, deployments)).toThrow(`${name} must be`)
  })
})

describe('dry run', () => {
  const dryRun = (env: Readonly<Record<string, string>>) => {
    const args = ['--import', 'tsx', 'scripts/deploy/index.ts', '--dry-run']
    const { PATH = '' } = process.env
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, env: { PATH, ...env } })
    return { status, stdout: stdout.toString(), stderr: stderr.toString() }
  }

  test('says what would be deployed, and no secret', () => {
    const { status, stdout } = dryRun(ENVIRONMENT)
    expect(status).toBe(0)
    for (const { name } of deployments) expect(stdout).toContain(`\n${name}: `)
    expect(stdout).toContain('tcb fn deploy --all --force --yes -e shop-1a2b')
    expect(stdout).not.toContain(SECRET)
    expect(stdout).not.toContain('a-key')
  })

  test('fails when something is missing', () => {
    const { CHANGKE_SECRET: _, ...withoutSecret } = ENVIRONMENT
    const { status, stderr } = dryRun(withoutSecret)
    expect(status).toBe(1)
    expect(stderr).toContain('CHANGKE_SECRET is not set')
  })
})

describe('what is there against what was declared', () => {
  const given = { CHANGKE_SECRET: SECRET }

  test('the same', () => expect(differences(TIMER, THERE, given)).toEqual([]))

  test.each<[string, Partial<PresentFunction> | null, string]>([
    ['no function', null, 'hourly: is not there'],
    ['an older Node', { Runtime: 'Nodejs18.15' }, 'hourly: runtime is Nodejs18.15, not Nodejs20.19'],
    ['another timeout', { Timeout: 3 }, 'hourly: timeout is 3, not 60'],
    ['less memory', { MemorySize: 128 }, 'hourly: memory is 128, not 256'],
    ['a failed update', { Status: 'UpdateFailed' }, 'hourly: status is UpdateFailed, not Active'],
    ['no variables', { Environment: {} }, 'hourly: CHANGKE_SECRET is not what was given'],
    ['no timer', { Triggers: [] }, 'hourly: its timer is not 0 0 * * * * *'],
  ])('%s', (_, change, expected) => {
    expect(differences(TIMER, change && { ...THERE, ...change }, given)).toEqual([expected])
  })
})

describe('deploying', () => {
  const settings = readDeploySettings(ENVIRONMENT, [TIMER])
  const newer = { ...THERE, ModTime: '2026-01-02 00:00:00' }

  /** Runs a deployment that finds these functions before and after the platform's CLI; answers what was called. */
  const run = async (states: readonly (PresentFunction | null)[], exitCode = 0): Promise<string[]> => {
    const calls: string[] = []
    const left = states.map((state): PresentFunctions => new Map([['hourly', state]]))
    await deploy(settings, [TIMER], {
      build: async () => void calls.push('build'),
      runCli: async () => {
        calls.push('cli')
        return exitCode
      },
      readPresent: async () => left.shift() ?? new Map<string, null>(),
    }).catch((error: Error) => calls.push(error.message))
    return calls
  }

  test('into an empty environment', async () => expect(await run([null, THERE])).toEqual(['build', 'cli']))
  test('over an older one', async () => expect(await run([THERE, newer])).toEqual(['build', 'cli']))

  test('the CLI ended well but nothing came', async () => {
    expect(await run([null, null])).toEqual(['build', 'cli', 'hourly: is not there'])
    expect(await run([THERE, THERE])).toEqual(['build', 'cli', 'hourly: was not updated'])
  })

  test('the CLI failed', async () => {
    expect(await run([THERE, newer], 1)).toEqual(['build', 'cli', "the platform's CLI ended with 1"])
  })

  test('another secret than the one that is there stops it before anything is sent', async () => {
    const other = { ...THERE, Environment: { Variables: [{ Key: 'CHANGKE_SECRET', Value: 'another' }] } }
    const calls = await run([other, newer])
    expect(calls).toHaveLength(1)
    expect(calls[0]).toMatch(/^hourly has another CHANGKE_SECRET\nNothing was deployed/)
  })

  test('keys of WeChat Pay are exchanged', () => {
    const name = 'CHANGKE_PAY_API_V3_KEY'
    const there = { ...THERE, Environment: { Variables: [{ Key: name, Value: 'the old one' }] } }
    expect(changedSecrets({ ...TIMER, secrets: [name] }, there, PAY)).toEqual([])
  })
})
