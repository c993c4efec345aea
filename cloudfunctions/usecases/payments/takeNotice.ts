import type { TakeNotice } from '../../runtime/answerNotice'

/**
 * What WeChat Pay says of a payment or a refund. The shop asks for no payments yet, so it knows none by any number: WeChat
 * is told that its notice was not taken, and repeats it, rather than that money was booked which was not.
 */
export const takeNotice: TakeNotice = async () => 'unknown'
