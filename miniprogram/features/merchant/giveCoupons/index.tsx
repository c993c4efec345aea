import { useState } from 'react'
import { Text, Textarea, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { chooseTextFile } from '@/api/chooseTextFile'
import { useCommand } from '@/api/useCommand'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Page } from '@/ui/page'
import { QueryView } from '@/ui/queryView'
import { Field } from '../form/field'
import { TextField } from '../form/textField'
import { JobCard } from './jobCard'
import { memberIdsIn, MOST_MEMBERS, type MemberIds } from './memberIdsIn'
import { TemplateChoice } from './templateChoice'
import { useJobs } from './useJobs'
import './index.scss'

/** Gives a coupon to a file of members, and shows how far that has come. */
export default function GiveCouponsPage() {
  const { shop: text } = useText().coupons
  const { query, failure, resume } = useJobs()
  return (
    <Page id="give-coupons-page" title={text.file.title} onRefresh={query.refresh}>
      <QueryView query={query} skeleton={[320, 120]}>
        {({ jobs }) => (
          <>
            <Start onStarted={query.refresh} />
            <View className="give-coupons__title card-title">{text.file.history}</View>
            {jobs.length === 0 && <Text className="soft">{text.file.noHistory}</Text>}
            {failure && (
              <View id="giving-stopped">
                <FailureNote failure={failure} />
                <LinkText id="resume-giving" label={text.file.resume} way="none" onTap={resume} />
              </View>
            )}
            {jobs.map((job) => (
              <JobCard key={job.id} job={job} />
            ))}
          </>
        )}
      </QueryView>
    </Page>
  )
}

function Start({ onStarted }: { readonly onStarted: () => Promise<void> }) {
  const text = useText()
  const { file } = text.coupons.shop
  const { reason: reasonLabel, reasonPlaceholder, reasonMissing } = text.books.givenLevel
  const [template, setTemplate] = useState<string>()
  const [reason, setReason] = useState('')
  const [typed, setTyped] = useState('')
  const [isAsked, setAsked] = useState(false)
  const { run, working, failure } = useCommand('merchant', 'coupons.giveMany')
  const found = memberIdsIn(typed)
  const fault = membersFault(found, file)
  const start = async () => {
    setAsked(true)
    if (template === undefined || reason.trim() === '' || fault !== undefined) return
    const members = [...found.members]
    if (!(await run({ template, reason: reason.trim(), members }))) return
    setTyped('')
    setAsked(false)
    await onStarted()
  }
  return (
    <View className="card">
      <TemplateChoice
        chosen={template}
        fault={isAsked && template === undefined ? file.needTemplate : undefined}
        onChoose={setTemplate}
      />
      <TextField
        id="give-reason"
        label={reasonLabel}
        placeholder={reasonPlaceholder}
        fault={isAsked && reason.trim() === '' ? reasonMissing : undefined}
        value={reason}
        longest={60}
        onChange={setReason}
      />
      <Members typed={typed} found={found} fault={isAsked ? fault : undefined} onTyped={setTyped} />
      {failure && !working && <FailureNote failure={failure} />}
      <BusyButton id="start-giving" label={file.start} working={working} onPress={() => void start()} />
    </View>
  )
}

type FileText = ReturnType<typeof useText>['coupons']['shop']['file']

function membersFault({ members }: MemberIds, file: FileText): string | undefined {
  if (members.length === 0) return file.none
  return members.length > MOST_MEMBERS ? file.tooMany(MOST_MEMBERS) : undefined
}

interface MembersProps {
  readonly typed: string
  readonly found: MemberIds
  readonly fault: string | undefined
  readonly onTyped: (typed: string) => void
}

/** The members: pasted, or read from a file; what was understood of it is told at once. */
function Members({ typed, found, fault, onTyped }: MembersProps) {
  const { file } = useText().coupons.shop
  const choose = async () => {
    try {
      onTyped((await chooseTextFile()) ?? typed)
    } catch {
      void Taro.showToast({ title: file.unreadable, icon: 'none' })
    }
  }
  const { members, repeated, skipped } = found
  return (
    <Field label={file.members} hint={file.membersHint} fault={fault} isWide>
      <Textarea
        id="members"
        className="give-coupons__members"
        maxlength={-1}
        value={typed}
        onInput={(event) => onTyped(event.detail.value)}
      />
      <LinkText id="choose-file" label={file.choose} way="none" onTap={() => void choose()} />
      {members.length > 0 && (
        <Text id="members-found" className="figure">
          {file.counted(members.length)}
        </Text>
      )}
      {repeated > 0 && <Text className="soft figure">{file.repeated(repeated)}</Text>}
      {skipped.length > 0 && <Text className="soft">{file.skipped(skipped.slice(0, 5).join('、'))}</Text>}
    </Field>
  )
}
