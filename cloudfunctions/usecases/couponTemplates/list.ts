import { ok } from '@shared/kernel/result'
import { templateFace } from '@shared/rules/coupons/face'
import { isOver } from '@shared/rules/coupons/template'
import { readTemplates } from '../../database/couponTemplates'
import type { UseCase } from '../../runtime/call'

const PAGE = 30

export const list: UseCase<'couponTemplates.list'> = async (call, { cursor }) => {
  const [found, { tiers }] = await Promise.all([
    // One more than a page tells whether there is another page.
    readTemplates(call.cloud, cursor, PAGE + 1),
    call.settings(),
  ])
  const page = found.slice(0, PAGE)
  const last = page.at(-1)
  return ok({
    templates: page.map((template) => ({
      ...templateFace(template._id, template, tiers),
      isOn: template.isOn,
      claimable: template.claimable,
      isOver: isOver(template, call.today),
      issued: template.issued,
      total: template.total,
    })),
    nextCursor: last && found.length > PAGE ? { at: last.createdAt, id: last._id } : null,
  })
}
