import type { Words } from '@shared/kernel/words'
import type { Entry, MemberAccount } from '../account/entry'
import { MEMBER_ACCOUNTS } from '../account/legs'
import { fact, part, sum, type ExplainLine, type ExplainUnit } from './explanation'

const BALANCE: Readonly<Record<MemberAccount, { readonly name: Words; readonly unit: ExplainUnit }>> = {
  points: { name: { zh: '可用积分', en: 'points' }, unit: 'points' },
  growth: { name: { zh: '成长值', en: 'growth' }, unit: 'growth' },
  principal: { name: { zh: '储值本金', en: 'principal' }, unit: 'fen' },
  bonus: { name: { zh: '储值赠金', en: 'bonus' }, unit: 'fen' },
  pendingPoints: { name: { zh: '待入账积分', en: 'pending points' }, unit: 'points' },
  pointsDebt: { name: { zh: '积分欠款', en: 'points owed' }, unit: 'points' },
}

const THIS_ENTRY: Words = { zh: '这一笔', en: 'This entry' }

/** Each balance that the entry changed: before, what changed it, after. Where it changed none, what they stood at. */
export function afterLines(
  { change, after }: Entry,
  how: Readonly<Partial<Record<MemberAccount, Words>>> = {},
): ExplainLine[] {
  const changed = MEMBER_ACCOUNTS.filter((account) => change[account] !== 0)
  if (changed.length === 0) return (['points', 'growth'] as const).map((account) => stood(account, after))
  return changed.flatMap((account) => {
    const { name, unit } = BALANCE[account]
    return [
      part(
        { zh: `之前的${name.zh}`, en: `${capital(name.en)} before` },
        after[account] - change[account],
        unit,
      ),
      part(how[account] ?? THIS_ENTRY, change[account], unit),
      sum({ zh: `之后的${name.zh}`, en: `${capital(name.en)} after` }, after[account], unit),
    ]
  })
}

function stood(account: MemberAccount, after: Entry['after']): ExplainLine {
  const { name, unit } = BALANCE[account]
  return fact({ zh: `当时的${name.zh}`, en: `${capital(name.en)} then` }, after[account], unit)
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
