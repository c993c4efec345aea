import * as z from 'zod'
import { defineContract } from './contract'
import { instant, words } from './shapes'

/** A message of the inbox as its member reads it. */
const message = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'pointsExpiring',
    'tierChanged',
    'tierKept',
    'tierEnding',
    'benefitGranted',
    'couponGiven',
    'couponsEnding',
    'orderShipped',
    'orderRefunded',
    'refundDeclined',
    'walletYearEnd',
    'walletRefundReturned',
    'membershipEnding',
    'membershipRefunded',
    'counterWaiting',
    'giftCardClaimed',
    'giftCardExpired',
    'giftCardVoided',
  ]),
  /** When it came. */
  at: instant,
  title: words,
  text: words,
  /** The page that it leads to, by name. */
  link: z
    .enum(['points', 'tiers', 'benefits', 'coupons', 'wallet', 'memberships', 'memberCode', 'shopOrders'])
    .nullable(),
})

/** A place in the inbox: messages of one instant are in the order of their ids. */
const place = z.strictObject({ at: instant, id: z.string().min(1).max(200) })

/** No more than these are counted. */
export const MOST_UNREAD = 99

/** The member's inbox, newest first, a page at a time by cursor. */
export const list = defineContract({
  name: 'messages.list',
  function: 'shopper',
  audience: 'member',
  kind: 'query',
  input: z.strictObject({
    /** What the page before answered as `nextCursor`: the message to go on below. */
    cursor: place.optional(),
  }),
  output: z.strictObject({
    messages: z.array(message),
    /** Messages up to this instant have been seen; 0 when none has. */
    readAt: instant,
    /** How many are not seen yet, on all pages; the most that is said stands for itself and more. */
    unread: z.int().min(0).max(MOST_UNREAD),
    nextCursor: place.nullable(),
  }),
  errors: [],
})

/** The member has seen the messages up to an instant. Never moves back; doing it again changes nothing. */
export const markRead = defineContract({
  name: 'messages.markRead',
  function: 'shopper',
  audience: 'member',
  kind: 'command',
  input: z.strictObject({
    /** When the newest message that was seen had come. */
    upTo: instant,
  }),
  output: z.strictObject({ readAt: instant }),
  errors: [],
})
