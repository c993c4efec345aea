import type { InputOf, OutputOf } from '@shared/contracts'

export type BookEntry = OutputOf<'books.member'>['entries'][number]

/** The kinds of entries that can be asked for. */
export type Kind = NonNullable<InputOf<'books.journal'>['kind']>

export const KINDS: readonly ('all' | Kind)[] = [
  'all',
  'earned',
  'spent',
  'refunds',
  'expired',
  'adjusted',
  'tier',
]

export type Choice = (typeof KINDS)[number]

/** What is asked for by a choice: every kind by leaving it out. */
export const kindOf = (choice: Choice): { kind?: Kind } => (choice === 'all' ? {} : { kind: choice })
