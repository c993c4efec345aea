import { View } from '@tarojs/components'
import { formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import './staleBanner.scss'

/** Says that what stands below is not of now. */
export function StaleBanner({ since, offline }: { readonly since: number; readonly offline: boolean }) {
  const text = useText()
  const time = formatInstant(since, useLocale())
  return (
    <View id="stale-banner" className="stale-banner figure">
      {offline ? text.failure.staleSince(time) : text.failure.notRenewed(time)}
    </View>
  )
}
