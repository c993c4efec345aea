import path from 'node:path'
import { contracts } from '@shared/contracts'
import type { Contract } from '@shared/contracts/contract'
import { exists, sourceFiles, textOf } from './sourceFiles'

const all: readonly Contract[] = contracts

const AUDIENCES: Readonly<Record<Contract['function'], readonly Contract['audience'][]>> = {
  shopper: ['visitor', 'member'],
  merchant: ['visitor', 'clerk', 'manager', 'owner'],
}

/** The longest chain of names from the use case's file: contract, file, route and tests carry one name. */
describe.each(all.map((contract) => [contract.name, contract] as const))('%s', (name, contract) => {
  const [capability = '', verb = ''] = name.split('.')

  test('is declared in the file of its capability', () => {
    expect(textOf(`shared/contracts/${capability}.ts`)).toContain(`name: '${name}'`)
  })

  test('has its use case in the file of its verb', () => {
    const file = `cloudfunctions/usecases/${capability}/${verb}.ts`
    expect(exists(file) && textOf(file)).toContain(`UseCase<'${name}'>`)
  })

  test('has its route in the function that it names, and in no other', () => {
    const routed = Object.keys(AUDIENCES).filter((fn) =>
      textOf(`cloudfunctions/${fn}/index.ts`).includes(`'${name}':`),
    )
    expect(routed).toEqual([contract.function])
  })

  test('has an audience of its function', () => {
    expect(AUDIENCES[contract.function]).toContain(contract.audience)
  })

  test('is called by a test', () => {
    const callers = sourceFiles(/\.test\.tsx?$/, ['tests', 'cloudfunctions'])
      .filter((file) => !file.startsWith('tests/house/'))
      .filter((file) => textOf(file).includes(`'${name}'`))
    expect(callers).not.toEqual([])
  })
})

test('every contract that is declared is in the list', () => {
  const declared = sourceFiles(/^[a-zA-Z]+\.ts$/, ['shared/contracts'])
    .filter((file) => path.basename(file) !== 'contract.ts')
    .flatMap((file) => [...textOf(file).matchAll(/^ {2}name: '([a-z]\w*\.\w+)',$/gm)].map(([, name]) => name))
  expect(declared.sort()).toEqual(all.map(({ name }) => name).sort())
})

test('a page is named by app.config.ts, and every page named is there', () => {
  const config = textOf('miniprogram/app.config.ts')
  const pages = sourceFiles(/^index\.config\.ts$/, ['miniprogram/features'])
  expect(pages).not.toEqual([])
  const roots = [...config.matchAll(/root: '([^']+)'/g)].map(([, root = '']) => root)
  for (const file of pages) {
    const page = file.replace('miniprogram/', '').replace(/\.config\.ts$/, '')
    const root = roots.find((folder) => page.startsWith(`${folder}/`))
    expect(config).toContain(`'${root ? page.slice(root.length + 1) : page}'`)
  }
})
