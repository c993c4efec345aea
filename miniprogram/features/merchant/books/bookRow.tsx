import { Text, View } from '@tarojs/components'
import { formatChange } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import type { Text as Texts } from '@/i18n/zh'
import { Tap } from '@/ui/tap'
import type { BookEntry } from './kinds'
import './bookRow.scss'

interface BookRowProps {
  readonly entry: BookEntry
  readonly when: string
  readonly onExplain: () => void
  /** The way to the member's books, where the row does not stand in them. */
  readonly member?: { readonly name: string; readonly onTap: () => void }
}

/** One entry as the people of the shop read it: why and when, all that it changed, whose it is. */
export function BookRow({ entry, when, onExplain, member }: BookRowProps) {
  const words = useWords()
  const text = useText()
  const level = levelOf(entry, text, words)
  const [main = text.books.noChange, ...others] = [...level, ...changesOf(entry, text)]
  const isGain = entry.points > 0 || (entry.points === 0 && entry.pendingPoints > 0)
  return (
    <View className="book-row">
      <Tap className="book-row__entry" onTap={onExplain}>
        <View className="book-row__why">
          <Text>{words(entry.reason)}</Text>
          <Text className="soft figure">{[when, ...others].join(' · ')}</Text>
        </View>
        <Text className={`book-row__change figure ${isGain ? 'book-row__change--gain' : ''}`}>{main}</Text>
      </Tap>
      {member && (
        <Tap className="book-row__member" onTap={member.onTap}>
          <Text className="figure">{member.name}</Text>
          <View className="chevron" />
        </Tap>
      )}
    </View>
  )
}

/** The level that an entry led to, or kept. */
function levelOf({ tier }: BookEntry, { books }: Texts, words: ReturnType<typeof useWords>): string[] {
  if (!tier || tier.kind === 'first') return []
  return [tier.kind === 'keep' ? books.kept(words(tier.to)) : books.movedTo(words(tier.to))]
}

/** What an entry changed, the weightiest first. */
function changesOf(entry: BookEntry, { books }: Texts): string[] {
  const changes = [
    [entry.points, books.points],
    [entry.pendingPoints, books.pending],
    [entry.pointsDebt, books.owed],
    [entry.growth, books.growth],
  ] as const
  return changes.flatMap(([amount, say]) => (amount === 0 ? [] : [say(formatChange(amount))]))
}
