import Taro from '@tarojs/taro'

/** A photo of the phone's as WeChat hands it over, made smaller; undefined when none was chosen. */
export async function choosePhoto(): Promise<{ path: string; bytes: number } | undefined> {
  const chosen = await Taro.chooseMedia({
    count: 1,
    mediaType: ['image'],
    sizeType: ['compressed'],
    sourceType: ['album', 'camera'],
  }).catch(() => undefined)
  const file = chosen?.tempFiles[0]
  return file && { path: file.tempFilePath, bytes: file.size }
}
