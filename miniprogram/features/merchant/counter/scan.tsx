import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { TextField } from '../form/textField'
import type { Visit } from '.'

const LONGEST = 512
/** A browser has no camera of WeChat's. */
const HAS_CAMERA = process.env.TARO_ENV === 'weapp'

/** Whose turn it is: by the code on their phone. */
export function Scan({ onScanned }: { readonly onScanned: (visit: Visit) => void }) {
  const text = useText().counter.scan
  const [typed, setTyped] = useState('')
  const scan = useCommand('merchant', 'counter.scan')
  const open = async (code: string) => {
    const visit = await scan.run({ code })
    if (visit) onScanned(visit)
  }
  const withCamera = async () => {
    const code = await scanned()
    if (code !== undefined) await open(code)
  }
  return (
    <View className="card counter-scan">
      <Text className="card-title">{text.title}</Text>
      <Text className="soft">{text.text}</Text>
      {HAS_CAMERA && (
        <BusyButton
          id="scan-code"
          label={text.button}
          working={scan.working}
          onPress={() => void withCamera()}
        />
      )}
      <TextField
        id="code"
        label={text.label}
        placeholder={text.placeholder}
        value={typed}
        longest={LONGEST}
        onChange={setTyped}
      />
      {typed.trim() !== '' && (
        <BusyButton
          id="open-code"
          label={text.open}
          quiet={HAS_CAMERA}
          working={scan.working}
          onPress={() => void open(typed.trim())}
        />
      )}
      {scan.failure && <FailureNote failure={scan.failure} />}
    </View>
  )
}

/** What the camera read; undefined when it was closed. */
async function scanned(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ onlyFromCamera: true })).result
  } catch {
    return undefined
  }
}
