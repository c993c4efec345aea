import { Text, View } from '@tarojs/components'
import { formatCount, formatMoney } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { useExplain } from '@/ui/explainSheet'
import { LinkText } from '@/ui/linkText'
import type { Preview } from './refundCard'

interface RefundPreviewProps {
  readonly preview: Preview
  /** How what is no stored value goes back, in words. */
  readonly rest: string
}

/** Where each part goes, and what goes with it: points, growth, the level, coupons. */
export function RefundPreview({ preview, rest }: RefundPreviewProps) {
  const { refund: text, counter } = useText()
  const words = useWords()
  const explain = useExplain()
  const { back, points, takenBackPoints, takenBackGrowth, debt, tier, explanation } = preview
  const parts = [
    {
      id: 'back-principal',
      name: counter.sale.principal,
      said: formatMoney(back.principal),
      n: back.principal,
    },
    { id: 'back-bonus', name: counter.sale.bonus, said: formatMoney(back.bonus), n: back.bonus },
    { id: 'back-rest', name: rest, said: formatMoney(back.wechat), n: back.wechat },
    { id: 'back-points', name: counter.member.points, said: formatCount(points), n: points },
  ].filter(({ n }) => n > 0)
  const moved = tier.before.id !== tier.after.id
  const notes = [
    ...(takenBackPoints + takenBackGrowth > 0
      ? [text.takenBack(formatCount(takenBackPoints), formatCount(takenBackGrowth))]
      : []),
    ...(debt > 0 ? [text.debt(formatCount(debt))] : []),
    moved ? text.tier(words(tier.before.name), words(tier.after.name)) : text.tierStays,
  ]
  return (
    <View id="refund-preview" className="refund-preview">
      <Text className="refund-preview__title">{text.preview}</Text>
      {parts.map(({ id, name, said }) => (
        <View key={id} className="refund-preview__row">
          <Text className="soft">{name}</Text>
          <Text id={id} className="figure">
            {said}
          </Text>
        </View>
      ))}
      {notes.map((note) => (
        <Text key={note} className="soft">
          {note}
        </Text>
      ))}
      <LinkText
        id="explain-refund"
        label={text.explain}
        onTap={() => explain.showLines(text.title, explanation)}
      />
      {explain.sheet}
    </View>
  )
}
