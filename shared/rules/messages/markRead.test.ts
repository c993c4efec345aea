import type { Account } from '../account/account'
import { join } from '../member/join'
import { DEFAULT_SETTINGS } from '../settings/settings'
import { markRead } from './markRead'

const member = join(null, 'm', '2026-03-01', 1, '1', DEFAULT_SETTINGS) as Account
const readUpTo = (inboxReadAt: number): Account => ({ ...member, inboxReadAt })

test('moves on to what was seen', () => {
  expect(markRead(member, 50, 100)).toEqual(readUpTo(50))
})

test('never moves back, and says so when nothing changes', () => {
  expect(markRead(readUpTo(50), 50, 100)).toBeNull()
  expect(markRead(readUpTo(50), 49, 100)).toBeNull()
})

test('what is still to come has not been seen', () => {
  expect(markRead(member, 500, 100)).toEqual(readUpTo(100))
  expect(markRead(readUpTo(100), 500, 100)).toBeNull()
})
