import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { LinkRow } from '@/ui/linkRow'
import { openJournal } from './openJournal'
import { useMayReadJournal } from './useMayReadJournal'

/** The way to the shop's books, for those who may read them. */
export function BookRows() {
  const text = useText().books
  if (!useMayReadJournal()) return null
  return (
    <View className="card rows">
      <LinkRow id="to-journal" label={text.entry} onTap={openJournal} />
    </View>
  )
}
