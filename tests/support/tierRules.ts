import type { Benefit } from '@shared/rules/benefits/benefit'
import type { TierProgram } from '@shared/rules/tiers/program'
import { withRules, type TierRules } from '@shared/rules/tiers/tierRules'
import type { Cloud } from '../../cloudfunctions/database/cloud'
import { saveTopics, topicChange } from '../../cloudfunctions/database/saveTopics'

interface Rules {
  readonly tiers?: TierRules
  readonly program?: TierProgram
  readonly benefits?: readonly Benefit[]
}

/** Saves levels or benefits for the first time, as a merchant's editor would. */
export async function saveRules(
  cloud: Cloud,
  { tiers, program, benefits }: Rules,
  at: number,
): Promise<void> {
  const changes = [
    ...(tiers ? [topicChange('tiers', 0, (saved) => withRules(saved, tiers))] : []),
    ...(program ? [topicChange('tiers', 0, () => program)] : []),
    ...(benefits ? [topicChange('benefits', 0, () => ({ benefits }))] : []),
  ]
  const saved = await saveTopics(cloud, changes, { memberId: 'owner', role: 'owner' }, at)
  if ('newer' in saved) throw new Error('somebody saved before')
}
