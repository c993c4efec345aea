import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { AuditRow } from './auditRow'
import { openJournal } from './openJournal'
import { WeChatPayRows } from './weChatPayRows'
import { useIsManager } from '../useIsManager'

interface BookRowsProps {
  readonly overview: Pick<OutputOf<'overview.read'>, 'audit' | 'weChatPay'>
}

/** The ways to the shop's books, for those who may read them. */
export function BookRows({ overview: { audit, weChatPay } }: BookRowsProps) {
  const text = useText().books
  if (!useIsManager()) return null
  return (
    <View className="card rows">
      <LinkRow id="to-journal" label={text.entry} onTap={openJournal} />
      {audit && <AuditRow audit={audit} />}
      {weChatPay && <WeChatPayRows state={weChatPay} />}
    </View>
  )
}
