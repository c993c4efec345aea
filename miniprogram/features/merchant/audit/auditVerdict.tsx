import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount, formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import './auditVerdict.scss'

type LastRun = NonNullable<OutputOf<'books.lastAudit'>['last']>

/** What the last audit came to: whether all agrees, when that was, and how much was looked at. */
export function AuditVerdict({ run }: { readonly run: LastRun }) {
  const text = useText().audit
  const locale = useLocale()
  const agrees = run.differenceCount === 0
  const counts = [
    { id: 'members', name: text.members, n: run.members },
    { id: 'entries', name: text.entries, n: run.entries },
    { id: 'orders', name: text.orders, n: run.orders },
    { id: 'days', name: text.days, n: run.days },
  ]
  return (
    <View id="audit-verdict" className="card audit-verdict">
      <View className="audit-verdict__head">
        <View className={`audit-verdict__mark audit-verdict__mark--${agrees ? 'agrees' : 'differs'}`} />
        <View className="audit-verdict__words">
          <Text className="audit-verdict__title">
            {agrees ? text.agrees : text.differs(run.differenceCount)}
          </Text>
          <Text className="soft figure">
            {text.when(formatInstant(run.finishedAt ?? run.startedAt, locale), text.by[run.by])}
          </Text>
        </View>
      </View>
      <View className="audit-verdict__counts">
        {counts.map(({ id, name, n }) => (
          <View key={id} id={`audit-${id}`} className="audit-verdict__count">
            <Text className="audit-verdict__number figure">{formatCount(n)}</Text>
            <Text className="soft">{name}</Text>
          </View>
        ))}
      </View>
    </View>
  )
}
