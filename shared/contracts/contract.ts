import type { z } from 'zod'
import type { ErrorCode } from './errors'

/** Who may call: anybody inside WeChat, a person who has joined, or staff of at least this role. */
export type Audience = 'visitor' | 'member' | 'clerk' | 'manager' | 'owner'

export type DeployedFunction = 'shopper' | 'merchant'

/**
 * What one use case promises. `name` is `<capability>.<verb>`: the same words name the contract's file, the use case's
 * file, its route and the page's folder. A command changes something and carries a requestId that retries repeat.
 */
export interface Contract<
  Name extends string = string,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Errors extends readonly ErrorCode[] = readonly ErrorCode[],
  Fn extends DeployedFunction = DeployedFunction,
> {
  readonly name: Name
  readonly function: Fn
  readonly audience: Audience
  readonly kind: 'query' | 'command'
  readonly input: Input
  readonly output: Output
  /** The refusals of this use case; those of every call (COMMON_ERRORS) come on top. */
  readonly errors: Errors
}

export function defineContract<
  const Name extends string,
  Input extends z.ZodType,
  Output extends z.ZodType,
  const Errors extends readonly ErrorCode[],
  const Fn extends DeployedFunction,
>(contract: Contract<Name, Input, Output, Errors, Fn>): Contract<Name, Input, Output, Errors, Fn> {
  return contract
}
