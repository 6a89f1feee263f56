import { Hono } from 'hono'
import { generateSpecs } from 'hono-openapi'
import type { AppEnv } from '@/api/request-context'
import { decidesItself } from '@/api/declare-access'
import { describeOperation } from '@/api/describe-operation'
import { renderDocs } from '@/api/render-docs'

/** Which of the mounted routes belong to the API. */
const outside = /^(?!\/api\/twilio\/)/

const tag = 'This description'

const bySomebody: Record<string, string[]>[] = [{ key: [] }, { session: [] }]

const documentation = {
  info: {
    title: 'EVA Twilio',
    version: '1',
    description:
      'Calls, texts, contacts and live events. JSON in and out; times are ISO 8601, numbers E.164, SIDs as Twilio writes them. Lists answer ' +
      '`items` and `nextCursor`; those that also stream carry `syncCursor`. Errors have one shape. A POST that creates accepts ' +
      '`Idempotency-Key`: the same key and request give the same answer and one effect.',
  },
  components: {
    securitySchemes: {
      key: { type: 'http' as const, scheme: 'bearer', description: 'An API key, or the host application’s token' },
      session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'eva.session_token' },
    },
  },
  security: bySomebody,
}

export type ApiDocument = Awaited<ReturnType<typeof generateSpecs>>

/**
 * The description of everything mounted on `api`, made from the schemas that also validate: /api/twilio/openapi.json for programs,
 * /api/twilio/docs for people. Made once, when first asked for.
 */
export function openapi(api: Hono<AppEnv>) {
  const app = new Hono<AppEnv>()
  let document: Promise<ApiDocument> | undefined
  const describe = () =>
    (document ??= generateSpecs(api, {
      documentation,
      includeEmptyPaths: true,
      excludeStaticFile: false,
      exclude: [outside],
      excludeMethods: ['OPTIONS', 'HEAD'],
    }))
  app.get(
    '/api/twilio/openapi.json',
    describeOperation({
      tag,
      summary: 'What can be asked of this server, for programs',
      description: '`x-permission` says who may: whose role has that permission, anyone `signed-in`, or `everybody`.',
      answers: { 200: { description: 'OpenAPI 3.1' } },
    }),
    decidesItself('everybody'),
    async (c) => c.json(await describe()),
  )
  app.get(
    '/api/twilio/docs',
    describeOperation({ tag, summary: 'The same for people', answers: { 200: { description: 'A page' } } }),
    decidesItself('everybody'),
    async (c) => c.html(renderDocs(await describe())),
  )
  return app
}
