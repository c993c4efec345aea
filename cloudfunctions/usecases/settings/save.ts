import type { InputOf } from '@shared/contracts'
import type { Refusal } from '@shared/contracts/errors'
import { ok, refuse } from '@shared/kernel/result'
import type { Day } from '@shared/kernel/day'
import { withAddedOn } from '@shared/rules/benefits/addedOn'
import { impossibleBenefits } from '@shared/rules/benefits/impossible'
import { DEFAULT_SETTINGS } from '@shared/rules/settings/settings'
import { impossible } from '@shared/rules/tiers/impossible'
import { withRules } from '@shared/rules/tiers/tierRules'
import type { Cloud } from '../../database/cloud'
import { saveTopics, topicChange, type TopicChange } from '../../database/saveTopics'
import { readTopic } from '../../database/settings'
import type { Call, UseCase } from '../../runtime/call'
import { impossibleGiftCardsIn } from '../giftCards/impossibleSettings'
import { impossibleWalletIn } from '../wallet/impossibleSettings'
import { impossibleShopIn } from './impossibleShop'
import { impossibleRefusal } from './refuseImpossible'

type Input = InputOf<'settings.save'>
type Benefits = NonNullable<Extract<Input, { topic: 'tiers' }>['benefits']>

export const save: UseCase<'settings.save'> = async (call, input) => {
  if (!call.role) throw new Error('settings are saved by staff')
  const wrong = await wrongIn(call, input)
  if (wrong) return refuse(wrong)
  const found = await impossibleIn(call.cloud, input)
  if (found.length > 0) return refuse(impossibleRefusal(found))
  const by = { memberId: call.memberId, role: call.role }
  const outcome = await saveTopics(call.cloud, changesOf(input, call.today), by, call.at)
  if ('newer' in outcome) return refuse({ code: 'SETTINGS_CHANGED', data: { version: outcome.newer } })
  return ok({ version: input.expectedVersion + 1, changedAt: outcome.saved[0]?.changedAt ?? call.at })
}

/** Topics that have a refusal of their own; levels and benefits name places in theirs. */
async function wrongIn(call: Call, input: Input): Promise<Refusal<'IMPOSSIBLE_SETTINGS'> | null> {
  switch (input.topic) {
    case 'wallet':
      return await impossibleWalletIn(call, input.value)
    case 'giftCards':
      return impossibleGiftCardsIn(input.value, (await call.settings()).wallet)
    case 'shop':
      return await impossibleShopIn(call.cloud, input)
    default:
      return null
  }
}

/** When the levels were off, and since when a benefit is given, only the server says. */
function changesOf(input: Input, today: Day): readonly TopicChange[] {
  const { topic, expectedVersion, value } = input
  const benefitsChange = (edited: Benefits): TopicChange =>
    topicChange('benefits', edited.expectedVersion, ({ benefits }) => ({
      benefits: withAddedOn(edited.value.benefits, benefits, today),
    }))
  switch (topic) {
    case 'tiers':
      return [
        topicChange(topic, expectedVersion, ({ pauses }) => ({ ...value, pauses })),
        ...(input.benefits ? [benefitsChange(input.benefits)] : []),
      ]
    case 'benefits':
      return [benefitsChange(input)]
    default:
      return [topicChange(topic, expectedVersion, () => value)]
  }
}

/** What keeps levels and benefits from being saved as they would stand together. */
async function impossibleIn(cloud: Cloud, input: Input) {
  if (input.topic !== 'tiers' && input.topic !== 'benefits') return []
  const [savedTiers, savedBenefits] = await Promise.all([
    readTopic(cloud, 'tiers'),
    readTopic(cloud, 'benefits'),
  ])
  const tiers = savedTiers?.value ?? DEFAULT_SETTINGS.tiers
  const benefits = savedBenefits?.value ?? DEFAULT_SETTINGS.benefits
  const edited = input.topic === 'benefits' ? input : input.benefits
  const isCurrent =
    (input.topic === 'benefits' || input.expectedVersion === tiers.version) &&
    (!edited || edited.expectedVersion === benefits.version)
  // Over anything but the newest nothing is saved: it was saved before, or is refused for that.
  if (!isCurrent) return []
  const program = input.topic === 'tiers' ? withRules(tiers, input.value) : tiers
  return [
    ...impossible(program),
    ...impossibleBenefits({ version: benefits.version, ...(edited?.value ?? benefits) }, program),
  ]
}
