import { carrierOf, CARRIERS } from './carriers'
import { maskedPhone } from './parcel'

test('a phone number keeps its head and tail, and one too short for that nothing', () => {
  expect(maskedPhone('13800138000')).toBe('138****8000')
  expect(maskedPhone('+8613800138000')).toBe('+86****8000')
  expect(maskedPhone('1380013')).toBe('*******')
})

test('carriers are known by WeChat’s codes, each once', () => {
  expect(carrierOf('SF')?.name.zh).toBe('顺丰速运')
  expect(carrierOf('nobody')).toBeUndefined()
  expect(new Set(CARRIERS.map(({ code }) => code)).size).toBe(CARRIERS.length)
})
