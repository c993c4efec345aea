import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { AuditRow } from './auditRow'
import { openJournal } from './openJournal'
import { useIsManager } from '../useIsManager'

/** The ways to the shop's books, for those who may read them. */
export function BookRows({ audit }: { readonly audit: OutputOf<'overview.read'>['audit'] }) {
  const text = useText().books
  if (!useIsManager()) return null
  return (
    <View className="card rows">
      <LinkRow id="to-journal" label={text.entry} onTap={openJournal} />
      {audit && <AuditRow audit={audit} />}
    </View>
  )
}
