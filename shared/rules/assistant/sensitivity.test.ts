import { sensitivityOf } from './sensitivity'

test('who has exactly the moved threshold is in, whichever way it moved', () => {
  const ascending = [8_999, 9_000, 9_999, 10_000, 10_999, 11_000]
  expect(sensitivityOf(ascending, 10_000)).toEqual({
    higher: { thresholdFen: 11_000, members: 2 },
    lower: { thresholdFen: 9_000, members: 2 },
    reason: {
      zh: '门槛提高 10%（110.00 元），2 人会掉出；降低 10%（90.00 元），2 人会升入。',
      en: '10% higher (¥110.00) and 2 would fall out; 10% lower (¥90.00) and 2 would come in.',
    },
  })
})

test('a tenth of a fen counts as a fen', () => {
  const { higher, lower } = sensitivityOf([13, 14, 15, 16, 17], 15)
  // 16.5 and 13.5 fen.
  expect([higher, lower]).toEqual([
    { thresholdFen: 17, members: 2 },
    { thresholdFen: 14, members: 1 },
  ])
})
