import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import './auditChecks.scss'

/** What an audit looks at. */
export function AuditChecks() {
  const text = useText().audit
  return (
    <View id="audit-checks" className="card">
      <Text className="card-title">{text.whatIsChecked}</Text>
      {text.checks.map((check) => (
        <View key={check} className="audit-check">
          <View className="audit-check__dot" />
          <Text className="audit-check__words">{check}</Text>
        </View>
      ))}
      <View className="soft audit-check__when">{text.whenItRuns}</View>
    </View>
  )
}
