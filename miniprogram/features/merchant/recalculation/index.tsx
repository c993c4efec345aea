import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { formatCount, formatInstant } from '@/i18n/format'
import { useLocale } from '@/i18n/locale'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Moved } from './moved'
import { useRecalculation, type Recalculation } from './useRecalculation'
import './index.scss'

/** How far judging the members again has come; it goes on wherever the merchant is, and ends in who moved. */
export default function RecalculationPage() {
  const text = useText().tierPreview.recalculation
  const query = useRecalculation()
  return (
    <Page id="recalculation-page" title={text.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[136, 200]}>
        {(value) => <Progress value={value} />}
      </QueryView>
    </Page>
  )
}

function Progress({ value }: { readonly value: Recalculation }) {
  const text = useText().tierPreview.recalculation
  const { isOn, left, members, version } = value
  const toLevels = { id: 'to-levels', label: text.toLevels, run: backToLevels }
  if (version.tiers === 0 && version.benefits === 0) {
    return (
      <PictureState
        id="recalculation-never"
        picture="card"
        title={text.never}
        text={text.neverHint}
        action={toLevels}
      />
    )
  }
  if (!isOn) {
    return (
      <PictureState
        id="recalculation-off"
        picture="closed"
        title={text.off}
        text={text.offHint}
        action={toLevels}
      />
    )
  }
  const done = Math.max(0, members - left)
  return (
    <>
      <View id={left > 0 ? 'recalculation-running' : 'recalculation-done'} className="card">
        <Text className="card-title">{left > 0 ? text.running : text.done}</Text>
        <View className="recalculation__track">
          <View
            className="recalculation__fill"
            style={{ width: `${members === 0 ? 100 : (done / members) * 100}%` }}
          />
        </View>
        <View className="figure">
          {left > 0 ? text.progress(formatCount(done), formatCount(members)) : text.doneAll(members)}
        </View>
        {left > 0 && <View className="soft">{done === 0 ? text.waiting : text.hint}</View>}
        <Saved value={value} />
      </View>
      <Moved value={value} />
    </>
  )
}

function Saved({ value }: { readonly value: Recalculation }) {
  const text = useText().tierPreview.recalculation
  const locale = useLocale()
  const { changedAt, version } = value
  const isLevels = (changedAt.tiers ?? 0) >= (changedAt.benefits ?? 0)
  const at = isLevels ? changedAt.tiers : changedAt.benefits
  if (at === null) return null
  const number = isLevels ? version.tiers : version.benefits
  return (
    <View className="soft figure">
      {text.version(number)} · {text.savedAt(formatInstant(at, locale))}
    </View>
  )
}

function backToLevels(): void {
  void Taro.redirectTo({ url: '/features/merchant/tiers/index' })
}
