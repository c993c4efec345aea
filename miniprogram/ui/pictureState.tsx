import { Text, View } from '@tarojs/components'
import { BusyButton } from './busyButton'
import './pictureState.scss'

export type Picture = 'ledger' | 'card' | 'offline' | 'closed' | 'broken' | 'people' | 'messages'

interface PictureStateProps {
  readonly id: string
  readonly picture: Picture
  readonly title: string
  readonly text: string
  readonly action?: { readonly id: string; readonly label: string; readonly run: () => void }
}

/** A place with nothing to show: what it is, and the one thing to do. */
export function PictureState({ id, picture, title, text, action }: PictureStateProps) {
  return (
    <View id={id} className="picture-state">
      <View className={`picture-state__picture picture-state__picture--${picture}`} />
      <Text className="picture-state__title">{title}</Text>
      <Text className="picture-state__text">{text}</Text>
      {action && (
        <View className="picture-state__action">
          <BusyButton id={action.id} label={action.label} quiet onPress={action.run} />
        </View>
      )}
    </View>
  )
}
