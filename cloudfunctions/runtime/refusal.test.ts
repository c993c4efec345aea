import { ERRORS, type ErrorCode } from '@shared/contracts/errors'
import { inWords } from './refusal'

test('words are in the caller’s language, with the data filled in', () => {
  const refusal = { code: 'FORBIDDEN', data: { role: 'owner' } } as const
  expect(inWords(refusal, 'zh').message).toContain('需要店主的权限')
  expect(inWords(refusal, 'en')).toEqual({
    code: 'FORBIDDEN',
    message: "You are not allowed to do this (it needs the owner role). Please ask the shop's owner.",
    data: { role: 'owner' },
  })
})

test('days are written as people write them, and handed on as they are', () => {
  const refusal = { code: 'BIRTHDAY_NEAR', data: { from: '2026-03-01' } } as const
  expect(inWords(refusal, 'zh')).toMatchObject({
    message: expect.stringContaining('2026年3月1日起') as string,
    data: { from: '2026-03-01' },
  })
  expect(inWords(refusal, 'en').message).toContain('1 Mar 2026')
})

test('what brings its own words is told in the caller’s language', () => {
  const refusal = { code: 'IMPOSSIBLE_SETTINGS', data: { why: { zh: '没有等级', en: 'no level' } } } as const
  expect(inWords(refusal, 'zh').message).toContain('：没有等级。')
  expect(inWords(refusal, 'en')).toMatchObject({
    message: expect.stringContaining(': no level.') as string,
    data: refusal.data,
  })
})

test('every refusal has words in both languages, with the same blanks', () => {
  const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
  for (const code of Object.keys(ERRORS) as ErrorCode[]) {
    expect(ERRORS[code].zh).toMatch(/[\u4e00-\u9fff]/)
    expect(blanks(ERRORS[code].zh)).toEqual(blanks(ERRORS[code].en))
  }
})

test('Chinese words are punctuated as Chinese', () => {
  for (const { zh } of Object.values(ERRORS)) expect(zh).not.toMatch(/[\u4e00-\u9fff][,:;!?()]/)
})
