import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ciModuleFrom } from './ciModuleFrom'
import { readUploadSettings } from './settings'

const COMPLETE = { CHANGKE_APPID: 'wx1', CHANGKE_UPLOAD_KEY: 'private.key', CHANGKE_ENV: 'shop-1a2b' }

describe('what an upload needs', () => {
  test('everything missing is named at once', () => {
    expect(() => readUploadSettings({})).toThrow(
      /CHANGKE_APPID is not set[^]*CHANGKE_UPLOAD_KEY is not set[^]*CHANGKE_ENV is not set/,
    )
  })

  test('an app that talks to a local stack is not uploaded', () => {
    const env = { ...COMPLETE, TARO_APP_LOCAL: 'http://127.0.0.1:8080' }
    expect(() => readUploadSettings(env)).toThrow('TARO_APP_LOCAL is set')
    expect(readUploadSettings(COMPLETE)).toEqual({ appid: 'wx1', keyPath: 'private.key', envId: 'shop-1a2b' })
  })
})

test('the upload tool is found beside the commands that npx puts into PATH', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'changke-npx-'))
  try {
    const modules = path.join(folder, 'node_modules')
    mkdirSync(path.join(modules, 'miniprogram-ci'), { recursive: true })
    writeFileSync(path.join(modules, 'miniprogram-ci/package.json'), '{}')
    const searchPath = ['/usr/bin', path.join(modules, '.bin')].join(path.delimiter)
    expect(path.dirname(ciModuleFrom(searchPath))).toBe(folder)
    expect(() => ciModuleFrom('/usr/bin')).toThrow('npm run upload -- --check')
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('WeChat’s quality scan asks for minified files', () => {
  const { setting } = JSON.parse(
    readFileSync(path.resolve(__dirname, '../../project.config.json'), 'utf8'),
  ) as {
    setting: Record<string, boolean>
  }
  expect(setting).toMatchObject({ minified: true, minifyWXSS: true, minifyWXML: true })
})
