import type { Points } from './index'

type ToCash = Points['toCash']

/** Whether a step of points is worth whole fen, so that nothing is lost in rounding. */
export const stepFits = ({ step, pointsPerYuan }: Pick<ToCash, 'step' | 'pointsPerYuan'>): boolean =>
  (step * 100) % pointsPerYuan === 0

/** Whether the least that is used is a whole number of steps. */
export const minimumFits = ({ step, minimum }: Pick<ToCash, 'step' | 'minimum'>): boolean =>
  minimum % step === 0
