import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Tap } from '@/ui/tap'
import { formatTimes } from '@/i18n/scaled'
import { useBrief } from '../settings/useBrief'
import type { Stored } from '../settings/useSettings'
import { Overlaps } from './overlaps'
import './campaignRow.scss'

interface CampaignRowProps {
  readonly standing: Stored<'campaigns'>['standings'][number]
  readonly stored: Stored<'campaigns'>
  readonly onTap: () => void
}

/** A campaign as the list shows it: how it stands, its rate, and with which others it meets. */
export function CampaignRow({ standing, stored, onTap }: CampaignRowProps) {
  const text = useText().rules
  const brief = useBrief(stored.tiers)
  const { campaigns } = stored.value
  const campaign = campaigns.find(({ id }) => id === standing.id)
  if (!campaign) return null
  const { state, overlaps } = standing
  return (
    <Tap id={`campaign-${campaign.id}`} className={`card campaign campaign--${state}`} onTap={onTap}>
      <View className="campaign__head">
        <View className="campaign__title">
          <Text className="campaign__name">{brief.name(campaign.name)}</Text>
          <Text className={`campaign__state campaign__state--${state}`}>{text.campaigns.states[state]}</Text>
        </View>
        <Text className="campaign__rate figure">{text.brief.times(formatTimes(campaign.rateBp))}</Text>
      </View>
      <Text className="campaign__days figure">{brief.days(campaign)}</Text>
      <Text className="soft">{brief.scope(campaign)}</Text>
      <Overlaps
        names={campaigns.filter(({ id }) => overlaps.includes(id)).map(({ name }) => brief.name(name))}
        stacking={stored.stacking}
        capBp={stored.capBp}
      />
    </Tap>
  )
}
