import { startOfDay } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Account } from '../account/account'
import { post } from '../account/post'
import { REMINDERS_LIMIT } from '../account/tail'
import { tell } from '../messages/tell'
import { issuePoints } from '../points/earn'
import type { Settings } from '../settings/settings'
import { fundsOf, walletOf } from './wallet'
import { conversionDay, yearEndDay, yearEndStep, type YearEndStep } from './yearEnd'
import { noticeMessage } from './yearEndMessages'

type Conversion = Extract<YearEndStep, { of: 'conversion' }>

/**
 * False for some seconds after the rules of the wallet changed, where the new ones have not been read yet: a wallet
 * that was looked at under them is left alone by the old ones.
 */
export function knowsWalletOf({ wallet }: Account, { wallet: { version } }: Settings): boolean {
  return (wallet?.settingsVersion ?? 0) <= version
}

/** The account as one whose wallet this version of the settings has been looked at for. */
export function seenWallet(account: Account, { wallet: { version } }: Settings): Account {
  const { wallet } = account
  if (!wallet || wallet.settingsVersion >= version) return account
  return { ...account, wallet: { ...wallet, settingsVersion: version } }
}

/** The day on which bonus becomes what its member had word of; null when nothing does. */
export function nextConversion(account: Account, settings: Settings): Day | null {
  const { yearEnd } = walletOf(account)
  if (!yearEnd || yearEnd.isDone || !knowsWalletOf(account, settings)) return null
  return settings.wallet.yearEnd.of === 'extends' ? null : conversionDay(yearEnd)
}

/** Does on its day what the member had word of: by an entry dated to it, of which a coupon is made. */
export function convertBonus(account: Account, day: Day, settings: Settings, recordedAt: number): Account {
  const step = yearEndStep(walletOf(account), settings.wallet, day)
  if (step?.of === 'nothingLeft') return { ...account, wallet: step.wallet }
  if (step?.of !== 'conversion') throw new Error(`no bonus of ${account._id} is converted on ${day}`)
  return postConversion(account, step, day, settings, recordedAt)
}

function postConversion(
  account: Account,
  { wallet, year, parts, legs, becomes }: Conversion,
  day: Day,
  settings: Settings,
  recordedAt: number,
): Account {
  const state = wallet.yearEnd
  if (!state) throw new Error(`nobody had word of the end of ${year}`)
  const points = becomes.of === 'points' ? becomes.points : 0
  const issued = issuePoints(account, 'yearEnd', points, day, settings)
  return post(
    { ...account, wallet },
    {
      _id: `yearEnd:${account._id}:${year}`,
      kind: 'bonusConverted',
      at: startOfDay(day),
      day,
      recordedAt,
      source: `yearEnd:${year}`,
      reason: { zh: `${year} 年末赠金转换`, en: `Bonus of ${year} converted` },
      legs: [...legs, ...issued.legs],
      lots: issued.lots,
      basis: {
        of: 'bonusConverted',
        year,
        toldOn: state.toldOn,
        rule: state.rule,
        bonusFen: fundsOf(parts).bonusFen,
        becomes,
        validUntil: issued.validUntil,
        pointsVersion: settings.points.version,
        repaid: issued.repaid,
      },
      rule: { topic: 'wallet', version: settings.wallet.version },
      by: 'system',
    },
    settings,
  )
}

/** The first day, from today on, on which the member is to have word of the end of a year; null when none is seen. */
export function nextYearEndNotice(account: Account, settings: Settings, today: Day): Day | null {
  const wallet = account.wallet
  if (!account.joined || !wallet || !knowsWalletOf(account, settings)) return null
  if (wallet.yearEnd && !wallet.yearEnd.isDone) return null
  return yearEndDay(wallet, settings.wallet, today)
}

/** Gives the member word of what becomes of their bonus, when the day for it has come: it is done by that word alone. */
export function tellYearEnd(account: Account, today: Day, settings: Settings, at: number): Account {
  const due = nextYearEndNotice(account, settings, today)
  if (due === null || due > today || account.outgoing.length >= REMINDERS_LIMIT) return account
  const step = yearEndStep(walletOf(account), settings.wallet, today)
  if (step?.of !== 'notice') return account
  return tell({ ...account, wallet: step.wallet }, noticeMessage(account._id, step, today, at))
}
