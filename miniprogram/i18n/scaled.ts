/** Reads a number as people type it into a whole number of its smallest unit: "1.5" with four digits is 15000. NaN when it is none. */
export function parseScaled(text: string, digits: number): number {
  const match = /^(\d{1,9})(?:[.．](\d*))?$/.exec(text.trim())
  if (!match) return NaN
  const [, whole = '', fraction = ''] = match
  return fraction.length > digits ? NaN : Number(whole + fraction.padEnd(digits, '0'))
}

/** The other way round, without zeros that say nothing: 15000 with four digits is "1.5". */
export function formatScaled(value: number, digits: number): string {
  if (Number.isNaN(value)) return ''
  const figures = String(value).padStart(digits + 1, '0')
  const split = figures.length - digits
  const fraction = figures.slice(split).replace(/0+$/, '')
  return fraction === '' ? figures.slice(0, split) : `${figures.slice(0, split)}.${fraction}`
}

/** Basis points as times: 15,000 is "1.5". */
export const formatTimes = (rateBp: number): string => formatScaled(rateBp, 4)
