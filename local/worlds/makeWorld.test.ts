import { readFileSync } from 'node:fs'
import path from 'node:path'
import { StartFailure } from '../startFailure'
import { ensureWorldExists } from './makeWorld'

const USAGE = readFileSync(path.resolve(__dirname, '../../scripts/world.mjs'), 'utf8')

it.each(['regulars', 'empty'])('there is a world %s, and its command names it', (name) => {
  ensureWorldExists(name)
  expect(USAGE).toContain(name)
})

it.each(['regular', '', 'toString'])('there is no world “%s”', (name) => {
  expect(() => ensureWorldExists(name)).toThrow(StartFailure)
  expect(() => ensureWorldExists(name)).toThrow('regulars, empty')
})
