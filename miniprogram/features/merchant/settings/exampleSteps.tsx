import { Text, View } from '@tarojs/components'
import { useText, useWords } from '@/i18n/useText'
import { formatTimes } from '@/i18n/scaled'
import type { Example } from './useExample'

type Tried = Example['multipliers'][number]

/** Of those that did not hold, so many are told one by one. */
const IDLE_SHOWN = 6

/** How an example came out: each multiplier and what became of it, how they stack, and what was cut. */
export function ExampleSteps({ example }: { readonly example: Example }) {
  const text = useText().rules
  const held = example.multipliers.filter(({ outcome }) => outcome === 'used' || outcome === 'notTheBest')
  const idle = example.multipliers.filter((each) => !held.includes(each))
  const { cappedAtBp, dailyCap, releaseDays, rateBp } = example
  return (
    <View id="example-steps" className="example__steps">
      {held.length === 0 && <Text className="soft">{text.example.noneHeld}</Text>}
      {[...held, ...idle.slice(0, IDLE_SHOWN)].map((tried) => (
        <Step key={`${tried.topic} ${tried.id}`} tried={tried} />
      ))}
      {idle.length > IDLE_SHOWN && (
        <Text className="soft">{text.example.others(idle.length - IDLE_SHOWN)}</Text>
      )}
      <View className="example__step example__step--sum">
        <View className="example__step-words">
          <Text>
            {cappedAtBp === null
              ? text.example.rate(formatTimes(rateBp))
              : text.example.capped(formatTimes(cappedAtBp))}
          </Text>
          {held.length > 1 && <Text className="soft">{text.stacking[example.stacking]}</Text>}
        </View>
      </View>
      {dailyCap !== null && <Note words={text.example.dailyCap(dailyCap)} />}
      {example.growth > 0 && <Note words={text.example.growth(example.growth)} />}
      {releaseDays > 0 && <Note words={text.example.release(releaseDays)} />}
    </View>
  )
}

function Step({ tried }: { readonly tried: Tried }) {
  const text = useText().rules
  const words = useWords()
  return (
    <View className={`example__step ${tried.outcome === 'used' ? '' : 'example__step--idle'}`}>
      <View className="example__step-words">
        <Text>{words(tried.name) || tried.name.zh || text.brief.unnamed}</Text>
        <Text className="soft">{text.example.outcome[tried.outcome]}</Text>
      </View>
      <Text className="figure">{text.brief.times(formatTimes(tried.rateBp))}</Text>
    </View>
  )
}

function Note({ words }: { readonly words: string }) {
  return (
    <View className="example__step example__step--idle">
      <Text>{words}</Text>
    </View>
  )
}
