import path from 'node:path'
import { defineConfig } from '@tarojs/cli'
import type { IProjectConfig } from '@tarojs/taro/types/compile'
import { bakedConstants } from './bakedConstants'

const root = path.resolve(__dirname, '..')

type MiniConfig = NonNullable<IProjectConfig['mini']>
type H5Config = NonNullable<IProjectConfig['h5']>
type WebpackChain = Parameters<NonNullable<MiniConfig['webpackChain']>>[0]

/** Taro's own `cache` names src/app.config as a build dependency and so never writes with another source root. */
function cacheOnDisk(chain: WebpackChain): void {
  chain.cache({
    type: 'filesystem',
    name: `${process.env.NODE_ENV}-${process.env.TARO_ENV}`,
    cacheDirectory: path.join(root, 'node_modules/.cache/taro'),
    buildDependencies: {
      config: [
        __filename,
        path.join(root, 'config/bakedConstants.ts'),
        path.join(root, 'config/spokenAttributes.ts'),
        path.join(root, 'config/spokenPlugin.ts'),
        path.join(root, 'babel.config.js'),
        path.join(root, 'package-lock.json'),
        path.join(root, 'miniprogram/app.config.ts'),
      ],
    },
  })
}

const compiledBesideTheApp = { include: [path.join(root, 'shared')] }
const noCssModules = {
  enable: false,
  config: { namingPattern: 'module', generateScopedName: '[name]__[local]' },
}

const mini: MiniConfig = {
  webpackChain: cacheOnDisk,
  miniCssExtractPluginOption: { ignoreOrder: true },
  optimizeMainPackage: { enable: true },
  compile: compiledBesideTheApp,
  postcss: { pxtransform: { enable: true, config: {} }, cssModules: noCssModules },
}

const h5: H5Config = {
  webpackChain(chain) {
    cacheOnDisk(chain)
    // The browser build is for this machine and for tests; webpack's advice on sizes is for the web.
    chain.performance.hints(false)
  },
  publicPath: '/app/',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  // Without it NutUI's sizes are not scaled in a browser.
  esnextModules: ['@nutui'],
  output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: 'css/[name].[contenthash:8].css',
    chunkFilename: 'css/[name].[contenthash:8].css',
  },
  compile: compiledBesideTheApp,
  postcss: {
    autoprefixer: { enable: true, config: {} },
    pxtransform: { enable: true, config: {} },
    cssModules: noCssModules,
  },
}

/** One source, two builds: `--type weapp` into dist/weapp, `--type h5` into dist/h5. */
export default defineConfig({
  projectName: 'changke',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'miniprogram',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  plugins: ['@tarojs/plugin-html', path.join(root, 'config/spokenPlugin.ts')],
  alias: { '@': path.join(root, 'miniprogram'), '@shared': path.join(root, 'shared') },
  defineConstants: bakedConstants(process.env),
  // Prebundling puts the whole of NutUI into the main package: 2.5 MB instead of 0.7 MB.
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  jsMinimizer: 'terser',
  // Taro's default, quoted keys, breaks `#private` fields.
  terser: { enable: true, config: { output: { quote_keys: false } } },
  mini,
  h5,
})
