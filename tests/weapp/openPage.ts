import type { Activity } from './activity'
import type { Root } from './components'
import { SetDataLog, type PageFigures } from './limits'
import { sizeOf } from './pageTree'
import type { Screen } from './screen'

type PageInstance = Record<string, unknown> & { setData(data: object, done?: () => void): void }
type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload'

/** One page on the stack, from its creation to its end. */
export class OpenPage {
  readonly instance: PageInstance
  private readonly sent = new SetDataLog()
  private largest = { nodes: 0, depth: 0 }

  constructor(
    readonly path: string,
    query: Record<string, string>,
    private readonly root: Root,
    private readonly screen: Screen,
    private readonly activity: Activity,
  ) {
    this.instance = root.get() as unknown as PageInstance
    const send = this.instance.setData.bind(this.instance)
    const setData: PageInstance['setData'] = (data, done) => {
      this.sent.record(data)
      send(data, done)
    }
    Object.assign(this.instance, { route: path, __route__: path, options: query, setData })
  }

  /** Attaches the page and runs its first lifecycles, in WeChat's order. */
  start(query: object): void {
    const place = this.screen.getRootNode()
    this.root.attach(place, place)
    this.run('onLoad', query)
    this.run('onShow')
    this.run('onReady')
  }

  run(lifecycle: Lifecycle, ...args: unknown[]): void {
    const method = this.instance[lifecycle]
    if (typeof method !== 'function') return
    this.activity.guard(`${this.path} ${lifecycle}`, () => method.apply(this.instance, args))
  }

  end(): void {
    this.measure()
    this.run('onUnload')
    this.root.release()
  }

  get tree(): ReturnType<Root['getComponent']> {
    return this.root.getComponent()
  }

  /** Counts the nodes as they stand now; the figures keep the most there ever were. */
  measure(): void {
    const { nodes, depth } = sizeOf(this.tree)
    this.largest = { nodes: Math.max(nodes, this.largest.nodes), depth: Math.max(depth, this.largest.depth) }
  }

  figures(): PageFigures {
    return {
      path: this.path,
      ...this.largest,
      setDataCalls: this.sent.count,
      largestSetDataBytes: this.sent.largestBytes,
      mostSetDataInASecond: this.sent.mostInASecond,
    }
  }
}
