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
