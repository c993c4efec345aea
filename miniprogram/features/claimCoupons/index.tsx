import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useCommand } from '@/api/useCommand'
import { useQuery } from '@/api/useQuery'
import { beginning } from '@/i18n/format'
import { useText, useWords } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { Ticket } from '@/ui/ticket'
import { TicketRules } from '@/ui/ticketRules'
import './index.scss'

type Template = OutputOf<'coupons.claimable'>['templates'][number]

const toMine = () => void Taro.redirectTo({ url: '/features/coupons/index' })

/** The coupons that members can take, each with all its rules before it is taken. */
export default function ClaimCouponsPage() {
  const { coupons: text } = useText()
  const query = useQuery('shopper', 'coupons.claimable', {})
  return (
    <Page id="claim-coupons-page" title={text.claimTitle} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[180, 180]}>
        {({ templates }) =>
          templates.length === 0 ? (
            <PictureState
              id="nothing-to-claim"
              picture="card"
              title={text.nothingToClaim}
              text={text.nothingToClaimHint}
              action={{ id: 'to-my-coupons', label: text.toMine, run: toMine }}
            />
          ) : (
            templates.map((template) => (
              <Claimable key={template.id} template={template} onClaimed={query.refresh} />
            ))
          )
        }
      </QueryView>
    </Page>
  )
}

interface ClaimableProps {
  readonly template: Template
  readonly onClaimed: () => Promise<void>
}

function Claimable({ template, onClaimed }: ClaimableProps) {
  const { coupons: text } = useText()
  const words = useWords()
  const { run, working, failure } = useCommand('shopper', 'coupons.claim')
  const { id, kind, name, worth, terms, validity, left, had, limit, closed } = template
  const claim = async () => {
    if (await run({ template: id })) void Taro.showToast({ title: text.claimed, icon: 'none' })
    // Refused or done: what is there now has to be seen.
    await onClaimed()
  }
  const counts = [
    ...(left === null ? [] : [text.left(left)]),
    ...(limit > 1 || had > 0 ? [text.had(had, limit)] : []),
  ]
  return (
    <Ticket
      id={`template-${id}`}
      worth={words(worth)}
      kind={text.kinds[kind]}
      name={words(name)}
      isPast={closed !== null}
    >
      {counts.length > 0 && <View className="ticket__days figure">{counts.join(' · ')}</View>}
      <TicketRules rules={[validity, ...terms].map((each) => beginning(words(each)))} />
      <View className="claim-coupons__action">
        {closed === null ? (
          <BusyButton
            id={`claim-${id}`}
            label={text.claimNow}
            working={working}
            onPress={() => void claim()}
          />
        ) : (
          <View className="soft">{text.closed[closed]}</View>
        )}
      </View>
      {failure && !working && <FailureNote failure={failure} />}
    </Ticket>
  )
}
