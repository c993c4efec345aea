import path from 'node:path'
import { buildSync } from 'esbuild'
import { codeFromStrings, holdsZod, PACKAGE_LIMITS, packageBytes } from './packageRules'
import { PackageTree } from './packageTree'

const ROOT = path.resolve(__dirname, '../..')

describe('the WeChat package', () => {
  const tree = new PackageTree(path.join(ROOT, 'dist/weapp'))
  const scripts = tree.files('.js')

  it('keeps within the sizes', () => {
    const { main, subpackages, media } = packageBytes(tree)
    expect(main).toBeGreaterThan(100_000)
    expect(main).toBeLessThan(PACKAGE_LIMITS.mainBytes)
    expect(media).toBeLessThan(PACKAGE_LIMITS.mediaBytes)
    for (const [root, bytes] of Object.entries(subpackages)) {
      expect({ root, ok: bytes > 0 && bytes < PACKAGE_LIMITS.subpackageBytes }).toEqual({ root, ok: true })
    }
  })

  it('loads code only for what a page needs', () => {
    expect(tree.appJson.lazyCodeLoading).toBe('requiredComponents')
  })

  it('makes no code out of strings', () => {
    expect(scripts.length).toBeGreaterThan(3)
    expect(scripts.flatMap((file) => codeFromStrings(tree.read(file)))).toEqual([])
  })

  it('holds no zod: the app takes only types from the contracts', () => {
    expect(scripts.filter((file) => holdsZod(tree.read(file)))).toEqual([])
  })

  it('has a file for each page that it names', () => {
    for (const page of tree.pages) {
      expect(tree.files(`.js`)).toContain(`${page}.js`)
      expect(tree.files(`.wxml`)).toContain(`${page}.wxml`)
    }
  })
})

describe('the rules', () => {
  it.each([
    'eval("1")',
    'new Function("return 1")()',
    'var f=Function("a","return a")',
    'try{return this||new Function("return this")()}catch(n){}',
  ])('find code out of strings in %s', (script) => {
    expect(codeFromStrings(script)).toHaveLength(1)
  })

  it.each(['"function"===typeof x', 'isFunction(x)', 'medieval(x)', 'x.name="Function"'])(
    'find none in %s',
    (script) => {
      expect(codeFromStrings(script)).toEqual([])
    },
  )

  it('find zod in a minified bundle of a contract', () => {
    const built = buildSync({
      entryPoints: [path.join(ROOT, 'shared/contracts/index.ts')],
      bundle: true,
      minify: true,
      write: false,
      platform: 'neutral',
      mainFields: ['module', 'main'],
      tsconfig: path.join(ROOT, 'tsconfig.json'),
    })
    expect(holdsZod(built.outputFiles[0]?.text ?? '')).toBe(true)
  })
})
