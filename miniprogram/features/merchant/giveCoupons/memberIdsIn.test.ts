import { memberIdsIn } from './memberIdsIn'

const [A, B] = ['mAbcdefghij0123456789-_', 'mZZZZZZZZZZ0123456789zz']

test.each([
  ['one a line', `${A}\n${B}`],
  ['a file of another system', `\uFEFF"会员编号","姓名"\r\n"${A}","x"\r\n"${B}","y"\r\n`],
  ['tabs and empty lines', `member\n\n${A}\tx\n  ${B}  \n`],
])('%s', (_, text) => {
  expect(memberIdsIn(text)).toEqual({ members: [A, B], repeated: 0, skipped: [] })
})

test('what stands there twice counts once, and what is no number is told', () => {
  expect(memberIdsIn(`${A}\n张三\n${A}\n12`)).toEqual({ members: [A], repeated: 1, skipped: ['张三', '12'] })
  expect(memberIdsIn('张三')).toEqual({ members: [], repeated: 0, skipped: ['张三'] })
  expect(memberIdsIn('')).toEqual({ members: [], repeated: 0, skipped: [] })
})
