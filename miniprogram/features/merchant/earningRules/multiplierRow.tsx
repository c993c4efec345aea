import { Text, View } from '@tarojs/components'
import { useText } from '@/i18n/useText'
import { LinkText } from '@/ui/linkText'
import { Tap } from '@/ui/tap'
import { Choices } from '../form/choices'
import { DayField } from '../form/dayField'
import { formatTimes } from '@/i18n/scaled'
import { RuleHeadFields, RuleScopeFields, type Multiplier } from '../settings/ruleFields'
import type { Tier } from '../settings/sampleFields'
import { useBrief } from '../settings/useBrief'
import './multiplierRow.scss'

interface MultiplierRowProps {
  readonly rule: Multiplier
  readonly tiers: readonly Tier[]
  readonly today: string
  readonly open: boolean
  readonly onToggle: () => void
  readonly onChange: (rule: Multiplier) => void
  readonly onDelete: () => void
}

/** A multiplier in one line; open, its fields. */
export function MultiplierRow({
  rule,
  tiers,
  today,
  open,
  onToggle,
  onChange,
  onDelete,
}: MultiplierRowProps) {
  const text = useText().rules
  const brief = useBrief(tiers)
  const change = (patch: Partial<Multiplier>) => onChange({ ...rule, ...patch })
  return (
    <View className="multiplier">
      <Tap id={`multiplier-${rule.id}`} className="multiplier__line" onTap={onToggle}>
        <View className="multiplier__words">
          <Text>{brief.name(rule.name)}</Text>
          <Text className="soft">{`${brief.when(rule.when)} · ${brief.scope(rule)}`}</Text>
        </View>
        <Text className="multiplier__rate figure">
          {Number.isNaN(rule.rateBp) ? '—' : text.brief.times(formatTimes(rule.rateBp))}
        </Text>
        <View className={`chevron chevron--${open ? 'up' : 'down'}`} />
      </Tap>
      {open && (
        <View className="multiplier__fields">
          <RuleHeadFields rule={rule} onChange={change} />
          <WhenFields when={rule.when} today={today} onChange={(when) => change({ when })} />
          <RuleScopeFields rule={rule} tiers={tiers} onChange={change} />
          <View className="multiplier__ends">
            <LinkText id="delete-multiplier" label={text.field.delete} way="none" onTap={onDelete} />
            <LinkText id="close-multiplier" label={text.field.done} way="up" onTap={onToggle} />
          </View>
        </View>
      )}
    </View>
  )
}

interface WhenFieldsProps {
  readonly when: Multiplier['when']
  readonly today: string
  readonly onChange: (when: Multiplier['when']) => void
}

function WhenFields({ when, today, onChange }: WhenFieldsProps) {
  const text = useText().rules
  return (
    <>
      <Choices
        id="when"
        label={text.earning.when}
        values={['always', 'birthday', 'birthdayMonth', 'dates'] as const}
        chosen={[when.of]}
        name={(of) => text.earning.whenOf[of]}
        onTap={(of) => of !== when.of && onChange(of === 'dates' ? { of, from: today, to: today } : { of })}
      />
      {when.of === 'dates' && (
        <>
          <DayField
            id="when-from"
            label={text.field.from}
            value={when.from}
            onChange={(from) => onChange({ ...when, from })}
          />
          <DayField
            id="when-to"
            label={text.field.to}
            fault={when.to < when.from ? text.field.outOfOrder : undefined}
            value={when.to}
            onChange={(to) => onChange({ ...when, to })}
          />
        </>
      )}
    </>
  )
}
