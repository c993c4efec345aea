import { must } from '../operation'
import { callOf, isRightlyNoMember, memberBefore, memberOf, type Capability } from './command'

const list = callOf({
  name: 'messages.list',
  weight: 4,
  draw: (draw) => ({ openid: draw.shopper(), isBelow: draw.random.chance(0.3) }),
  openid: ({ openid }) => openid,
  sends: ({ openid, isBelow }, shop) => {
    const last = shop.inboxPlaces.get(openid)
    return isBelow && last ? { cursor: last } : {}
  },
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid }, { messages, readAt, unread, nextCursor }) => {
    const id = memberOf(openid)
    const of = (what: string) => `${id}: the inbox's ${what}`
    const places = messages.map((message) => `${String(message.at).padStart(15, '0')} ${message.id}`)
    must(places.join('\n') === [...new Set(places)].sort().reverse().join('\n'), () =>
      of(`order is ${places.join(', ')}`),
    )
    for (const message of messages)
      must(shop.messages.has(message.id, id), () => of(`message ${message.id} is not theirs`))
    const isUnread = messages.filter(({ at }) => at > readAt).length
    must(isUnread <= unread, () => of(`${isUnread} unread are shown, ${unread} are told`))
    must(nextCursor === null || nextCursor.id === messages.at(-1)?.id, () =>
      of(`next page is ${nextCursor?.id}`),
    )
    if (nextCursor) shop.inboxPlaces.set(openid, nextCursor)
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

const DAY_MS = 86_400_000

const markRead = callOf({
  name: 'messages.markRead',
  weight: 2,
  draw: (draw) => ({ openid: draw.shopper(), ago: Math.floor((draw.random.next() - 0.2) * 40 * DAY_MS) }),
  openid: ({ openid }) => openid,
  sends: ({ ago }, shop) => ({ upTo: shop.now() - ago }),
  begins: (shop, { openid }) => memberBefore(shop, openid),
  answered: (shop, { openid, ago }, { readAt }, { startedAt }) => {
    const id = memberOf(openid)
    must(readAt >= Math.min(startedAt, startedAt - ago), () => `${id}: has read only until ${readAt}`)
    must(
      (shop.account(id)?.inboxReadAt ?? 0) >= readAt,
      () => `${id}: having read until ${readAt} is not kept`,
    )
  },
  refused: (_shop, _input, error, moment) => isRightlyNoMember(error, moment),
})

export const messages: Capability = { commands: [list, markRead] }
