import { guards } from '../../scripts/guards/guards'
import { exists, textOf } from './sourceFiles'

test.each(guards)('the guard that $what can be taken out', ({ file, from, to, test: tests, what }) => {
  expect(textOf(file).split(from)).toHaveLength(2)
  expect(to).not.toBe(from)
  expect(exists(tests)).toBe(true)
  expect(textOf('docs/guards.md')).toContain(`| ${what} `)
})
