import Taro from '@tarojs/taro'
import { choosePhoto } from './choosePhoto'
import { LARGEST_BYTES, type Pictures } from './pictureStore'
import { randomId } from './randomId'

/** Files of the shop's own cloud: an address of theirs is shown as it is. */
export const cloudPictures: Pictures = {
  async choose() {
    const photo = await choosePhoto()
    if (!photo) return { of: 'none' }
    if (photo.bytes > LARGEST_BYTES) return { of: 'tooLarge' }
    const extension = /\.(png|webp)$/i.exec(photo.path)?.[1]?.toLowerCase() ?? 'jpg'
    try {
      const cloudPath = `goods/${randomId()}.${extension}`
      const { fileID } = await Taro.cloud.uploadFile({ cloudPath, filePath: photo.path })
      return { of: 'kept', address: fileID }
    } catch {
      return { of: 'offline' }
    }
  },

  sourceOf: (address) => address,
}
