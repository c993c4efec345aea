import type { OutputOf } from '@shared/contracts'
import { useQuery } from '@/api/useQuery'
import { useText, useWords } from '@/i18n/useText'
import { RadioRows } from '../form/choices'
import { Field } from '../form/field'

interface TemplateChoiceProps {
  readonly chosen: string | undefined
  readonly fault?: string
  readonly onChoose: (id: string) => void
}

type Template = OutputOf<'couponTemplates.list'>['templates'][number]

const canBeGiven = ({ isOn, isOver }: Template): boolean => isOn && !isOver

/** Which coupon to give: the newest ones that are issued. */
export function TemplateChoice({ chosen, fault, onChoose }: TemplateChoiceProps) {
  const { shop: text } = useText().coupons
  const words = useWords()
  const templates = useQuery('merchant', 'couponTemplates.list', {}).value?.templates.filter(canBeGiven) ?? []
  const find = (id: string) => templates.find((template) => template.id === id)
  return (
    <Field label={text.member.which} fault={templates.length === 0 ? text.member.noTemplates : fault} isWide>
      <RadioRows
        id="give"
        values={templates.map(({ id }) => id)}
        chosen={chosen ?? ''}
        name={(id) => words(find(id)?.name ?? { zh: id, en: id })}
        hint={(id) => {
          const template = find(id)
          return template ? `${words(template.worth)} · ${words(template.validity)}` : ''
        }}
        onTap={onChoose}
      />
    </Field>
  )
}
