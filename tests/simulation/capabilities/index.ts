import type { EntryKind } from '@shared/rules/account/entry'
import type { Expect } from '../books/shopBooks'
import { must } from '../operation'
import { birthdays } from './birthdays'
import { books } from './books'
import { checkin } from './checkin'
import type { Capability, Command } from './command'
import { explain } from './explain'
import { growth } from './growth'
import { home } from './home'
import { levelPages } from './levelPages'
import { member } from './member'
import { memberPages } from './memberPages'
import { messages } from './messages'
import { orders } from './orders'
import { overview } from './overview'
import { points } from './points'
import { refunds } from './refunds'
import { sales } from './sales'
import { settings } from './settings'
import { staff } from './staff'
import { tiers } from './tiers'
import { timers } from './timers'

/** Everything that the simulation does. A new capability brings its file and stands here. */
const capabilities: readonly Capability[] = [
  member,
  birthdays,
  checkin,
  orders,
  sales,
  refunds,
  points,
  growth,
  messages,
  home,
  explain,
  memberPages,
  overview,
  settings,
  staff,
  tiers,
  levelPages,
  books,
  timers,
]

export const commands: readonly Command[] = capabilities.flatMap((capability) => capability.commands)

const byName = new Map(commands.map((command) => [command.name, command]))

export function commandNamed(name: string): Command {
  const command = byName.get(name)
  must(command !== undefined, () => `there is no command ${name}`)
  return command
}

export const expectations = Object.assign({}, ...capabilities.map(({ entries }) => entries)) as Record<
  EntryKind,
  Expect
>

/** What a long run must have had in its books: every kind of entry, each reminder, changes of every topic. */
export const kindsToCome: readonly string[] = [
  ...Object.keys(expectations),
  'reminder30',
  'reminder7',
  'reminder1',
  'rules.earning',
  'rules.campaigns',
  'rules.points',
  'rules.growth',
  'rules.tiers',
  'rules.benefits',
]
