import type { WidgetType } from '@/shared/ivr/widgets'
import { talkForms } from './forms/talk-forms'
import { textForms } from './forms/text-forms'
import { decideForms } from './forms/decide-forms'
import { connectForms } from './forms/connect-forms'
import { dataForms } from './forms/data-forms'
import type { WidgetForm } from './forms/widget-form'

/** How the designer draws, explains and edits each kind of step. */
export const widgetForms: Record<WidgetType, WidgetForm> = {
  ...talkForms,
  ...textForms,
  ...decideForms,
  ...connectForms,
  ...dataForms,
}

export const widgetGroups = ['Talk', 'Text', 'Decide', 'Connect', 'Data'] as const
