import { Switch } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import './switchRow.scss'

interface SwitchRowProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** Why it cannot be switched on now, in words. */
  readonly closed?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** Something that is on or off; the whole line takes the tap. */
export function SwitchRow({ id, label, hint, closed, value, onChange }: SwitchRowProps) {
  const text = useText().rules.field
  const why = value ? undefined : closed
  return (
    <Tap
      id={id}
      className={`switch-row ${why ? 'switch-row--closed' : ''}`}
      label={`${label} ${value ? text.on : text.off}`}
      onTap={() => !why && onChange(!value)}
    >
      <View className="switch-row__words">
        <Text>{label}</Text>
        {(why ?? hint) && <Text className="soft">{why ?? hint}</Text>}
      </View>
      <Switch checked={value} disabled={why !== undefined} />
    </Tap>
  )
}
