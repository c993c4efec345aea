import { inHandMadePackage, type HandMade } from './handMadePackage'
import { brokenLimits } from './limits'

/** A package of one page whose `onLoad` is this code. */
const loading = (onLoad: string): HandMade => ({
  pages: { p: { page: `Page({ data: { text: '' }, onLoad() { ${onLoad} } })` } },
})

async function problemsOf(made: HandMade): Promise<string> {
  let found = ''
  await inHandMadePackage(made, (user) => void (found = user.problems.take().join('\n')))
  return found
}

describe('what the boot does not tolerate', () => {
  it.each([
    ['eval', `eval('1')`, 'Code generation from strings disallowed'],
    ['new Function', `new Function('return 1')()`, 'Code generation from strings disallowed'],
    ['the DOM', 'document.title', 'Cannot read properties of undefined'],
    ['a global that only a browser has', 'queueMicrotask(() => 1)', 'queueMicrotask is not defined'],
    ['a wx call that is not on the list', 'wx.getLocation({})', 'wx.getLocation is not on the list'],
    ['console.warn', `console.warn('careful')`, 'console.warn: careful'],
    ['console.error', `console.error(new Error('broken'))`, 'broken'],
    ['an error while loading', `throw new Error('no page')`, 'p onLoad: Error: no page'],
    ['an error in a timer', `setTimeout(() => { throw new Error('late') }, 1)`, 'timer: Error: late'],
    [
      'an error in a callback',
      `wx.setStorage({ key: 'k', data: 1, success() { throw new Error('cb') } })`,
      'cb',
    ],
  ])('%s', async (_what, code, expected) => {
    expect(await problemsOf(loading(code))).toContain(expected)
  })

  it('markup that does not compile', async () => {
    const made = { pages: { p: { wxml: '<view><text></view>', page: 'Page({})' } } }
    expect(await problemsOf(made)).toContain('p.wxml')
  })

  it('an error in what a tap does', async () => {
    const page = `Page({ go() { throw new Error('tapped') } })`
    await inHandMadePackage({ pages: { p: { wxml: '<view bindtap="go">x</view>', page } } }, async (user) => {
      await user.tap('x')
      expect(user.problems.take().join()).toContain('tapped')
    })
  })

  it('what the engine warns of', async () => {
    const made: HandMade = {
      pages: { p: { wxml: '<tag count="many" />', page: 'Page({})' } },
      appJson: { pages: ['p'], usingComponents: { tag: '/tag' } },
      files: {
        'tag.js': 'Component({ properties: { count: Number } })',
        'tag.json': '{"component":true}',
        'tag.wxml': '<view>{{count}}</view>',
      },
    }
    expect(await problemsOf(made)).toContain('engine warning')
  })

  it('a module out of another subpackage', async () => {
    const made: HandMade = {
      pages: { p: { page: `require('./shop/secret'); Page({})` } },
      appJson: { pages: ['p'], subPackages: [{ root: 'shop', pages: [] }] },
      files: { 'shop/secret.js': '' },
    }
    await expect(problemsOf(made)).rejects.toThrow('lies in the subpackage shop')
  })

  it('and nothing else', async () => {
    expect(await problemsOf(loading(`this.setData({ text: typeof window + typeof document })`))).toBe('')
  })
})

describe('the limits of a page', () => {
  const brokenBy = async (made: HandMade): Promise<string> => {
    let broken = ''
    await inHandMadePackage(made, (user) => void (broken = user.figures().flatMap(brokenLimits).join('\n')))
    return broken
  }
  const rows = (count: number): HandMade => ({
    pages: {
      p: {
        wxml: '<view wx:for="{{rows}}" wx:key="*this">{{item}}</view>',
        page: `Page({ data: { rows: [...Array(${count}).keys()] } })`,
      },
    },
  })
  const nested = (depth: number): HandMade => ({
    pages: { p: { wxml: '<view>'.repeat(depth) + 'x' + '</view>'.repeat(depth), page: 'Page({})' } },
  })

  it('counts the bytes of one setData', async () => {
    expect(await brokenBy(loading(`this.setData({ text: 'x'.repeat(256 * 1024) })`))).toMatch(
      /bytes in one setData/,
    )
    expect(await brokenBy(loading(`this.setData({ text: 'x'.repeat(255 * 1024) })`))).toBe('')
  })

  it('counts the setData calls of a second', async () => {
    const calls = (count: number): HandMade =>
      loading(`for (let i = 0; i < ${count}; i += 1) this.setData({ text: i })`)
    expect(await brokenBy(calls(21))).toMatch(/21 setData calls in a second, at most 20/)
    expect(await brokenBy(calls(20))).toBe('')
  })

  it('counts the nodes', async () => {
    expect(await brokenBy(rows(1000))).toMatch(/nodes, at most 999/)
    expect(await brokenBy(rows(900))).toBe('')
  })

  it('counts the levels', async () => {
    expect(await brokenBy(nested(30))).toMatch(/levels of nodes, at most 29/)
    expect(await brokenBy(nested(20))).toBe('')
  })
})

