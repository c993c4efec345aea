import Taro from '@tarojs/taro'
import { choosePhoto } from './choosePhoto'
import { LARGEST_BYTES, type Chosen, type Pictures } from './pictureStore'

const DOOR = `${process.env.TARO_APP_LOCAL ?? ''}/local/storage`
const LOCAL_FILE = /^cloud:\/\/changke-local\/(.+)$/

/** The local stack's stand-in for the cloud's file storage. */
export const localPictures: Pictures = {
  async choose() {
    const file = process.env.TARO_ENV === 'h5' ? await inBrowser() : await inWechat()
    if (!file) return { of: 'none' }
    if (file.byteLength > LARGEST_BYTES) return { of: 'tooLarge' }
    return sendUp(file)
  },

  sourceOf: (address) => {
    const name = LOCAL_FILE.exec(address)?.[1]
    return name === undefined ? address : `${DOOR}/${name}`
  },
}

async function sendUp(file: ArrayBuffer): Promise<Chosen> {
  try {
    const header = { 'content-type': 'application/octet-stream' }
    const { statusCode, data } = await Taro.request<{ fileID?: string }>({
      url: DOOR,
      method: 'POST',
      header,
      data: file,
    })
    if (statusCode === 400) return { of: 'noPicture' }
    return data.fileID === undefined ? { of: 'offline' } : { of: 'kept', address: data.fileID }
  } catch {
    return { of: 'offline' }
  }
}

function inBrowser(): Promise<ArrayBuffer | undefined> {
  return new Promise((done, failed) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/jpeg,image/png,image/webp'
    input.onchange = () => {
      const file = input.files?.[0]
      if (file) file.arrayBuffer().then(done, failed)
      else done(undefined)
    }
    input.oncancel = () => done(undefined)
    input.click()
  })
}

async function inWechat(): Promise<ArrayBuffer | undefined> {
  const photo = await choosePhoto()
  return photo && (Taro.getFileSystemManager().readFileSync(photo.path) as ArrayBuffer)
}
