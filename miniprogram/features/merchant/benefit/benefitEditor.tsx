import { Text, View } from '@tarojs/components'
import type { Benefit, Perk } from '@shared/rules/benefits/benefit'
import type { Level } from '@shared/rules/tiers/program'
import { useText, useWords } from '@/i18n/useText'
import { BenefitRow } from '@/ui/benefitRow'
import { LinkText } from '@/ui/linkText'
import { RadioRows } from '../form/choices'
import { closedFor } from '../benefits/benefitEdits'
import { useFace } from '../benefits/useFace'
import { DeleteBenefit } from './deleteBenefit'
import { GivesFields } from './givesFields'
import { IssueFields } from './issueFields'
import { LookFields } from './lookFields'
import { RequirementFields } from './requirementFields'
import { StackingFields } from '../form/stackingFields'
import './benefitEditor.scss'

interface BenefitEditorProps {
  readonly benefit: Benefit
  /** Absent where the level is gone: then it can only be deleted. */
  readonly level: Level | undefined
  readonly onChange: (benefit: Benefit) => void
  /** Absent for one that was saved: another kind is another benefit. */
  readonly onOtherKind: (() => void) | undefined
  readonly onDelete: () => void
}

/** A benefit as members will read it, and below that all that makes it. */
export function BenefitEditor({ benefit, level, onChange, onOtherKind, onDelete }: BenefitEditorProps) {
  const change = (patch: Partial<Benefit>) => onChange({ ...benefit, ...patch })
  return (
    <>
      <Seen benefit={benefit} level={level} />
      {level && (
        <>
          <PerkCards perk={benefit.perk} onOtherKind={onOtherKind} onChange={(perk) => change({ perk })} />
          <Audience benefit={benefit} level={level} onChange={(audience) => change({ for: audience })} />
          <LookFields benefit={benefit} onChange={change} />
        </>
      )}
      <DeleteBenefit benefit={benefit} onDelete={onDelete} />
    </>
  )
}

function Seen({ benefit, level }: Pick<BenefitEditorProps, 'benefit' | 'level'>) {
  const text = useText().benefits
  const words = useWords()
  const faceOf = useFace()
  return (
    <View id="benefit-seen" className="card benefit-seen">
      <Text className="soft">
        {level ? `${words(level.name) || level.name.zh} · ${text.seen}` : text.orphans}
      </Text>
      <BenefitRow benefit={faceOf(benefit)} />
    </View>
  )
}

interface PerkCardsProps {
  readonly perk: Perk
  readonly onOtherKind: (() => void) | undefined
  readonly onChange: (perk: Perk) => void
}

function PerkCards({ perk, onOtherKind, onChange }: PerkCardsProps) {
  const text = useText().benefits
  return (
    <>
      <View className="card">
        <View className="card-head">
          <Text className="card-title">{text.kinds[perk.of].name}</Text>
          {onOtherKind && <LinkText id="other-kind" label={text.otherKind} onTap={onOtherKind} />}
        </View>
        <View className="soft">{text.kinds[perk.of].hint}</View>
        <GivesFields perk={perk} onChange={onChange} />
      </View>
      {'issue' in perk && (
        <IssueFields issue={perk.issue} onChange={(issue) => onChange({ ...perk, issue })} />
      )}
      {'requirement' in perk && (
        <View className="card">
          <RequirementFields
            requirement={perk.requirement}
            onChange={(requirement) => onChange({ ...perk, requirement })}
          />
          <StackingFields
            words={text}
            stacking={perk.stacking}
            onChange={(stacking) => onChange({ ...perk, stacking })}
          />
        </View>
      )}
    </>
  )
}

interface AudienceProps {
  readonly benefit: Benefit
  readonly level: Level
  readonly onChange: (audience: Benefit['for']) => void
}

function Audience({ benefit, level, onChange }: AudienceProps) {
  const text = useText().benefits
  return (
    <View className="card">
      <Text className="card-title">{text.for}</Text>
      <RadioRows
        id="for"
        values={['everyone', 'paidOnly'] as const}
        chosen={benefit.for}
        name={(audience) => text.forOf[audience]}
        hint={(audience) => text.forHint[audience]}
        closed={(audience) => {
          const why = closedFor(audience, level)
          return why ? text.closed[why] : undefined
        }}
        onTap={onChange}
      />
    </View>
  )
}
