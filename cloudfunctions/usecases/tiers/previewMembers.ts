import { ok } from '@shared/kernel/result'
import { outcomeOf, type PreviewRules } from '@shared/rules/tiers/preview/outcome'
import type { Settings } from '@shared/rules/settings/settings'
import { standingsOnLevel, type MemberStanding } from '../../database/standings'
import type { UseCase } from '../../runtime/call'
import { previewMember, previewRules } from './previewRules'

const PAGE = 20
const MEMBERS_A_SLICE = 500
/** 50,000 members of one level, before an answer without a full page. */
const MOST_SLICES = 100

/** Goes through the members of a level until a page of those who move is found. */
export const previewMembers: UseCase<'tiers.previewMembers'> = async (
  call,
  { from, to, cursor, ...draft },
) => {
  const settings = await call.settings()
  const rules = previewRules(settings, draft, call)
  if (!rules.ok) return rules
  const found: Mover[] = []
  let after: string | null = cursor ?? ''
  for (let slices = 0; after !== null && found.length <= PAGE && slices < MOST_SLICES; slices += 1) {
    const slice: MemberStanding[] = await standingsOnLevel(call.cloud, from, after, MEMBERS_A_SLICE)
    found.push(...slice.flatMap((standing) => moverTo(to, standing, rules.value, settings)))
    after = slice.length < MEMBERS_A_SLICE ? null : (slice.at(-1)?._id ?? null)
  }
  const page = found.slice(0, PAGE)
  return ok({
    members: page,
    nextCursor: found.length > PAGE ? (page.at(-1)?.id ?? null) : after,
  })
}

interface Mover {
  id: string
  reason: { zh: string; en: string } | null
}

/** The member, when it is to that level that the change takes them. */
function moverTo(to: string, standing: MemberStanding, rules: PreviewRules, settings: Settings): Mover[] {
  const { decision, tier } = outcomeOf(previewMember(standing, settings), rules)
  if (tier.id !== to) return []
  return [{ id: standing._id, reason: decision.kind === 'stay' ? null : decision.reason }]
}
