// fast-check with one seed for every run, so that a test that passed does not fail tomorrow; CHANGKE_SEED tries another.
const fc = require('../../node_modules/fast-check/lib/cjs/fast-check.js')

fc.configureGlobal({ seed: Number(process.env.CHANGKE_SEED ?? 20_260_101) })

module.exports = fc
