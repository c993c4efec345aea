import { View } from '@tarojs/components'
import type { OutputOf } from '@shared/contracts'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { AuditChecks } from './auditChecks'
import { AuditProgress } from './auditProgress'
import { AuditVerdict } from './auditVerdict'
import { DifferenceList } from './differenceList'
import { useAudit, type Audit } from './useAudit'
import './index.scss'

type LastAudit = OutputOf<'books.lastAudit'>

export default function AuditPage() {
  const text = useText()
  const audit = useAudit()
  return (
    <Page id="audit-page" title={text.audit.title} onRefresh={audit.query.refresh}>
      <QueryView query={audit.query} skeleton={[184, 48, 240]}>
        {(value) => <Books value={value} audit={audit} />}
      </QueryView>
    </Page>
  )
}

function Books({ value, audit }: { readonly value: LastAudit; readonly audit: Audit }) {
  const text = useText()
  const { running, last } = value
  if (!running && !last) {
    return (
      <>
        <PictureState
          id="audit-empty"
          picture="ledger"
          title={text.audit.neverRun}
          text={text.audit.neverRunHint}
        />
        <CheckNow audit={audit} />
        <AuditChecks />
      </>
    )
  }
  return (
    <>
      {running && <AuditProgress run={running} />}
      {last && <AuditVerdict run={last} />}
      <CheckNow audit={audit} isRunning={running !== null} />
      {last && last.differences.length > 0 && <DifferenceList run={last} />}
      <AuditChecks />
    </>
  )
}

interface CheckNowProps {
  readonly audit: Audit
  readonly isRunning?: boolean
}

/** While a run is under way there is nothing to start; what kept it from going on can be tried again. */
function CheckNow({ audit, isRunning = false }: CheckNowProps) {
  const text = useText()
  const { failure, starting, start, resume } = audit
  return (
    <>
      {!isRunning && (
        <BusyButton
          id="audit-start-button"
          label={text.audit.checkNow}
          working={starting}
          onPress={() => void start()}
        />
      )}
      {failure && <FailureNote failure={failure} />}
      {isRunning && failure && (
        <View className="audit-resume">
          <BusyButton id="audit-resume-button" label={text.common.retry} quiet onPress={resume} />
        </View>
      )}
    </>
  )
}
