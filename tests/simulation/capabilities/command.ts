import type { ContractName, InputOf, OutputOf } from '@shared/contracts'
import { contracts } from '@shared/contracts'
import type { CallError } from '@shared/contracts/errors'
import type { EntryKind } from '@shared/rules/account/entry'
import type { Day } from '@shared/kernel/day'
import type { Random } from '../../../local/worlds/random'
import { memberIdOf } from '../../../cloudfunctions/database/memberId'
import type { Expect, ShopBooks } from '../books/shopBooks'
import { must } from '../operation'
import { SECRET, type Sent } from '../platform/platform'

/** What is drawn from: the seed's numbers, the people of this plan, and the day that it has reached. */
export interface Draw {
  readonly random: Random
  /** The day on which the operation will run at the earliest. */
  readonly today: Day
  /** The OPENID of one of those who come and go just now. */
  shopper(): string
  /** A number that was not given before. */
  count(): number
  /** What draws of one kind keep between them; made the first time. */
  remembered<T>(kind: string, make: () => T): T
}

/** What is known of a call when its answer is judged. */
export interface Moment {
  /** The day on which it began. */
  readonly today: Day
  readonly startedAt: number
  /** Nobody else was there, from its start to its end. */
  readonly alone: boolean
  /** Nothing went wrong on purpose. */
  readonly smooth: boolean
  /** What went wrong was nothing that the call must get over. */
  readonly mayFail: boolean
  /** What `begins` returned. */
  readonly before: unknown
}

/** A kind of operation: how it is drawn, what is sent, and what its answer must agree with. */
export interface Command {
  readonly name: string
  /** How often it is drawn, against the others. */
  readonly weight: number
  /** Some plans go without it altogether. */
  readonly mayRest?: boolean
  draw(draw: Draw): unknown
  /** What is sent, which may depend on what is in the books: the same input is sent alike whenever it is sent again. */
  sends(input: unknown, shop: ShopBooks): Sent
  /** Called as it starts, once it is known what is sent: tells what may be in the books from now on, and keeps what the answer is compared with. */
  begins(shop: ShopBooks, input: unknown, today: Day): unknown
  /** Judges an answer once the books have been looked at. Throws Broken. */
  answered(shop: ShopBooks, input: unknown, answer: unknown, moment: Moment): void
}

/** All that one capability brings to the simulation. */
export interface Capability {
  readonly commands: readonly Command[]
  /** What entries of its kinds must have changed. */
  readonly entries?: Partial<Record<EntryKind, Expect>>
}

interface CallSpec<Name extends ContractName, Input, Before> {
  readonly name: Name
  readonly weight: number
  readonly mayRest?: boolean
  draw(draw: Draw): Input
  openid(input: Input): string
  sends(input: Input, shop: ShopBooks): InputOf<Name>
  begins?(shop: ShopBooks, input: Input, today: Day): Before
  /** Judges what a call was answered with. */
  answered(
    shop: ShopBooks,
    input: Input,
    value: OutputOf<Name>,
    moment: Moment & { readonly before: Before },
  ): void
  /** Whether this refusal was right. */
  refused?(
    shop: ShopBooks,
    input: Input,
    error: CallError,
    moment: Moment & { readonly before: Before },
  ): boolean
}

/** A call of a use case by its contract, judged by what it was answered or refused with. */
export function callOf<Name extends ContractName, Input, Before = undefined>(
  spec: CallSpec<Name, Input, Before>,
): Command {
  const contract = contracts.find(({ name }) => name === spec.name)
  if (!contract) throw new Error(`no contract ${spec.name}`)
  return {
    name: spec.name,
    weight: spec.weight,
    mayRest: spec.mayRest ?? false,
    draw: (draw) => spec.draw(draw),
    sends: (input, shop) => ({
      fn: contract.function,
      event: {
        action: spec.name,
        input: spec.sends(input as Input, shop),
        requestId: 'simulated',
        locale: 'en',
      },
      openid: spec.openid(input as Input),
    }),
    begins: (shop, input, today) => spec.begins?.(shop, input as Input, today),
    answered: (shop, input, answer, moment) => {
      const known = moment as Moment & { readonly before: Before }
      const outcome = answer as { ok: true; value: unknown } | { ok: false; error: CallError }
      if (outcome.ok) {
        const shape = contract.output.safeParse(outcome.value)
        must(shape.success, () => `${spec.name} answers against its contract: ${shape.error?.message}`)
        spec.answered(shop, input as Input, outcome.value as OutputOf<Name>, known)
        return
      }
      const isRight = spec.refused?.(shop, input as Input, outcome.error, known) ?? false
      must(isRight, () => `${spec.name} is refused with ${JSON.stringify(outcome.error)}`)
    },
  }
}

const ids = new Map<string, string>()

export function memberOf(openid: string): string {
  const known = ids.get(openid) ?? memberIdOf(openid, SECRET)
  ids.set(openid, known)
  return known
}

/** The member as a call of theirs may have seen them: from when it began until now. */
export interface Before {
  readonly seq: number
  readonly points: number
  readonly growth: number
  readonly joined: boolean
}

export function memberBefore(shop: ShopBooks, openid: string): Before {
  const id = memberOf(openid)
  const { seq = 0, points = 0, growth = 0 } = shop.members.get(id) ?? {}
  return { seq, points, growth, joined: shop.joinedDay(id) !== undefined }
}

/** "You are no member yet" is right for whoever had not joined when they asked. */
export function isRightlyNoMember({ code }: CallError, { before }: { readonly before: Before }): boolean {
  return code === 'NOT_A_MEMBER' && !before.joined
}
