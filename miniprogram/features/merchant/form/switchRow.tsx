import { Switch } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import './switchRow.scss'

interface SwitchRowProps {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** Something that is on or off; the whole line takes the tap. */
export function SwitchRow({ id, label, hint, value, onChange }: SwitchRowProps) {
  const text = useText().rules.field
  return (
    <Tap
      id={id}
      className="switch-row"
      label={`${label} ${value ? text.on : text.off}`}
      onTap={() => onChange(!value)}
    >
      <View className="switch-row__words">
        <Text>{label}</Text>
        {hint && <Text className="soft">{hint}</Text>}
      </View>
      <Switch checked={value} />
    </Tap>
  )
}
