import { takeTierBack, type TakeBackRefusal } from '@shared/rules/tiers/giveTier'
import type { UseCase } from '../../runtime/call'
import { changeGiven } from './changeGiven'

export const takeBack: UseCase<'tiers.takeBack'> = (call, { member, reason }) =>
  changeGiven<TakeBackRefusal>(call, member, (account, settings, occasion) =>
    takeTierBack(account, reason, settings, occasion),
  )
