import type { Fen } from '@shared/kernel/fen'
import { en } from '@/i18n/en'
import { zh } from '@/i18n/zh'
import type { ExplanationData } from '@/ui/explanation'

type WalletText = keyof typeof zh.wallet

const words = (key: WalletText) => ({ zh: zh.wallet[key], en: en.wallet[key] })

/** Stored value in its two parts; the home page already holds both, so no call is spent on it. */
export function walletExplanation(principalFen: Fen, bonusFen: Fen): ExplanationData {
  const part = (key: WalletText, amount: Fen) =>
    ({ label: words(key), amount, unit: 'fen', role: 'part' }) as const
  return {
    title: words('title'),
    lines: [
      part('principal', principalFen),
      part('bonus', bonusFen),
      { label: words('sum'), amount: principalFen + bonusFen, unit: 'fen', role: 'sum' },
      { label: words('note'), amount: null, unit: null, role: 'note' },
    ],
    rules: [],
    source: null,
  }
}
