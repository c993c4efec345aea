import type { ContractName, ContractOf, InputOf, OutputOf } from '@shared/contracts'
import type { ErrorCode, Refusal } from '@shared/contracts/errors'
import type { Instant } from '@shared/kernel/businessDay'
import type { Day } from '@shared/kernel/day'
import type { Result } from '@shared/kernel/result'
import type { Settings } from '@shared/rules/settings/settings'
import type { Role } from '@shared/rules/staff/roles'
import type { Cloud } from '../database/cloud'
import type { Codes } from '../wechat/codes/codes'
import type { PaymentsOf } from './payments'

/** What every use case is given: who calls, when, and the way to the store. The clock is read once a call. */
export interface Call {
  readonly cloud: Cloud
  /** The caller's own member id; they need not have joined. */
  readonly memberId: string
  /** Who WeChat says is calling: for paying and nothing else; it is kept from everybody. */
  readonly openid: string
  /** What the caller may do here; null for shoppers. Known only in the merchant's function. */
  readonly role: Role | null
  readonly at: Instant
  readonly today: Day
  readonly requestId: string
  /** For member ids of people whom only their OPENID or a number in an earlier system names. */
  readonly secret: string
  settings(): Promise<Settings>
  readonly payments: PaymentsOf
  /** Mini-program codes; null where the shop has not set them up. */
  readonly codes: () => Codes | null
  /** Raises an alert about something that a person must look at. */
  alert(error: unknown): void
}

type RefusalsOf<Name extends ContractName> = Refusal<ContractOf<Name>['errors'][number] | 'NOT_A_MEMBER'>

/** A use case: what its contract promises, as a value or as a refusal that the contract names. */
export type UseCase<Name extends ContractName> = (
  call: Call,
  input: OutputOfInput<Name>,
) => Promise<Result<OutputOf<Name>, RefusalsOf<Name>>>

type OutputOfInput<Name extends ContractName> = InputOf<Name>

/** Every name that a deployed function answers, and its use case: a missing one does not compile. */
export type Routes<Names extends ContractName> = { readonly [Name in Names]: UseCase<Name> }

export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false
      readonly error: { code: ErrorCode; message: string; data?: Refusal['data'] }
    }
