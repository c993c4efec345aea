import fc from 'fast-check'
import { fromWallet, type WalletSplit } from './wallet'

const wallet = { principalFen: 10_000, bonusFen: 2_000 }

test.each<[WalletSplit, number, number]>([
  ['proportional', 5_000, 1_000],
  ['principalFirst', 6_000, 0],
  ['bonusFirst', 4_000, 2_000],
])('%s', (split, principalFen, bonusFen) => {
  expect(fromWallet(wallet, { of: 'upTo', amountFen: 6_000 }, 20_000, split)).toEqual({
    ok: true,
    value: { principalFen, bonusFen },
  })
})

test('as far as it reaches, and no further than is payable', () => {
  const spent = (payableFen: number) => fromWallet(wallet, { of: 'all' }, payableFen, 'proportional')
  expect(spent(50_000)).toEqual({ ok: true, value: wallet })
  expect(spent(1_200)).toEqual({ ok: true, value: { principalFen: 1_000, bonusFen: 200 } })
})

test('as far as the member chose: none, or up to an amount that they have', () => {
  expect(fromWallet(wallet, { of: 'none' }, 50_000, 'proportional')).toEqual({
    ok: true,
    value: { principalFen: 0, bonusFen: 0 },
  })
  expect(fromWallet(wallet, { of: 'upTo', amountFen: 12_001 }, 500, 'proportional')).toEqual({
    ok: false,
    error: { code: 'BALANCE_MISSING', missingFen: 1 },
  })
})

test('a fen that cannot be shared comes from the bonus', () => {
  expect(fromWallet({ principalFen: 5, bonusFen: 5 }, { of: 'all' }, 1, 'proportional')).toEqual({
    ok: true,
    value: { principalFen: 0, bonusFen: 1 },
  })
})

test('neither is ever below zero, and both are all that is wanted', () => {
  const splits = fc.constantFrom<WalletSplit>('proportional', 'principalFirst', 'bonusFirst')
  fc.assert(
    fc.property(
      fc.nat(1_000_000),
      fc.nat(1_000_000),
      fc.nat(3_000_000),
      splits,
      (p, b, payableFen, split) => {
        const spent = fromWallet({ principalFen: p, bonusFen: b }, { of: 'all' }, payableFen, split)
        if (!spent.ok) throw new Error(spent.error.code)
        const { principalFen, bonusFen } = spent.value
        expect(principalFen + bonusFen).toBe(Math.min(p + b, payableFen))
        expect(principalFen >= 0 && principalFen <= p).toBe(true)
        expect(bonusFen >= 0 && bonusFen <= b).toBe(true)
      },
    ),
  )
})
