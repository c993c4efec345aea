import { Button } from '@nutui/nutui-react-taro'
import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import './busyButton.scss'

interface BusyButtonProps {
  readonly id: string
  readonly label: string
  /** While true it says so and cannot be pressed. */
  readonly working?: boolean
  readonly quiet?: boolean
  readonly onPress: () => void
}

/** The one main action of a place. */
export function BusyButton({ id, label, working = false, quiet = false, onPress }: BusyButtonProps) {
  const text = useText()
  return (
    <View className={`busy-button ${quiet ? 'busy-button--quiet' : ''}`}>
      <Button
        id={id}
        block
        type="primary"
        fill="solid"
        loading={working}
        disabled={working}
        onClick={onPress}
      >
        {working ? text.common.working : label}
      </Button>
    </View>
  )
}
