import Taro from '@tarojs/taro'

/** Lets the person choose a text file and reads it; undefined when none was chosen. Throws where it cannot be read. */
export function chooseTextFile(): Promise<string | undefined> {
  return process.env.TARO_ENV === 'h5' ? inBrowser() : inWechat()
}

function inBrowser(): Promise<string | undefined> {
  return new Promise((done, failed) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = '.csv,.txt,text/csv,text/plain'
    input.onchange = () => {
      const file = input.files?.[0]
      if (file) file.text().then(done, failed)
      else done(undefined)
    }
    input.oncancel = () => done(undefined)
    input.click()
  })
}

async function inWechat(): Promise<string | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file', extension: ['csv', 'txt'] }).catch(
    () => undefined,
  )
  const path = chosen?.tempFiles[0]?.path
  return path === undefined ? undefined : (Taro.getFileSystemManager().readFileSync(path, 'utf-8') as string)
}
