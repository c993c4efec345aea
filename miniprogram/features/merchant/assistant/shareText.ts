import { formatScaled } from '@/i18n/scaled'

/** Basis points as a percentage, exactly: 837 → "8.37%". */
export const shareText = (bp: number): string => `${formatScaled(bp, 2)}%`
