import { formatCount } from './format'

/** The words of refunding, by the people of the shop. */
export const zhRefund = {
  title: '退款',
  ways: { rest: '全部退', lines: '按商品退', amount: '按金额退' },
  amount: '退款金额',
  yuan: '元',
  left: (amount: string) => `还可退 ${amount}`,
  leftPieces: (n: number) => `还可退 ${formatCount(n)} 件`,
  reason: '退款原因',
  reasonPlaceholder: '比如：商品不合适',
  preview: '退到哪里',
  choose: '选好要退的，就能看到退到哪里。',
  takenBack: (points: string, growth: string) => `收回本单获得的 ${points} 积分、${growth} 成长值`,
  debt: (points: string) => `其中 ${points} 积分已经花掉，记为欠账，以后获得的积分先补上`,
  tier: (before: string, after: string) => `等级从${before}变为${after}`,
  tierStays: '等级不变',
  confirm: (amount: string) => `退款 ${amount}`,
  done: '已退款',
  explain: '看看怎么算的',
  freight: '运费一起退',
}
