import { Text, View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { ProgressBar } from '@/ui/progressBar'
import type { Job } from './useJobs'
import './jobCard.scss'

const SHOWN = 20

/** A giving to many members: how far it has come, and who got none and why. */
export function JobCard({ job }: { readonly job: Job }) {
  const text = useText()
  const locale = useLocale()
  const { file } = text.coupons.shop
  const { state, reason, members, done, given, rejected, startedAt } = job
  return (
    <View className={`card job job--${state}`}>
      <View className="card-head">
        <Text className="card-title">{state === 'running' ? file.running : file.done}</Text>
        <Text className="soft figure">{file.progress(done, members)}</Text>
      </View>
      <ProgressBar shareBp={Math.floor((done / members) * 10_000)} />
      <Text>{reason}</Text>
      <Text className="soft figure">{formatInstant(startedAt, locale)}</Text>
      <Text className="figure">{file.given(given)}</Text>
      {state === 'running' && <Text className="soft">{file.runningHint}</Text>}
      {rejected.length > 0 && (
        <View className="job__rejected">
          <Text className="figure">{file.rejected(rejected.length)}</Text>
          {rejected.slice(0, SHOWN).map(({ member, code }) => (
            <View key={member} className="job__row">
              <Text className="figure">{text.books.member(member)}</Text>
              <Text className="soft">{text.coupons.closed[code]}</Text>
            </View>
          ))}
        </View>
      )}
    </View>
  )
}
