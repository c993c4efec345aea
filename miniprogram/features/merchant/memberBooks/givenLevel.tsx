import { useState } from 'react'
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatDay } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText, useWords } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { useIsManager } from '../useIsManager'
import { GiveLevelSheet } from './giveLevelSheet'
import { TakeLevelBackSheet } from './takeLevelBackSheet'
import type { MemberBooks } from './useMemberBooks'
import './givenLevel.scss'

interface GivenLevelProps {
  readonly books: MemberBooks
  readonly onChanged: () => Promise<void>
}

/** The level that the shop gave this member, if it did; managers give one, or take it back. */
export function GivenLevel({ books, onChanged }: GivenLevelProps) {
  const text = useText().books.givenLevel
  const isManager = useIsManager()
  const [asking, setAsking] = useState<'give' | 'takeBack'>()
  const { given, levels } = books
  if (levels.length === 0 || (!given && !isManager)) return null
  // What was filled in is gone once it was done: the sheets begin with what holds now.
  const holds = given ? `${given.level.id} ${given.until}` : 'none'
  const done = (said: string) => async () => {
    setAsking(undefined)
    void Taro.showToast({ title: said, icon: 'none' })
    await onChanged()
  }
  return (
    <View id="given-level" className="card given-level">
      <Text className="card-title">{text.title}</Text>
      <Standing given={given} />
      {isManager && (
        <View className="given-level__actions">
          <LinkText
            id="give-level"
            label={given ? text.change : text.give}
            way="none"
            onTap={() => setAsking('give')}
          />
          {given && (
            <LinkText
              id="take-level-back"
              label={text.takeBack}
              way="none"
              onTap={() => setAsking('takeBack')}
            />
          )}
        </View>
      )}
      <GiveLevelSheet
        key={`give ${holds}`}
        open={asking === 'give'}
        books={books}
        onGiven={done(text.saved)}
        onClose={() => setAsking(undefined)}
      />
      <TakeLevelBackSheet
        key={`take ${holds}`}
        open={asking === 'takeBack'}
        books={books}
        onTaken={done(text.takenBack)}
        onClose={() => setAsking(undefined)}
      />
    </View>
  )
}

function Standing({ given }: Pick<MemberBooks, 'given'>) {
  const text = useText().books.givenLevel
  const words = useWords()
  const locale = useLocale()
  if (!given) return <Text className="soft">{text.none}</Text>
  const { level, until } = given
  return (
    <Text className="figure">
      {until === null
        ? text.forever(words(level.name))
        : text.through(words(level.name), formatDay(until, locale))}
    </Text>
  )
}
