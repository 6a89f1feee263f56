import { rfc2822 } from '../account/rfc2822.ts'
import type { Application } from '../registry/application.ts'
import type { World } from '../world.ts'
import { accountUri } from './account-uri.ts'
import type { Form } from './form.ts'
import { resourceRoutes } from './resource-routes.ts'
import type { Route } from './route.ts'

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
function configure(application: Application, form: Form): void {
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
  } satisfies Partial<Application>)
}

/** https://www.twilio.com/docs/usage/api/applications */
export const applicationRoutes: Route[] = resourceRoutes<Application>({
  pattern: '/Applications',
  key: 'applications',
  filters: { FriendlyName: (application) => application.friendlyName },
  itemsOf: (world) => world.account.registry.applications,
  draft,
  configure,
  view,
})
