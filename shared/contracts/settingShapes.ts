import * as z from 'zod'
import type { Words } from '@shared/kernel/words'

/** Zod has words for what it knows itself; what only we know brings its own in both languages. */
export const because = (path: string, zh: string, en: string) => {
  const words: Words = { zh, en }
  return { path: path === '' ? [] : [path], params: { words } }
}

/** An empty English name is the Chinese one: a shop need not write both. */
export const name = z
  .strictObject({ zh: z.string().trim().min(1).max(24), en: z.string().trim().max(48) })
  .overwrite(({ zh, en }) => ({ zh, en: en === '' ? zh : en }))
