import type { OutputOf } from '@shared/contracts'
import { contrast, mixed } from './colours'

type Face = Pick<OutputOf<'overview.read'>['membersByTier'][number]['tier'], 'material' | 'color'>

interface LevelLook {
  readonly className: string
  readonly style: Readonly<Record<string, string>>
}

const WHITE = '#ffffff'
const BLACK = '#000000'
const SHADING = 0.16

/** The plain surface of who has no level to show. */
export const NO_LEVEL = { material: 'paper', color: null } as const

/** How a level's surface is drawn: its material's, or one of its own colour (`#rrggbb`) on which all text is readable. */
export function levelLook({ material, color }: Face): LevelLook {
  if (color === null) return { className: `material material--${material}`, style: {} }
  const isDark = contrast(WHITE, color) >= contrast(BLACK, color)
  const ink = isDark ? WHITE : BLACK
  const line = isDark ? '255, 255, 255' : '0, 0, 0'
  // Shaded away from the ink: no part is read worse than the colour itself.
  const shaded = mixed(color, isDark ? BLACK : WHITE, SHADING)
  return {
    className: 'material',
    style: {
      '--m-ground': color,
      '--m-ink': ink,
      '--m-soft': ink,
      '--m-ring': `rgba(${line}, 0.14)`,
      '--m-track': `rgba(${line}, 0.2)`,
      '--m-edge': `rgba(${line}, 0.14)`,
      '--m-surface': `linear-gradient(128deg, ${color} 0%, ${shaded} 100%)`,
    },
  }
}
