import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { TextField } from '../form/textField'
import type { IntakeKeys } from './useIntakeKeys'
import './addSource.scss'

const LONGEST_NAME = 32
const NAME = /^[a-z0-9-]{1,32}$/

/** Names another system and makes its first key. */
export function AddSource({ keys: { create } }: { readonly keys: IntakeKeys }) {
  const text = useText().intakeKeys
  const [name, setName] = useState('')
  const [isAsked, setIsAsked] = useState(false)
  const isWrong = !NAME.test(name)
  const press = async () => {
    setIsAsked(isWrong)
    if (!isWrong && (await create.run(name))) setName('')
  }
  return (
    <View className="card">
      <Text className="card-title">{text.add}</Text>
      <TextField
        id="intake-source-name"
        label={text.name}
        placeholder={text.namePlaceholder}
        fault={isAsked && isWrong ? text.nameWrong : undefined}
        value={name}
        longest={LONGEST_NAME}
        onChange={setName}
      />
      {create.failure && <FailureNote failure={create.failure} />}
      <View className="intake-add__action">
        <BusyButton
          id="intake-key-create"
          label={text.create}
          working={create.working}
          onPress={() => void press()}
        />
      </View>
    </View>
  )
}
