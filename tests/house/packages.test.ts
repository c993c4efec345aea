import { sourceFiles, textOf } from './sourceFiles'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>
}

const manifest = JSON.parse(textOf('package.json')) as Manifest
const lock = JSON.parse(textOf('package-lock.json')) as Lock
const direct = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })

test('every dependency is pinned to one version, the one that is locked', () => {
  const loose = direct.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
  expect(loose).toEqual([])
  const elsewhere = direct.filter(
    ([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version,
  )
  expect(elsewhere).toEqual([])
})

test('the lock file checks every package’s content and names no registry', () => {
  const packages = Object.entries(lock.packages).filter(([place, { link }]) => place !== '' && !link)
  expect(packages.length).toBeGreaterThan(direct.length)
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([])
  // A package that comes inside another one is covered by the content of that one.
  const unchecked = packages.filter(([, entry]) => entry.integrity === undefined && !('inBundle' in entry))
  expect(unchecked.map(([place]) => place)).toEqual([])
})

test('every part that a package names for some system is locked', () => {
  // npm locks what it can find and says nothing; `npm ci` then refuses the lock file on every fresh clone.
  const isLocked = (place: string, name: string): boolean => {
    if (lock.packages[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true
    const outside = place.lastIndexOf('node_modules/')
    return outside >= 0 && isLocked(place.slice(0, outside).replace(/\/$/, ''), name)
  }
  const missing = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(place, name))
      .map((name) => `${place} names ${name}`),
  )
  expect(missing).toEqual([])
})

test('what only a deployment needs is no dependency', () => {
  const names = direct.map(([name]) => name)
  expect(names.filter((name) => ['@cloudbase/cli', 'miniprogram-ci'].includes(name))).toEqual([])
})

test('no file is longer than 400 lines', () => {
  const files = sourceFiles(/\.(tsx?|mjs|cjs|scss)$/)
  expect(files.length).toBeGreaterThan(100)
  const long = files
    .map(
      (file) =>
        [
          file,
          textOf(file)
            .split('\n')
            .filter((line) => line.trim() !== '').length,
        ] as const,
    )
    .filter(([, lines]) => lines > 400)
  expect(long).toEqual([])
})
