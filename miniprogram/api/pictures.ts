import { cloudPictures } from './cloudPictures'
import { localPictures } from './localPictures'
import type { Pictures } from './pictureStore'

export const pictures: Pictures =
  process.env.TARO_ENV === 'h5' || process.env.TARO_APP_LOCAL !== '' ? localPictures : cloudPictures
