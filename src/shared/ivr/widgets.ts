import type { Widget } from './widget'
import { addTwimlRedirect } from './widgets/add-twiml-redirect'
import { connectCallTo } from './widgets/connect-call-to'
import { enqueueCall } from './widgets/enqueue-call'
import { evaBusinessHours } from './widgets/eva-business-hours'
import { evaCallBack } from './widgets/eva-call-back'
import { evaContactLookup } from './widgets/eva-contact-lookup'
import { evaIntent } from './widgets/eva-intent'
import { evaOptOut } from './widgets/eva-opt-out'
import { gatherInputOnCall } from './widgets/gather-input-on-call'
import { makeHttpRequest, runFunction } from './widgets/make-http-request'
import { makeOutgoingCall } from './widgets/make-outgoing-call'
import { recordCall } from './widgets/record-call'
import { recordVoicemail } from './widgets/record-voicemail'
import { runSubflow } from './widgets/run-subflow'
import { sayPlay } from './widgets/say-play'
import { sendAndWaitForReply, sendMessage } from './widgets/send-message'
import { setVariables } from './widgets/set-variables'
import { splitBasedOn } from './widgets/split-based-on'
import { trigger } from './widgets/trigger'

/** Every type of state that can be run: Studio's, and ours with the prefix `eva-`. */
export const widgets = {
  trigger,
  'say-play': sayPlay,
  'gather-input-on-call': gatherInputOnCall,
  'split-based-on': splitBasedOn,
  'connect-call-to': connectCallTo,
  'record-voicemail': recordVoicemail,
  'record-call': recordCall,
  'enqueue-call': enqueueCall,
  'send-message': sendMessage,
  'send-and-wait-for-reply': sendAndWaitForReply,
  'set-variables': setVariables,
  'make-http-request': makeHttpRequest,
  'run-function': runFunction,
  'run-subflow': runSubflow,
  'add-twiml-redirect': addTwimlRedirect,
  'make-outgoing-call-v1': makeOutgoingCall(1),
  'make-outgoing-call-v2': makeOutgoingCall(2),
  'eva-business-hours': evaBusinessHours,
  'eva-call-back': evaCallBack,
  'eva-contact-lookup': evaContactLookup,
  'eva-opt-out': evaOptOut,
  'eva-intent': evaIntent,
} as const satisfies Record<string, Widget>

export type WidgetType = keyof typeof widgets

/** Studio's types that are kept in a flow but not run here, and why: publishing such a flow is refused with these words. */
export const refusedWidgets: Readonly<Record<string, string>> = {
  'capture-payments': 'Payments over the phone are not taken here.',
  'fork-stream': 'Media streams are not run here.',
  'connect-virtual-agent-v2': 'Dialogflow agents are not run here.',
  'send-to-flex': 'There is no Twilio Flex behind this system. Use “Connect call” or “Enqueue call”.',
  'start-conversation': 'Twilio Conversations are not used here. Use “Send message”.',
  'resume-conversation': 'Twilio Conversations are not used here. Use “Send and wait for reply”.',
  'run-conversation-relay': 'ConversationRelay is not run here.',
}

export function isWidgetType(type: string): type is WidgetType {
  return Object.hasOwn(widgets, type)
}
