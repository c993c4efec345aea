/** The pictures that the app brings with it. */
export const DRAWN = ['tea', 'coffee', 'cake', 'nuts', 'pot', 'flask', 'home', 'parcel'] as const

export type Drawn = (typeof DRAWN)[number]

const DRAWN_PREFIX = 'drawn:'
const ADDRESSES = ['cloud://', 'https://']

/** A picture is one that is drawn, a file of the cloud's storage, or an address. */
export function isPicture(picture: string): boolean {
  if (picture.startsWith(DRAWN_PREFIX)) return drawnOf(picture) !== null
  return ADDRESSES.some((start) => picture.startsWith(start) && picture.length > start.length)
}

/** The name of a drawn picture; null for one with an address. */
function drawnOf(picture: string): Drawn | null {
  return DRAWN.find((name) => picture === `${DRAWN_PREFIX}${name}`) ?? null
}
