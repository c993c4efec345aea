import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { InputRow } from '@/ui/inputRow'
import { Page } from '@/ui/page'
import { addressFaults, LONGEST, type Address, type AddressPart } from './addressFaults'
import { keepAddress, useAddress } from './addressStore'
import './index.scss'

const EMPTY: Address = { name: '', phone: '', region: '', street: '' }
const PARTS = ['name', 'phone', 'region', 'street'] as const satisfies readonly AddressPart[]

/** Where orders go: kept on this phone, and sent with each order. */
export default function AddressPage() {
  const text = useText().checkout.address
  const kept = useAddress()
  const [address, setAddress] = useState<Address>(kept ?? EMPTY)
  const [isAsked, setIsAsked] = useState(false)
  const faults = addressFaults(address)
  const save = () => {
    setIsAsked(true)
    if (faults.length > 0) return
    keepAddress(address)
    void Taro.navigateBack()
  }
  return (
    <Page id="address-page" title={text.title}>
      <View className="card">
        {PARTS.map((part) => (
          <InputRow
            key={part}
            id={`address-${part}`}
            label={text.parts[part]}
            placeholder={text.placeholders[part]}
            longest={LONGEST[part]}
            value={address[part]}
            fault={isAsked && faults.includes(part) ? text.faults[part] : undefined}
            onChange={(value) => setAddress({ ...address, [part]: value })}
          />
        ))}
      </View>
      <View className="soft address__note">{text.note}</View>
      <BusyButton id="save-address" label={text.save} onPress={save} />
    </Page>
  )
}
