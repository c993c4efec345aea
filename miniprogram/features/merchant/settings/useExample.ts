import type { InputOf, OutputOf } from '@shared/contracts'
import { useAsked, type Asked } from '@/api/useAsked'

export type ExampleInput = InputOf<'settings.example'>
export type Example = OutputOf<'settings.example'>

/** Works an example out as rules are edited. `input` is null while something is not filled in. */
export function useExample(input: ExampleInput | null): Asked<Example> {
  return useAsked('merchant', 'settings.example', input)
}
