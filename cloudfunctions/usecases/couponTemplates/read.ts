import { ok, refuse } from '@shared/kernel/result'
import { tierFace } from '@shared/rules/tiers/face'
import { readTemplate, rulesOf } from '../../database/couponTemplates'
import type { UseCase } from '../../runtime/call'

export const read: UseCase<'couponTemplates.read'> = async (call, { id }) => {
  const [template, { tiers }] = await Promise.all([
    id === undefined ? null : readTemplate(call.cloud, id),
    call.settings(),
  ])
  if (id !== undefined && !template) return refuse({ code: 'COUPON_TEMPLATE_NOT_FOUND' })
  return ok({
    rules: template && rulesOf(template),
    version: template?.version ?? 0,
    issued: template?.issued ?? 0,
    today: call.today,
    tiers: tiers.levels.map((_, rank) => tierFace(tiers, rank)),
  })
}
