// npm run pictures: drives every page in both languages and both colour schemes, and keeps a picture of each screen in
// dist/pictures with one page to look through them all.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { inTerminal, ROOT } from './installed.mjs'

const PICTURES = path.join(ROOT, 'dist/pictures')

async function takePictures() {
  rmSync(PICTURES, { recursive: true, force: true })
  const env = { ...process.env, CHANGKE_PICTURES: 'all' }
  return inTerminal(process.execPath, ['scripts/test.mjs', 'tests/browser'], { env })
}

/** One row a screen, one column a look. */
function writeIndex() {
  const looks = readdirSync(PICTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
  const screens = [...new Set(looks.flatMap((look) => readdirSync(path.join(PICTURES, look))))].sort()
  const cell = (look, screen) =>
    existsSync(path.join(PICTURES, look, screen))
      ? `<td><img loading="lazy" src="${look}/${screen}"></td>`
      : '<td></td>'
  const rows = screens.map(
    (screen) =>
      `<tr><th>${path.parse(screen).name}</th>${looks.map((look) => cell(look, screen)).join('')}</tr>`,
  )
  const head = `<tr><th></th>${looks.map((look) => `<th>${look}</th>`).join('')}</tr>`
  const style = 'body{font:14px sans-serif;background:#ddd}th{vertical-align:top;padding:8px}img{width:390px}'
  const file = path.join(PICTURES, 'index.html')
  writeFileSync(
    file,
    `<!doctype html><meta charset="utf-8"><style>${style}</style><table>${head}${rows.join('')}</table>`,
  )
  return `${screens.length} screens in ${looks.length} looks: ${path.relative(ROOT, file)}`
}

const code = await takePictures()
if (existsSync(PICTURES)) console.log(writeIndex())
process.exitCode = code
