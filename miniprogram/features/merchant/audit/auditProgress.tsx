import { Text, View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { formatCount } from '@/i18n/format'
import { useText } from '@/i18n/useText'
import { progressShare } from './progressShare'
import './auditProgress.scss'

type Run = OutputOf<'books.startAudit'>['run']

/** How far a run has come. */
export function AuditProgress({ run }: { readonly run: Run }) {
  const text = useText().audit
  const step =
    run.phase === 'members'
      ? text.checkingMembers(formatCount(run.members), formatCount(run.membersAtStart))
      : text.checkingDays(formatCount(run.days))
  return (
    <View id="audit-progress" className="card">
      <Text className="card-title">{text.running}</Text>
      <View className="audit-progress__track">
        <View className="audit-progress__fill" style={{ width: `${progressShare(run) * 100}%` }} />
      </View>
      <View className="figure">{step}</View>
      <View className="soft">{text.runningHint}</View>
    </View>
  )
}
