import type { Result } from '@shared/kernel/result'
import type { OpenApiRefusal } from '../openApi/openApi'
import type { Picture } from '../openApi/postJson'

/** What a code leads to: a page without a leading slash, and what it is opened with. */
export interface CodeTarget {
  readonly page: string
  /** At most 32 of the characters that WeChat allows. */
  readonly scene: string
}

/** Mini-program codes: pictures that WeChat reads and that open a page. */
export interface Codes {
  unlimited(target: CodeTarget): Promise<Result<Picture, OpenApiRefusal>>
}
