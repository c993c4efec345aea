import { View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { Overlaps } from '../campaigns/overlaps'
import { DayField } from '../form/dayField'
import { SwitchRow } from '../form/switchRow'
import { DeleteRule } from '../settings/deleteRule'
import { ExampleCard } from '../settings/exampleCard'
import { RuleHeadFields, RuleScopeFields, type Campaign } from '../settings/ruleFields'
import { goBack, RulePage, type RuleEditorProps } from '../settings/rulePage'
import type { Sample } from '../settings/sampleFields'
import { SaveBar } from '../settings/saveBar'
import { useBrief } from '../settings/useBrief'
import type { Stored } from '../settings/useSettings'

export default function CampaignPage() {
  const text = useText().rules.campaigns
  const gone = {
    id: 'campaign-gone',
    title: text.gone,
    text: text.goneHint,
    backId: 'to-campaigns',
    back: text.toList,
  }
  return (
    <RulePage
      id="campaign-page"
      topic="campaigns"
      title={text.editTitle}
      newTitle={text.newTitle}
      skeleton={[96, 240, 200]}
      rulesIn={({ campaigns }) => campaigns}
      gone={gone}
    >
      {(props) => <Editor {...props} />}
    </RulePage>
  )
}

function Editor({ id, isNew, editor, stored }: RuleEditorProps<'campaigns'>) {
  const text = useText().rules
  const brief = useBrief(stored.tiers)
  const value = editor.valueIn(stored)
  const others = value.campaigns.filter((each) => each.id !== id)
  const there = value.campaigns.find((each) => each.id === id)
  const campaign = there ?? newCampaign(id, stored.today)
  const change = (patch: Partial<Campaign>) => {
    const next = { ...campaign, ...patch }
    const campaigns = there
      ? value.campaigns.map((each) => (each.id === id ? next : each))
      : [...others, next]
    editor.edit(stored, { campaigns })
  }
  const rules = { campaigns: { campaigns: [...others, campaign] } }
  return (
    <>
      <ExampleCard
        rules={rules}
        tiers={stored.tiers}
        initial={sampleFor(campaign, stored)}
        below={({ standings }) => {
          const overlaps = standings.find((each) => each.id === id)?.overlaps ?? []
          const met = others.filter((each) => overlaps.includes(each.id))
          return (
            <Overlaps
              names={met.map(({ name }) => brief.name(name))}
              stacking={stored.stacking}
              capBp={stored.capBp}
            />
          )
        }}
      />
      <View className="card">
        <RuleHeadFields rule={campaign} onChange={change} />
        <DayField
          id="campaign-from"
          label={text.field.from}
          value={campaign.from}
          onChange={(from) => change({ from })}
        />
        <DayField
          id="campaign-to"
          label={text.field.to}
          fault={campaign.to < campaign.from ? text.field.outOfOrder : undefined}
          value={campaign.to}
          onChange={(to) => change({ to })}
        />
        <RuleScopeFields rule={campaign} tiers={stored.tiers} onChange={change} />
        <SwitchRow
          id="campaign-on"
          label={text.campaigns.isOn}
          value={campaign.isOn}
          onChange={(isOn) => change({ isOn })}
        />
      </View>
      {!isNew && (
        <DeleteRule
          id="delete-campaign"
          words={text.campaigns}
          editor={editor}
          remove={() =>
            editor.save(stored, { campaigns: stored.value.campaigns.filter((each) => each.id !== id) })
          }
          onDeleted={goBack}
        />
      )}
      <SaveBar editor={editor} stored={stored} onSaved={goBack} />
    </>
  )
}

function newCampaign(id: string, today: string): Campaign {
  return {
    id,
    name: { zh: '', en: '' },
    isOn: true,
    from: today,
    to: today,
    rateBp: 20_000,
    goods: { of: 'all' },
    audience: { of: 'everyone' },
  }
}

/** A purchase that the campaign is for, where there is one. */
function sampleFor({ from, goods, audience }: Campaign, { tiers, today }: Stored<'campaigns'>): Sample {
  return {
    amountFen: 10_000,
    category: (goods.of === 'categories' && goods.categories[0]) || null,
    product: (goods.of === 'products' && goods.products[0]) || null,
    tier: (audience.of === 'tiers' && audience.tiers[0]) || (tiers[0]?.id ?? ''),
    day: from > today ? from : today,
    birthday: 'none',
  }
}
