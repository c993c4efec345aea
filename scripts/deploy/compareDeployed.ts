import type { Deployment } from '../../cloudfunctions/deployed'
import { RUNTIME } from './cloudbaserc'

/** A function as the platform describes it (GetFunction). */
export interface PresentFunction {
  readonly Runtime: string
  readonly Handler: string
  readonly Timeout: number
  readonly MemorySize: number
  readonly Status: string
  /** Changes with every deployment; only compared with itself. */
  readonly ModTime: string
  readonly Environment?: { readonly Variables?: readonly { readonly Key: string; readonly Value: string }[] }
  readonly Triggers?: readonly { readonly TriggerName: string; readonly TriggerDesc: string }[]
}

export type Secrets = Readonly<Record<string, string>>

function variablesOf(present: PresentFunction): ReadonlyMap<string, string> {
  return new Map((present.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))
}

/** In what a deployed function differs from its declaration, in words; [] when in nothing. Names no secret's value. */
export function differences(
  { name, trigger, timeoutSeconds, memoryMb, secrets }: Deployment,
  present: PresentFunction | null,
  given: Secrets,
): string[] {
  if (present === null) return [`${name}: is not there`]
  const wanted: readonly (readonly [what: string, wanted: unknown, found: unknown])[] = [
    ['runtime', RUNTIME, present.Runtime],
    ['handler', 'index.main', present.Handler],
    ['timeout', timeoutSeconds, present.Timeout],
    ['memory', memoryMb, present.MemorySize],
    ['status', 'Active', present.Status],
  ]
  const variables = variablesOf(present)
  return [
    ...wanted
      .filter(([, expected, found]) => expected !== found)
      .map(([what, expected, found]) => `${name}: ${what} is ${String(found)}, not ${String(expected)}`),
    ...secrets
      .filter((secret) => (variables.get(secret) ?? '') !== given[secret])
      .map((secret) => `${name}: ${secret} is not what was given`),
    ...triggerDifferences(name, trigger, present),
  ]
}

function triggerDifferences(
  name: string,
  trigger: Deployment['trigger'],
  { Triggers = [] }: PresentFunction,
): string[] {
  if (trigger.kind !== 'timer')
    return Triggers.map((t) => `${name}: has a trigger ${t.TriggerName} that nobody declared`)
  const [found, ...more] = Triggers
  // The platform describes a timer as {"cron":"…"} in text.
  if (!found?.TriggerDesc.includes(trigger.cron)) return [`${name}: its timer is not ${trigger.cron}`]
  return more.map((t) => `${name}: has a second trigger ${t.TriggerName}`)
}

/** What is made with one of these is lost with it; other secrets, such as keys that WeChat Pay gave, are exchanged. */
const FOR_EVER: readonly string[] = ['CHANGKE_SECRET']

/**
 * Secrets of those that never change which a function there has with another value. Member ids are made with CHANGKE_SECRET: deployed with another
 * one, every member would be a stranger.
 */
export function changedSecrets(
  { name, secrets }: Deployment,
  present: PresentFunction | null,
  given: Secrets,
): string[] {
  if (present === null) return []
  const variables = variablesOf(present)
  return secrets
    .filter((secret) => FOR_EVER.includes(secret))
    .filter((secret) => variables.has(secret) && variables.get(secret) !== given[secret])
    .map((secret) => `${name} has another ${secret}`)
}
