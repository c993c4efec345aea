import { main as daily } from '../../../cloudfunctions/daily'
import { main as everyMinute } from '../../../cloudfunctions/everyMinute'
import { main as hourly } from '../../../cloudfunctions/hourly'
import { main as merchant } from '../../../cloudfunctions/merchant'
import { main as shopper } from '../../../cloudfunctions/shopper'

/** The deployed functions, as they are. */
export const functions = { shopper, merchant, everyMinute, hourly, daily }

export type FunctionName = keyof typeof functions
export type TimerName = Exclude<FunctionName, 'shopper' | 'merchant'>
