import { z } from 'zod'

/** Who somebody is in WeChat, for one mini-program. */
export const openidSchema = z.string().regex(/^[\w-]{1,64}$/, 'is 1 to 64 letters, digits, _ or -')
