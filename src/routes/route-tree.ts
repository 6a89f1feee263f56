import { createRootRoute, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { z } from 'zod'
import { SignedIn } from '@/components/twilio/entry/SignedIn'
import { PageMissing } from '@/components/twilio/shell/PageMissing'
import { callStatusRank, type CallStatus } from '@/shared/calls/call-status-rank'

const isCallStatus = (text: string): text is CallStatus => text in callStatusRank

const CallSearch = z.object({
  direction: z.enum(['inbound', 'outbound']).optional().catch(undefined),
  missed: z.literal(true).optional().catch(undefined),
  status: z.string().refine(isCallStatus).optional().catch(undefined),
  phoneNumber: z.string().optional().catch(undefined),
})
const ConversationSearch = z.object({
  q: z.string().optional().catch(undefined),
  unread: z.boolean().optional().catch(undefined),
  view: z.enum(['open', 'mine', 'unassigned', 'mentions']).optional().catch(undefined),
  standing: z.enum(['open', 'snoozed', 'done', 'all']).optional().catch(undefined),
  number: z.string().optional().catch(undefined),
  /** The entry of the timeline that is looked for. */
  at: z.string().optional().catch(undefined),
})
const RecordingSearch = z.object({
  q: z.string().optional().catch(undefined),
  kind: z.enum(['call', 'voicemail', 'conference']).optional().catch(undefined),
  /** Days, both included. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
const ContactSearch = z.object({
  q: z.string().optional().catch(undefined),
  tag: z.string().trim().min(1).max(50).optional().catch(undefined),
})

const root = createRootRoute({ notFoundComponent: PageMissing })

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: z.object({ token: z.string().catch('') }),
  component: lazyRouteComponent(() => import('@/components/twilio/entry/WelcomePage'), 'WelcomePage'),
})

/** Everything behind sign-in. */
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: SignedIn })

const overview = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('@/components/twilio/overview/OverviewPage'), 'OverviewPage'),
})

const calls = createRoute({
  getParentRoute: () => signedIn,
  path: '/calls',
  validateSearch: CallSearch,
  component: lazyRouteComponent(() => import('@/components/twilio/calls/CallsPage'), 'CallsPage'),
})

const call = createRoute({
  getParentRoute: () => calls,
  path: '$callSid',
  component: lazyRouteComponent(() => import('@/components/twilio/calls/CallDetail'), 'CallDetail'),
})

const messages = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages',
  validateSearch: ConversationSearch,
  component: lazyRouteComponent(() => import('@/components/twilio/messages/MessagesPage'), 'MessagesPage'),
})

const newMessage = createRoute({
  getParentRoute: () => messages,
  path: 'new',
  validateSearch: z.object({ to: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('@/components/twilio/messages/NewMessage'), 'NewMessage'),
})

const conversation = createRoute({
  getParentRoute: () => messages,
  path: '$conversationId',
  component: lazyRouteComponent(() => import('@/components/twilio/messages/ConversationView'), 'ConversationView'),
})

const recordings = createRoute({
  getParentRoute: () => signedIn,
  path: '/recordings',
  validateSearch: RecordingSearch,
  component: lazyRouteComponent(() => import('@/components/twilio/recordings/RecordingsPage'), 'RecordingsPage'),
})

const contacts = createRoute({
  getParentRoute: () => signedIn,
  path: '/contacts',
  validateSearch: ContactSearch,
  component: lazyRouteComponent(() => import('@/components/twilio/contacts/ContactsPage'), 'ContactsPage'),
})

const waiting = createRoute({
  getParentRoute: () => signedIn,
  path: '/waiting',
  component: lazyRouteComponent(() => import('@/components/twilio/waiting/WaitingPage'), 'WaitingPage'),
})

const flows = createRoute({
  getParentRoute: () => signedIn,
  path: '/flows',
  component: lazyRouteComponent(() => import('@/components/twilio/ivr/FlowsPage'), 'FlowsPage'),
})

const flow = createRoute({
  getParentRoute: () => signedIn,
  path: '/flows/$flowId',
  component: lazyRouteComponent(() => import('@/components/twilio/IVRDesigner'), 'IVRDesigner'),
})

const attention = createRoute({
  getParentRoute: () => signedIn,
  path: '/attention',
  component: lazyRouteComponent(() => import('@/components/twilio/attention/AttentionPage'), 'AttentionPage'),
})

const settings = createRoute({
  getParentRoute: () => signedIn,
  path: '/settings',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/SettingsPage'), 'SettingsPage'),
})

const settingsIndex = createRoute({
  getParentRoute: () => settings,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/settings/numbers' })
  },
})

const numbers = createRoute({
  getParentRoute: () => settings,
  path: 'numbers',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/NumbersPage'), 'NumbersPage'),
})

const number = createRoute({
  getParentRoute: () => settings,
  path: 'numbers/$numberId',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/numbers/NumberPage'), 'NumberPage'),
})

const rules = createRoute({
  getParentRoute: () => settings,
  path: 'rules',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/rules/RulesPage'), 'RulesPage'),
})

const recording = createRoute({
  getParentRoute: () => settings,
  path: 'recording',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/recording/RecordingPage'), 'RecordingPage'),
})

const callSettings = createRoute({
  getParentRoute: () => settings,
  path: 'calls',
  component: lazyRouteComponent(
    () => import('@/components/twilio/settings/calls/CallSettingsPage'),
    'CallSettingsPage',
  ),
})

const people = createRoute({
  getParentRoute: () => settings,
  path: 'people',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/PeoplePage'), 'PeoplePage'),
})

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: 'api-keys',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/ApiKeysPage'), 'ApiKeysPage'),
})

const templates = createRoute({
  getParentRoute: () => settings,
  path: 'templates',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/templates/TemplatesPage'), 'TemplatesPage'),
})

const optOuts = createRoute({
  getParentRoute: () => settings,
  path: 'opt-outs',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/opt-outs/OptOutsPage'), 'OptOutsPage'),
})

const keywords = createRoute({
  getParentRoute: () => settings,
  path: 'keywords',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/keywords/KeywordsPage'), 'KeywordsPage'),
})

const suggestions = createRoute({
  getParentRoute: () => settings,
  path: 'suggestions',
  component: lazyRouteComponent(() => import('@/components/twilio/settings/SuggestionsPage'), 'SuggestionsPage'),
})

export const routeTree = root.addChildren([
  welcome,
  signedIn.addChildren([
    overview,
    calls.addChildren([call]),
    messages.addChildren([newMessage, conversation]),
    recordings,
    contacts,
    waiting,
    flows,
    flow,
    attention,
    settings.addChildren([
      settingsIndex,
      numbers,
      number,
      templates,
      keywords,
      optOuts,
      rules,
      recording,
      callSettings,
      suggestions,
      people,
      apiKeys,
    ]),
  ]),
])
