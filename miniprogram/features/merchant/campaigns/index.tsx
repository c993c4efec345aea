import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { useSettings, type Stored } from '../settings/useSettings'
import { CampaignRow } from './campaignRow'
import './index.scss'

const MOST = 200

const open = (query = '') => void Taro.navigateTo({ url: `/features/merchant/campaign/index${query}` })

export default function CampaignsPage() {
  const text = useText()
  const { query } = useSettings('campaigns')
  return (
    <Page id="campaigns-page" title={text.rules.campaigns.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[104, 104, 104]}>
        {(stored) => <Campaigns stored={stored} />}
      </QueryView>
    </Page>
  )
}

/** What runs now first, then what is to come; what is off or over last. */
const ORDER = ['running', 'upcoming', 'off', 'ended'] as const

function Campaigns({ stored }: { readonly stored: Stored<'campaigns'> }) {
  const text = useText().rules.campaigns
  const { campaigns } = stored.value
  if (campaigns.length === 0) {
    return (
      <PictureState
        id="campaigns-empty"
        picture="card"
        title={text.empty}
        text={text.emptyHint}
        action={{ id: 'add-campaign', label: text.add, run: () => open() }}
      />
    )
  }
  const standings = ORDER.flatMap((state) => stored.standings.filter((each) => each.state === state))
  return (
    <>
      {standings.map((standing) => (
        <CampaignRow
          key={standing.id}
          standing={standing}
          stored={stored}
          onTap={() => open(`?id=${standing.id}`)}
        />
      ))}
      <View className="campaigns__add">
        {campaigns.length < MOST ? (
          <BusyButton id="add-campaign" label={text.add} onPress={() => open()} />
        ) : (
          <View className="soft">{text.full}</View>
        )}
      </View>
    </>
  )
}
