import {
  addGlobalErrorListener,
  addGlobalWarningListener,
  globalOptions,
  removeGlobalErrorListener,
  removeGlobalWarningListener,
} from 'glass-easel'
import type { Problems } from './problems'

/** Everything that the component engine complains of becomes a problem; gives back what stops listening. */
export function listenToEngine(problems: Problems): () => void {
  globalOptions.throwGlobalError = false
  const onError = (error: unknown, method?: string): boolean => {
    problems.add(method ?? 'engine', error)
    return false
  }
  const onWarning = (message: string): boolean => {
    problems.add('engine warning', message)
    return false
  }
  addGlobalErrorListener(onError)
  addGlobalWarningListener(onWarning)
  return () => {
    removeGlobalErrorListener(onError)
    removeGlobalWarningListener(onWarning)
  }
}
