import { View } from '@tarojs/components'
import './levelIcon.scss'

/** The signs that a level can carry. */
export const LEVEL_ICONS = ['star', 'heart', 'leaf', 'flame', 'gem', 'crown'] as const

/** A level's sign, in the colour of the text around it; nothing where it has none. */
export function LevelIcon({ icon }: { readonly icon: string | null }) {
  if (icon === null) return null
  return <View className={`level-icon level-icon--${icon}`} />
}
