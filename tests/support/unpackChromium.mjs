// Unpacks the browser that @sparticuz/chromium carries into TMPDIR, its libraries with it, and prints what it needs.
// A process of its own, because the package reads these variables when it is loaded and changes others for good.
const { default: chromium } = await import('@sparticuz/chromium')
const executablePath = await chromium.executablePath()
const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
process.stdout.write(JSON.stringify({ executablePath, env: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }))
