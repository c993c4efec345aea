import type { PropsWithChildren } from 'react'
import { Text, View } from '@tarojs/components'
import { formatCount } from '@/i18n/format'
import './ticket.scss'

interface TicketProps {
  readonly id?: string
  /** What one use is worth, on the stub. */
  readonly worth: string
  /** What it is; absent where the worth says it. */
  readonly kind?: string
  readonly name: string
  /** How many there are, where there are several. */
  readonly count?: number
  /** Over: it cannot be used any more. */
  readonly isPast?: boolean
}

/** A coupon as a paper ticket: the stub with what it is worth, and what there is to know of it. */
export function Ticket(props: PropsWithChildren<TicketProps>) {
  const { id, worth, kind, name, count = 1, isPast = false, children } = props
  return (
    <View id={id} className={`card ticket ${isPast ? 'ticket--past' : ''}`}>
      <View className="ticket__stub">
        <Text className="ticket__worth figure">{worth}</Text>
        {kind && <Text className="ticket__kind">{kind}</Text>}
      </View>
      <View className="ticket__said">
        <View className="ticket__head">
          <Text className="ticket__name">{name}</Text>
          {count > 1 && <Text className="ticket__count figure">× {formatCount(count)}</Text>}
        </View>
        {children}
      </View>
    </View>
  )
}