describe('going from page to page', () => {
  const log = (id: string): string =>
    `const seen = getApp().seen; Page({ onLoad(q) { seen.push('${id} load ' + JSON.stringify(q)) }, onShow() { seen.push('${id} show') },
      onHide() { seen.push('${id} hide') }, onUnload() { seen.push('${id} unload') },
      go(e) { const fail = (r) => console.error(r.errMsg); wx[e.currentTarget.dataset.by]({ url: e.currentTarget.dataset.to, fail }) } })`
  const links = [
    ['navigateTo', '/detail?id=7'],
    ['navigateTo', '/mine'],
    ['navigateTo', '/nowhere'],
    ['switchTab', '/mine'],
    ['switchTab', '/home'],
    ['switchTab', '/detail'],
    ['redirectTo', '/detail'],
    ['navigateBack', ''],
  ]
  const wxml = links
    .map(([by, to]) => `<button bindtap="go" id="${by}${to}" data-by="${by}" data-to="${to}">x</button>`)
    .join('')
  const page = (id: string) => ({ wxml, page: log(id) })
  const made: HandMade = {
    pages: { home: page('home'), mine: page('mine'), detail: page('detail') },
    appJson: { tabBar: { list: [{ pagePath: 'home' }, { pagePath: 'mine' }] } },
    app: `App({ seen: [], onLaunch() { this.seen.push('launch') } })`,
  }

  it('keeps tab pages alive and runs the lifecycles in order', async () => {
    await inHandMadePackage(made, async (user) => {
      for (const id of ['navigateTo/detail?id=7', 'switchTab/mine', 'switchTab/home']) await user.tapId(id)
      expect(user.app).toMatchObject({
        seen: [
          ...['launch', 'home load {}', 'home show', 'home hide', 'detail load {"id":"7"}', 'detail show'],
          ...['detail unload', 'home hide', 'mine load {}', 'mine show', 'mine hide', 'home show'],
        ],
      })
      expect(user.problems.found).toEqual([])
    })
  })

  it('comes back to the page before', async () => {
    await inHandMadePackage(made, async (user) => {
      await user.tapId('navigateTo/detail?id=7')
      await user.tapId('redirectTo/detail')
      await user.tapId('navigateBack')
      expect(user.path).toBe('home')
    })
  })

  it.each([
    ['navigateTo/mine', 'navigateTo:fail can not navigateTo a tabbar page'],
    ['navigateTo/nowhere', 'navigateTo:fail page "nowhere" is not found'],
    ['switchTab/detail', 'switchTab:fail can not switch to no-tabBar page'],
    ['navigateBack', 'navigateBack:fail cannot navigate back at first page'],
  ])('refuses %s', async (id, why) => {
    await inHandMadePackage(made, async (user) => {
      await user.tapId(id)
      expect(user.problems.take().join()).toContain(why)
    })
  })

  it('refuses an eleventh page', async () => {
    await inHandMadePackage(made, async (user) => {
      for (let opened = 1; opened < 10; opened += 1) await user.tapId('navigateTo/detail?id=7')
      expect(user.problems.found).toEqual([])
      await user.tapId('navigateTo/detail?id=7')
      expect(user.problems.take().join()).toContain('webview count limit exceed')
    })
  })
})

describe('wx', () => {
  const shownBy = async (onLoad: string): Promise<string> => {
    let text = ''
    await inHandMadePackage(
      loading(`const show = (value) => this.setData({ text: JSON.stringify(value) }); ${onLoad}`),
      (user) => {
        text = user.text
        expect(user.problems.found).toEqual([])
      },
    )
    return text
  }

  it('keeps what is stored and says when there is nothing', async () => {
    expect(
      await shownBy(
        `wx.setStorageSync('k', { a: [1] }); show([wx.getStorageSync('k'), wx.getStorageSync('none')])`,
      ),
    ).toBe('[{"a":[1]},""]')
    expect(await shownBy(`wx.getStorage({ key: 'none', fail: show })`)).toBe(
      '{"errMsg":"getStorage:fail data not found"}',
    )
    expect(await shownBy(`wx.getStorage({ key: 'none' }).catch(show)`)).toBe(
      '{"errMsg":"getStorage:fail data not found"}',
    )
  })

  it('answers with objects of the app, not of another realm', async () => {
    expect(await shownBy(`wx.setStorageSync('k', [1]); show(wx.getStorageSync('k') instanceof Array)`)).toBe(
      'true',
    )
  })

  it('fails a cloud call with its code', async () => {
    const failed = await shownBy(`wx.cloud.callFunction({ name: 'shopper', data: {} }).catch(show)`)
    expect(JSON.parse(failed)).toEqual({ errMsg: 'cloud.callFunction:fail no network', errCode: -404011 })
  })
})

describe('tapping', () => {
  const button = (attributes: string): HandMade => ({
    pages: {
      p: {
        wxml: `<button bindtap="go" ${attributes}>签到</button><view>{{text}}</view>`,
        page: `Page({ data: { text: '' }, go() { this.setData({ text: 'done' }) } })`,
      },
    },
  })

  it('reaches what stands there', async () => {
    await inHandMadePackage(button(''), async (user) => {
      await user.tap('签到')
      expect(user.text).toBe('签到 done')
    })
  })

  it('does not reach a disabled button, nor what is not there', async () => {
    await inHandMadePackage(button('disabled'), async (user) => {
      await expect(user.tap('签到')).rejects.toThrow('is disabled')
      await expect(user.tapId('none')).rejects.toThrow('there is no #none on p')
    })
  })
})
