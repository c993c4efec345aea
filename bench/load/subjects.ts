/** What is measured over HTTP, and which function answers: the product's, or the bare one that is its ceiling. */
export type Subject = 'checkin' | 'home'
export type Side = 'real' | 'bare'

export interface Sent {
  readonly openid: string
  readonly body: string
}

interface Kind {
  /** The call that a member makes. */
  event(openid: string, memberId: string): { name: string; data: object }
  /** True when the answer is what this call must bring. */
  isRight(result: unknown): boolean
}

type Answer = { ok?: boolean; value?: Record<string, unknown>; updated?: number; found?: number }

const KINDS: Record<Subject, Record<Side, Kind>> = {
  checkin: {
    real: {
      event: (openid) => shopper('checkin.checkIn', openid),
      isRight: (result) => {
        const { ok, value } = result as Answer
        return ok === true && value?.streak === 1 && Number(value.points) > 0
      },
    },
    bare: {
      event: (_openid, id) => ({ name: 'bare', data: { action: 'checkin', id } }),
      isRight: (result) => (result as Answer).updated === 1,
    },
  },
  home: {
    real: {
      event: (openid) => shopper('home.read', openid),
      isRight: (result) => {
        const { ok, value } = result as Answer
        return ok === true && value?.state === 'member'
      },
    },
    bare: {
      event: (_openid, id) => ({ name: 'bare', data: { action: 'home', id } }),
      isRight: (result) => (result as Answer).found === 1,
    },
  },
}

function shopper(action: string, openid: string) {
  return { name: 'shopper', data: { action, input: {}, requestId: `request-of-${openid}` } }
}

export function requestOf(subject: Subject, side: Side, openid: string, memberId: string): Sent {
  return { openid, body: JSON.stringify(KINDS[subject][side].event(openid, memberId)) }
}

/** True for the body of an answer that says what it must. */
export function isRightAnswer(subject: Subject, side: Side, status: number, body: string): boolean {
  if (status !== 200) return false
  const { result } = JSON.parse(body) as { result?: unknown }
  return typeof result === 'object' && result !== null && KINDS[subject][side].isRight(result)
}
