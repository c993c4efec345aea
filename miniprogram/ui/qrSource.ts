import qrcode from 'qrcode-generator'

/** White around the code, in modules: a scanner needs it, in dark mode too. */
const QUIET_ZONE = 4
const SMALLEST_THAT_FITS = 0

/** Digits as a QR code: the address of a drawing, which is sharp at any size. */
export function qrSource(digits: string): string {
  const code = qrcode(SMALLEST_THAT_FITS, 'M')
  code.addData(digits, 'Numeric')
  code.make()
  const size = code.getModuleCount()
  const places = Array.from({ length: size }, (_, at) => at)
  const rows = places.map((y) => places.map((x) => code.isDark(y, x)))
  const whole = size + 2 * QUIET_ZONE
  const path = rows.flatMap((row, y) => runsOf(row).map(({ from, length }) => bar(from, y, length))).join('')
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${whole}" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><rect width="${whole}" height="${whole}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`
}

const bar = (x: number, y: number, length: number): string =>
  `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`

/** The dark stretches of a row. */
function runsOf(row: readonly boolean[]): { from: number; length: number }[] {
  const runs: { from: number; length: number }[] = []
  row.forEach((isDark, at) => {
    const last = runs.at(-1)
    if (!isDark) return
    if (last && last.from + last.length === at) last.length += 1
    else runs.push({ from: at, length: 1 })
  })
  return runs
}
