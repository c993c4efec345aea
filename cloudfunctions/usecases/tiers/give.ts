import { giveTier, type GiveRefusal } from '@shared/rules/tiers/giveTier'
import type { UseCase } from '../../runtime/call'
import { changeGiven } from './changeGiven'

export const give: UseCase<'tiers.give'> = (call, { member, levelId, until, reason }) =>
  changeGiven<GiveRefusal>(call, member, (account, settings, occasion) =>
    giveTier(account, { levelId, until, reason }, settings, occasion),
  )
