import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Choices } from '../form/choices'
import { TextField } from '../form/textField'
import type { AnyOrder } from '.'

const LONGEST = 40
const NUMBER = /^[A-Za-z0-9-]{4,40}$/

interface ShipProps {
  readonly order: AnyOrder['order']
  readonly onShipped: () => Promise<void>
}

/** By whom it goes, and under which number. */
export function Ship({ order: { id: orderId }, onShipped }: ShipProps) {
  const text = useText().orderDesk.ship
  const codes = Object.keys(text.carriers) as (keyof typeof text.carriers)[]
  const [carrier, setCarrier] = useState(codes[0])
  const [number, setNumber] = useState('')
  const ship = useCommand('merchant', 'shopOrders.ship')
  const trackingNumber = number.trim()
  const run = async () => {
    if (!carrier || !(await ship.run({ orderId, carrier, trackingNumber }))) return
    void Taro.showToast({ title: text.done, icon: 'none' })
    await onShipped()
  }
  const scan = async () => {
    try {
      setNumber((await Taro.scanCode({})).result)
    } catch {
      // Closed without a number: it can be typed.
    }
  }
  return (
    <View id="ship-card" className="card shop-order">
      <Text className="card-title">{text.title}</Text>
      <Choices
        id="carrier"
        label={text.carrier}
        values={codes}
        chosen={carrier ? [carrier] : []}
        name={(code) => text.carriers[code]}
        onTap={setCarrier}
      />
      <TextField
        id="tracking-number"
        label={text.number}
        placeholder={text.placeholder}
        value={number}
        longest={LONGEST}
        onChange={setNumber}
      />
      {process.env.TARO_ENV === 'weapp' && (
        <LinkText id="scan-number" label={text.scan} way="none" onTap={() => void scan()} />
      )}
      {ship.failure && <FailureNote failure={ship.failure} />}
      {NUMBER.test(trackingNumber) && (
        <BusyButton id="ship" label={text.confirm} working={ship.working} onPress={() => void run()} />
      )}
    </View>
  )
}
