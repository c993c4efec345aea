import type { Cloud } from './cloud'

/** An update that makes each field what is given, whole: a plain object in it would be merged with what is there. */
export function wholeFields({ command }: Cloud['db'], body: object): object {
  return Object.fromEntries(Object.entries(body).map(([field, value]) => [field, command.set(value)]))
}

/** What of a document is not the very same as before; its id stays. */
export function changedFields(previous: object, next: object): object {
  return Object.fromEntries(
    Object.entries(next).filter(([field, value]) => field !== '_id' && previous[field as never] !== value),
  )
}
