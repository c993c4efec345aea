import { Text, View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { CouponRules } from '@shared/rules/coupons/template'
import { useText } from '@/i18n/useText'
import { BusyButton } from '@/ui/busyButton'
import { FailureNote } from '@/ui/failureNote'
import { LinkText } from '@/ui/linkText'
import { Page } from '@/ui/page'
import { PictureState } from '@/ui/pictureState'
import { QueryView } from '@/ui/queryView'
import { RequirementFields } from '../benefit/requirementFields'
import { StackingFields } from '../form/stackingFields'
import { BilingualName } from '../form/bilingualName'
import { formatScaled } from '@/i18n/scaled'
import { AudienceFields } from './audienceFields'
import { GoodsFields } from './goodsFields'
import { IssueFields } from './issueFields'
import { canSave, faultsOf } from './templateEdits'
import { TakesOffFields } from './takesOffFields'
import { useTemplate, type Stored, type TemplateEditor } from './useTemplate'
import { ValidityFields } from './validityFields'
import './index.scss'

const goBack = () => void Taro.navigateBack()

export default function CouponPage() {
  const { shop: text } = useText().coupons
  const known = useRouter().params.id
  const editor = useTemplate(known)
  const isGone = editor.query.failure?.code === 'COUPON_TEMPLATE_NOT_FOUND'
  return (
    <Page id="coupon-page" title={known ? text.editTitle : text.newTitle} onRefresh={editor.query.refresh}>
      {isGone ? (
        <PictureState
          id="template-gone"
          picture="closed"
          title={text.gone}
          text={text.goneHint}
          action={{ id: 'to-templates', label: text.toList, run: goBack }}
        />
      ) : (
        <QueryView query={editor.query} skeleton={[240, 160, 160]}>
          {(stored) => <Editor editor={editor} stored={stored} />}
        </QueryView>
      )}
    </Page>
  )
}

interface EditorProps {
  readonly editor: TemplateEditor
  readonly stored: Stored
}

function Editor({ editor, stored }: EditorProps) {
  const { coupons, benefits } = useText()
  const text = coupons.shop
  const rules = editor.rulesIn(stored)
  const faults = faultsOf(rules, stored.today)
  const set = (next: CouponRules) => editor.edit(stored, next)
  const change = (patch: Partial<CouponRules>) => set({ ...rules, ...patch })
  return (
    <>
      <View className="card">
        <BilingualName
          id="coupon-name"
          words={text}
          value={rules.name}
          onChange={(name) => change({ name })}
        />
        <TakesOffFields rules={rules} onChange={set} />
        <RequirementFields
          requirement={rules.requirement}
          onChange={(requirement) => change({ requirement })}
        />
        {faults.minimumFen !== undefined && (
          <Text className="field__fault">{text.minimumFault(formatScaled(faults.minimumFen, 2))}</Text>
        )}
      </View>
      <View className="card">
        <GoodsFields rules={rules} onChange={(goods) => change({ goods })} />
        <StackingFields
          words={benefits}
          stacking={rules.stacking}
          onChange={(stacking) => change({ stacking })}
        />
      </View>
      <View className="card">
        <ValidityFields
          validity={rules.validity}
          faults={faults}
          today={stored.today}
          onChange={(validity) => change({ validity })}
        />
        <AudienceFields
          audience={rules.audience}
          tiers={stored.tiers}
          onChange={(audience) => change({ audience })}
        />
      </View>
      <View className="card">
        <IssueFields rules={rules} hasLimitFault={faults.limit} onChange={change} />
      </View>
      <SaveFoot editor={editor} stored={stored} isReady={canSave(rules, stored.today)} />
    </>
  )
}

function SaveFoot({ editor, stored, isReady }: EditorProps & { readonly isReady: boolean }) {
  const { shop: text } = useText().coupons
  const save = async () => {
    if (!(await editor.save(stored))) return
    void Taro.showToast({ title: text.saved, icon: 'none' })
    goBack()
  }
  const isOutrun = editor.failure?.code === 'SETTINGS_CHANGED'
  return (
    <View id="template-foot" className="template-foot">
      <Text className="soft">{text.keptNote}</Text>
      {editor.isDirty && !isReady && <Text className="field__fault">{text.unfinished}</Text>}
      {editor.failure && !editor.working && <FailureNote failure={editor.failure} />}
      {isOutrun && (
        <LinkText
          id="load-newest"
          label={text.loadNewest}
          way="none"
          onTap={() => void editor.loadNewest()}
        />
      )}
      {isReady && editor.isDirty && (
        <BusyButton
          id="save-template"
          label={text.save}
          working={editor.working}
          onPress={() => void save()}
        />
      )}
    </View>
  )
}
