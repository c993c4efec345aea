import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useQuery } from '@/api/useQuery'
import { useText } from '@/i18n/useText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Coming } from './coming'
import { CouponTicket } from './couponTicket'
import { LevelHead } from './levelHead'
import { OwnBenefits } from './ownBenefits'
import { PastCoupons } from './pastCoupons'
import './index.scss'

type Benefits = OutputOf<'benefits.list'>

export default function BenefitsPage() {
  const text = useText()
  const query = useQuery('shopper', 'benefits.list', {})
  return (
    <Page id="benefits-page" title={text.ownBenefits.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[96, 112, 112, 240]}>
        {(benefits) => <Shown benefits={benefits} />}
      </QueryView>
    </Page>
  )
}

function Shown({ benefits: { today, level, benefits, usable, past } }: { readonly benefits: Benefits }) {
  const isBare = benefits.length + usable.length + past.length === 0
  return (
    <>
      {level && <LevelHead level={level} count={benefits.length} />}
      {(level === null || isBare) && <Nothing isOff={level === null} />}
      {!isBare && <Usable usable={usable} today={today} />}
      <Coming benefits={benefits} today={today} />
      <OwnBenefits benefits={benefits} />
      <PastCoupons past={past} />
    </>
  )
}

function Usable({ usable, today }: Pick<Benefits, 'usable' | 'today'>) {
  const text = useText()
  return (
    <View id="benefits-usable" className="benefits__section">
      <View className="card-title">{text.ownBenefits.usable}</View>
      {usable.length === 0 && <View className="soft">{text.ownBenefits.nothingUsable}</View>}
      {usable.map((coupons) => (
        <CouponTicket key={coupons.id} coupons={coupons} today={today} />
      ))}
    </View>
  )
}

const toHome = () => void Taro.switchTab({ url: '/features/home/index' })

/** No level to have benefits of, or one that has none. */
function Nothing({ isOff }: { readonly isOff: boolean }) {
  const { off, offHint, empty, emptyHint, toHome: label } = useText().ownBenefits
  return isOff ? (
    <PictureState id="benefits-off" picture="closed" title={off} text={offHint} />
  ) : (
    <PictureState
      id="benefits-empty"
      picture="card"
      title={empty}
      text={emptyHint}
      action={{ id: 'to-home-button', label, run: toHome }}
    />
  )
}
