import { Hono } from 'hono'
import { authRoutes } from '@/api/auth/auth-routes'
import { errorResponse } from '@/api/error-response'
import { health } from '@/api/health'
import { measureRequests, metricsRoute } from '@/api/metrics'
import { assumeJson } from '@/api/middleware/assume-json'
import { authenticate } from '@/api/middleware/authenticate'
import { limitBody } from '@/api/middleware/limit-body'
import { limitNesting } from '@/api/middleware/limit-nesting'
import { limitWrites } from '@/api/middleware/limit-writes'
import { refuseForeignPages } from '@/api/middleware/refuse-foreign-pages'
import { requestId } from '@/api/middleware/request-id'
import { securityHeaders } from '@/api/middleware/security-headers'
import { aiSettings } from '@/api/twilio/ai-settings'
import { apiKeys } from '@/api/twilio/api-keys'
import { findWebDirectory, staticFiles } from '@/api/static-files'
import { callBacks } from '@/api/twilio/call-backs'
import { callRecording } from '@/api/twilio/call-recording'
import { callSettings } from '@/api/twilio/call-settings'
import { calls } from '@/api/twilio/calls'
import { callRetries } from '@/api/twilio/calls/call-retries'
import { voicemailDrops } from '@/api/twilio/calls/voicemail-drops'
import { contacts } from '@/api/twilio/contacts'
import { conversations } from '@/api/twilio/conversations'
import { inbox } from '@/api/twilio/inbox'
import { flows } from '@/api/twilio/ivr/flows'
import { me } from '@/api/twilio/me'
import { greetings } from '@/api/twilio/greetings'
import { media, publicMedia } from '@/api/twilio/media'
import { messages } from '@/api/twilio/messages'
import { notes } from '@/api/twilio/notes'
import { numbers } from '@/api/twilio/numbers'
import { operations } from '@/api/twilio/operations'
import { overview } from '@/api/twilio/overview'
import { permission } from '@/api/twilio/permission'
import { phone } from '@/api/twilio/phone'
import { people } from '@/api/twilio/people'
import { keywords } from '@/api/twilio/sms/keywords'
import { optOutSuggestions } from '@/api/twilio/sms/opt-out-suggestions'
import { recordingRules } from '@/api/twilio/recording-rules'
import { recordings } from '@/api/twilio/recordings'
import { recoveries } from '@/api/twilio/recoveries'
import { optOuts } from '@/api/twilio/sms/opt-outs'
import { scheduledMessages } from '@/api/twilio/scheduled-messages'
import { templates } from '@/api/twilio/sms/templates'
import { suggestions } from '@/api/twilio/suggestions'
import { sync } from '@/api/twilio/sync'
import { token } from '@/api/twilio/token'
import { execute } from '@/api/twilio/ivr/execute'
import { routed } from '@/api/twilio/webhooks/busy-webhooks'
import { receive } from '@/api/twilio/webhooks/receive'
import { webhooks } from '@/api/twilio/webhooks/webhooks'
import { twimlFallback } from '@/api/twiml-fallback'
import { welcome } from '@/api/twilio/welcome'
import { noRoute } from '@/api/no-route'
import { openapi } from '@/api/openapi'
import type { AppEnv } from '@/api/request-context'
import type { Installation } from '@/lib/context'

/** The 5 MB that a text can carry, and what a multipart body adds. */
const largestUpload = 6 * 1_048_576

/** The whole HTTP side as one Fetch handler: `app.fetch(request)`. A host application mounts it as it is. */
export function createApp(installation: Installation) {
  const app = new Hono<AppEnv>()
  const recognize = authenticate(installation)
  // Before what only browsers and keys need: these requests carry Twilio's signature, and they are the busiest of all.
  app.route('/api/twilio/webhooks', webhooks(installation))
  const answerExecute = receive(
    installation,
    '/api/twilio/ivr/execute',
    routed(execute)(installation),
    twimlFallback(installation.log),
  )
  app.on(['POST', 'GET'], '/api/twilio/ivr/execute', answerExecute)
  app.use(requestId(installation.clock))
  app.use(measureRequests(installation))
  app.use(securityHeaders(installation.config))
  app.use(
    '/api/*',
    limitBody({ '/api/twilio/messages/media': largestUpload, '/api/twilio/greetings/audio': largestUpload }),
  )
  app.use('/api/*', refuseForeignPages(installation.config))
  app.use('/api/twilio/*', recognize)
  app.use('/api/twilio/*', limitWrites(installation.clock))
  app.use('/api/twilio/*', assumeJson)
  app.use('/api/twilio/*', limitNesting)
  app.onError(errorResponse(installation.log))
  app.notFound(noRoute(app, installation.log))
  app.route('/', health(installation))
  app.route('/', metricsRoute(installation, recognize))
  app.route('/api/auth', authRoutes(installation))
  app.route('/api/twilio/me', me(installation))
  app.route('/api/twilio/phone', phone(installation))
  app.route('/api/twilio/token', token(installation))
  app.route('/api/twilio/welcome', welcome(installation))
  app.route('/api/twilio/people', people(installation))
  app.route('/api/twilio/api-keys', apiKeys(installation))
  app.route('/api/twilio/sync', sync(installation))
  app.route('/api/twilio/call-backs', callBacks(installation))
  app.route('/api/twilio/call-settings', callSettings(installation))
  app.route('/api/twilio/calls/retries', callRetries(installation))
  app.route('/api/twilio/calls', calls(installation))
  app.route('/api/twilio/calls', voicemailDrops(installation))
  app.route('/api/twilio/greetings', greetings(installation))
  app.route('/api/twilio/calls', callRecording(installation))
  app.route('/api/twilio/messages/conversations', conversations(installation))
  app.route('/api/twilio/messages/conversations', notes(installation))
  app.route('/api/twilio/messages', inbox(installation))
  app.route('/api/twilio/messages/scheduled', scheduledMessages(installation))
  app.route('/api/twilio/messages/media', media(installation))
  app.route('/api/twilio/media', publicMedia(installation))
  app.route('/api/twilio/messages', messages(installation))
  app.route('/api/twilio/permission', permission(installation))
  app.route('/api/twilio/contacts', contacts(installation))
  app.route('/api/twilio/ivr/flows', flows(installation))
  app.route('/api/twilio/numbers', numbers(installation))
  app.route('/api/twilio/messages', suggestions(installation))
  app.route('/api/twilio/ai-settings', aiSettings(installation))
  app.route('/api/twilio/sms/keywords', keywords(installation))
  app.route('/api/twilio/sms/opt-outs/suggestions', optOutSuggestions(installation))
  app.route('/api/twilio/sms/opt-outs', optOuts(installation))
  app.route('/api/twilio/sms/templates', templates(installation))
  app.route('/api/twilio/overview', overview(installation))
  app.route('/api/twilio/operations', operations(installation))
  app.route('/api/twilio/recording-rules', recordingRules(installation))
  app.route('/api/twilio/recordings', recordings(installation))
  app.route('/api/twilio/recoveries', recoveries(installation))
  app.route('/', openapi(app))
  const webDirectory = findWebDirectory()
  if (webDirectory) app.route('/', staticFiles(webDirectory))
  return app
}
