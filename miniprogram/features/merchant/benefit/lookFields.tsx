import { Text, View } from '@tarojs/components'
import type { Benefit } from '@shared/rules/benefits/benefit'
import { useText } from '@/i18n/useText'
import { BENEFIT_ICONS, BenefitIcon } from '@/ui/benefitIcon'
import { Tap } from '@/ui/tap'
import { BilingualName } from '../form/bilingualName'
import { Field } from '../form/field'
import { TextField } from '../form/textField'
import './lookFields.scss'

interface LookFieldsProps {
  readonly benefit: Benefit
  readonly onChange: (patch: Partial<Benefit>) => void
}

/** Its name, its words and its sign. */
export function LookFields({ benefit, onChange }: LookFieldsProps) {
  const text = useText().benefits
  const { name, description } = benefit
  return (
    <View className="card">
      <Text className="card-title">{text.look}</Text>
      <BilingualName
        id="benefit-name"
        words={text}
        value={name}
        onChange={(each) => onChange({ name: each })}
      />
      <TextField
        id="benefit-description"
        label={text.descriptionZh}
        placeholder={text.descriptionZhHint}
        value={description.zh}
        longest={200}
        onChange={(zh) => onChange({ description: { ...description, zh } })}
      />
      <TextField
        id="benefit-description-en"
        label={text.descriptionEn}
        placeholder={text.descriptionEnHint}
        value={description.en}
        longest={400}
        onChange={(en) => onChange({ description: { ...description, en } })}
      />
      <SignField benefit={benefit} onChange={onChange} />
    </View>
  )
}

function SignField({ benefit: { icon, perk }, onChange }: LookFieldsProps) {
  const text = useText().benefits
  return (
    <Field label={text.icon} isWide>
      <View className="signs">
        {[null, ...BENEFIT_ICONS].map((each) => (
          <Tap
            key={each ?? 'own'}
            id={`sign-${each ?? 'own'}`}
            className={`signs__sign ${each === icon ? 'signs__sign--on' : ''}`}
            label={text.icons[each ?? 'own']}
            onTap={() => onChange({ icon: each })}
          >
            <BenefitIcon kind={perk.of} icon={each} />
            {each === null && <Text className="signs__name">{text.icons.own}</Text>}
          </Tap>
        ))}
      </View>
    </Field>
  )
}
