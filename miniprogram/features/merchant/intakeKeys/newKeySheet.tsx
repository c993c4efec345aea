import { Popup } from '@nutui/nutui-react-taro'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import type { NewKey } from './useIntakeKeys'
import './newKeySheet.scss'

interface NewKeySheetProps {
  readonly made: NewKey | undefined
  readonly onClose: () => void
}

/** A new key with its secret: told once, so it does not go by a tap beside it. */
export function NewKeySheet({ made, onClose }: NewKeySheetProps) {
  const text = useText().intakeKeys
  return (
    <Popup
      visible={made !== undefined}
      position="bottom"
      round
      lockScroll
      closeOnOverlayClick={false}
      className="explain-popup"
    >
      {made && (
        <View id="new-key-sheet" className="new-key-sheet">
          <Text className="new-key-sheet__title">{text.madeTitle}</Text>
          <Text className="soft">{text.madeHint}</Text>
          <Told id="new-key-id" label={text.keyId} value={made.id} />
          <Told id="new-key-secret" label={text.secret} value={made.secret} />
          <View className="new-key-sheet__actions">
            <BusyButton id="copy-key" label={text.copy} onPress={() => void copy(made)} />
            <BusyButton id="close-new-key" label={text.kept} quiet onPress={onClose} />
          </View>
        </View>
      )}
    </Popup>
  )
}

function Told({ id, label, value }: { readonly id: string; readonly label: string; readonly value: string }) {
  return (
    <View className="new-key-sheet__told">
      <Text className="soft">{label}</Text>
      <Text id={id} className="new-key-sheet__value" selectable userSelect>
        {value}
      </Text>
    </View>
  )
}

async function copy({ id, secret }: NewKey): Promise<void> {
  await Taro.setClipboardData({ data: `INTAKE_KEY=${id}\nINTAKE_SECRET=${secret}\n` })
}
