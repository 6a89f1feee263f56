import { rfc2822 } from '../account/rfc2822.ts'
import type { Application } from '../registry/application.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import type { Form } from './form.ts'
import { newestFirst, pageOf } from './paging.ts'
import { notFound } from './rest-error.ts'
import type { RestRequest, Route } from './route.ts'

function view(world: World, application: Application): Record<string, unknown> {
  return {
    account_sid: world.account.sid,
    api_version: '2010-04-01',
    date_created: rfc2822(application.createdAt),
    date_updated: rfc2822(application.updatedAt),
    friendly_name: application.friendlyName,
    message_status_callback: application.messageStatusCallback,
    public_application_connect_enabled: application.publicApplicationConnectEnabled,
    sid: application.sid,
    sms_fallback_method: application.smsFallbackMethod,
    sms_fallback_url: application.smsFallbackUrl,
    sms_method: application.smsMethod,
    sms_status_callback: application.smsStatusCallback,
    sms_url: application.smsUrl,
    status_callback: application.statusCallback,
    status_callback_method: application.statusCallbackMethod,
    uri: `${accountUri(world)}/Applications/${application.sid}.json`,
    voice_caller_id_lookup: application.voiceCallerIdLookup,
    voice_fallback_method: application.voiceFallbackMethod,
    voice_fallback_url: application.voiceFallbackUrl,
    voice_method: application.voiceMethod,
    voice_url: application.voiceUrl,
  }
}

function find({ world, params, path }: RestRequest): Application {
  const application = world.account.registry.applications.get(params['sid'] ?? '')
  if (application === undefined) throw notFound(`${path}.json`)
  return application
}

function draft(world: World): Application {
  const now = world.clock.now()
  return {
    sid: world.newSid('AP'),
    friendlyName: '',
    createdAt: now,
    updatedAt: now,
    voiceUrl: '',
    voiceMethod: 'POST',
    voiceFallbackUrl: '',
    voiceFallbackMethod: 'POST',
    statusCallback: '',
    statusCallbackMethod: 'POST',
    voiceCallerIdLookup: false,
    smsUrl: '',
    smsMethod: 'POST',
    smsFallbackUrl: '',
    smsFallbackMethod: 'POST',
    smsStatusCallback: '',
    messageStatusCallback: '',
    publicApplicationConnectEnabled: false,
  }
}

/** Writes what the request gives; empty text clears a URL. */
function configure(application: Application, form: Form, now: number): void {
  const url = (name: string, current: string) => form.url(name, 21_402) ?? current
  const method = (name: string, current: Application['voiceMethod']) => form.method(name, 21_403) ?? current
  Object.assign(application, {
    friendlyName: (form.text('FriendlyName') ?? application.friendlyName).slice(0, 64),
    voiceUrl: url('VoiceUrl', application.voiceUrl),
    voiceMethod: method('VoiceMethod', application.voiceMethod),
    voiceFallbackUrl: url('VoiceFallbackUrl', application.voiceFallbackUrl),
    voiceFallbackMethod: method('VoiceFallbackMethod', application.voiceFallbackMethod),
    statusCallback: url('StatusCallback', application.statusCallback),
    statusCallbackMethod: method('StatusCallbackMethod', application.statusCallbackMethod),
    voiceCallerIdLookup: form.bool('VoiceCallerIdLookup', application.voiceCallerIdLookup),
    smsUrl: url('SmsUrl', application.smsUrl),
    smsMethod: method('SmsMethod', application.smsMethod),
    smsFallbackUrl: url('SmsFallbackUrl', application.smsFallbackUrl),
    smsFallbackMethod: method('SmsFallbackMethod', application.smsFallbackMethod),
    smsStatusCallback: url('SmsStatusCallback', application.smsStatusCallback),
    messageStatusCallback: url('MessageStatusCallback', application.messageStatusCallback),
    publicApplicationConnectEnabled: form.bool(
      'PublicApplicationConnectEnabled',
      application.publicApplicationConnectEnabled,
    ),
    updatedAt: now,
  } satisfies Partial<Application>)
}

/** https://www.twilio.com/docs/usage/api/applications */
export const applicationRoutes: Route[] = [
  {
    method: 'GET',
    pattern: '/Applications',
    handle: (request) => {
      const { world, query } = request
      const name = query.get('FriendlyName')
      const items = newestFirst(world.account.registry.applications.values()).filter(
        (application) => name === null || application.friendlyName === name,
      )
      return pageOf(request, 'applications', items, (application) => view(world, application))
    },
  },
  {
    method: 'POST',
    pattern: '/Applications',
    handle: ({ world, form }) => {
      const application = draft(world)
      configure(application, form, application.createdAt)
      world.account.registry.applications.set(application.sid, application)
      return { status: 201, json: view(world, application) }
    },
  },
  {
    method: 'GET',
    pattern: '/Applications/:sid',
    handle: (request) => ({ status: 200, json: view(request.world, find(request)) }),
  },
  {
    method: 'POST',
    pattern: '/Applications/:sid',
    handle: (request) => {
      const application = find(request)
      configure(application, request.form, request.world.clock.now())
      return { status: 200, json: view(request.world, application) }
    },
  },
  {
    method: 'DELETE',
    pattern: '/Applications/:sid',
    handle: (request) => {
      request.world.account.registry.applications.delete(find(request).sid)
      return { status: 204 }
    },
  },
]
