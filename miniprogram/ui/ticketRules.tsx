import { Text, View } from '@tarojs/components'
import './ticketRules.scss'

/** What a coupon asks for, one sentence a line. */
export function TicketRules({ rules }: { readonly rules: readonly string[] }) {
  return (
    <View className="ticket-rules">
      {rules.map((rule) => (
        <Text key={rule} className="ticket-rules__rule figure">
          {rule}
        </Text>
      ))}
    </View>
  )
}
