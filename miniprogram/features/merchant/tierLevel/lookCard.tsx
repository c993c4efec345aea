import { Text, View } from '@tarojs/components'
import type { Level } from '@shared/rules/tiers/program'
import { useText, useWords } from '@/i18n/useText'
import { LEVEL_ICONS, LevelIcon } from '@/ui/levelIcon'
import { levelLook } from '@/ui/levelLook'
import { BilingualName } from '../form/bilingualName'
import { Field } from '../form/field'
import './lookCard.scss'
import { Swatches } from './swatches'

const MATERIALS = ['paper', 'bronze', 'silver', 'gold', 'diamond', 'black'] as const

interface LookCardProps {
  readonly level: Level
  readonly change: (patch: Partial<Level>) => void
}

/** What a level is called and how it looks, with its face as members see it. */
export function LookCard({ level, change }: LookCardProps) {
  const text = useText().levels.level
  const words = useWords()
  const { name } = level
  return (
    <View className="card">
      <Face level={level} name={words(name) || name.zh} />
      <BilingualName id="level-name" words={text} value={name} onChange={(each) => change({ name: each })} />
      <Field label={text.material} isWide>
        <Swatches
          id="material"
          choices={MATERIALS.map((material) => ({
            key: material,
            name: text.materials[material],
            look: levelLook({ material, color: null }),
            isOn: level.color === null && level.material === material,
            choose: () => change({ material, color: null }),
          }))}
        />
      </Field>
      <Field label={text.color} isWide>
        <Swatches
          id="color"
          choices={Object.entries(text.colors).map(([color, told]) => ({
            key: color.slice(1),
            name: told,
            look: levelLook({ material: level.material, color }),
            isOn: level.color === color,
            choose: () => change({ color: level.color === color ? null : color }),
          }))}
        />
      </Field>
      <Field label={text.icon} isWide>
        <Swatches
          id="icon"
          choices={[null, ...LEVEL_ICONS].map((icon) => ({
            key: icon ?? 'none',
            name: icon ? text.icons[icon] : text.noIcon,
            look: levelLook(level),
            inner: <LevelIcon icon={icon} />,
            isOn: level.icon === icon,
            choose: () => change({ icon }),
          }))}
        />
      </Field>
    </View>
  )
}

function Face({ level, name }: { readonly level: Level; readonly name: string }) {
  const text = useText()
  const { className, style } = levelLook(level)
  return (
    <View className={`level-face ${className}`} style={style}>
      <View className="level-face__top">
        <Text className="level-face__brand">{text.brand}</Text>
        <LevelIcon icon={level.icon} />
      </View>
      <Text className="level-face__name">{name || text.levels.unnamed}</Text>
    </View>
  )
}
