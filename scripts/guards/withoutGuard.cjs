// A jest transformer that leaves one guard out of one file, and hands everything to the usual one.
const path = require('node:path')
const { createTransformer } = require('@swc/jest')

exports.createTransformer = ({ swc, root, file, from, to }) => {
  const usual = createTransformer(swc)
  const without = (source, sourcePath) => {
    if (path.relative(root, sourcePath) !== file) return source
    if (source.split(from).length !== 2) throw new Error(`${file} has not once: ${from}`)
    return source.replace(from, () => to)
  }
  return {
    ...usual,
    process: (source, sourcePath, options) => usual.process(without(source, sourcePath), sourcePath, options),
    getCacheKey: (source, sourcePath, ...rest) =>
      usual.getCacheKey(without(source, sourcePath), sourcePath, ...rest),
  }
}
