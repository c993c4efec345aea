import Taro from '@tarojs/taro'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import type { Text } from '@/i18n/zh'
import { LinkRow } from '@/ui/linkRow'

type AuditState = NonNullable<OutputOf<'overview.read'>['audit']>

/** The way to the audit of the books, with what it last said. */
export function AuditRow({ audit }: { readonly audit: AuditState }) {
  const text = useText()
  return (
    <LinkRow
      id="audit-row"
      label={text.audit.title}
      value={stateText(audit, text)}
      onTap={() => void Taro.navigateTo({ url: '/features/merchant/audit/index' })}
    />
  )
}

function stateText({ isRunning, differenceCount }: AuditState, text: Text): string {
  if (isRunning) return text.audit.rowRunning
  if (differenceCount === null) return text.audit.rowNever
  return differenceCount === 0 ? text.audit.agrees : text.audit.differs(differenceCount)
}
