import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import { wayTexts } from './tierProgress'

const growth = { measure: 'growth', have: 1200, need: 2000, missing: 800, progressBp: 6000 } as const
const spend = { measure: 'spend', have: 380000, need: 500000, missing: 120000, progressBp: 7600 } as const

describe('wayTexts', () => {
  it('says how far the next level is, in people’s words', () => {
    expect(wayTexts(growth, '黄金会员', zh)).toEqual({
      lead: '距黄金会员还差 800 成长值',
      or: '或再得 800 成长值',
      have: '1,200 / 2,000 成长值',
    })
    expect(wayTexts(spend, '黄金会员', zh)).toMatchObject({
      lead: '距黄金会员还差消费 ¥1,200.00',
      have: '¥3,800.00 / ¥5,000.00',
    })
    expect(wayTexts(growth, 'Gold', en).lead).toBe('800 growth away from Gold')
  })
})
