import { html, raw } from 'hono/html'
import { accessField } from '@/api/declare-access'
import type { ApiDocument } from '@/api/openapi'
import { permissions, roleCan } from '@/shared/can'
import { Role } from '@/shared/schemas/role'

type Operation = NonNullable<NonNullable<ApiDocument['paths'][string]>['get']>
type Route = { method: string; path: string; operation: Operation }

const methods = ['get', 'post', 'put', 'patch', 'delete'] as const

/** The description as one page of plain HTML, without scripts: routes by subject, each with what it takes and answers. */
export function renderDocs(document: ApiDocument) {
  const routes = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): Route[] => {
      const operation = item?.[method]
      return operation ? [{ method: method.toUpperCase(), path, operation }] : []
    }),
  )
  const subjects = Map.groupBy(routes, ({ operation }) => operation.tags?.[0] ?? 'Other')
  const sections = [...subjects].toSorted(([a], [b]) => (a === 'Other' ? 1 : b === 'Other' ? -1 : a.localeCompare(b)))
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title} API</title>
        <style>
          ${raw(style)}
        </style>
      </head>
      <body>
        <main>
          <h1>${document.info.title} API</h1>
          <p>${document.info.description}</p>
          <p>For programs: <a href="/api/twilio/openapi.json">openapi.json</a></p>
          ${sections.map(
            ([subject, items]) =>
              html`<h2>${subject}</h2>
                ${items.map((route) => renderRoute(route))}`,
          )}
        </main>
      </body>
    </html>`
}

function renderRoute({ method, path, operation }: Route) {
  return html`<details id="${method.toLowerCase()}-${path}">
    <summary><b>${method}</b> <code>${path}</code> ${operation.summary ?? ''}</summary>
    ${renderAccess(operation)} ${operation.description ? html`<p>${operation.description}</p>` : ''}
    ${operation.parameters?.length ? renderSchema('Parameters', operation.parameters) : ''}
    ${operation.requestBody ? renderSchema('Body', operation.requestBody) : ''}
    ${Object.entries(operation.responses ?? {}).map(([status, answer]) =>
      renderSchema(
        `${status === 'default' ? 'Errors' : `Answer ${status}`}: ${'description' in answer ? answer.description : ''}`,
        'content' in answer ? answer.content?.['application/json']?.schema : undefined,
      ),
    )}
  </details>`
}

function renderAccess(operation: Operation) {
  const access = Object.entries(operation).find(([field]) => field === accessField)?.[1]
  const permission = permissions.find((name) => name === access)
  if (!permission) return ''
  const roles = Role.options.filter((role) => roleCan(role, permission))
  return html`<p>For ${roles.join(', ')}: <code>${permission}</code></p>`
}

function renderSchema(title: string, schema: unknown) {
  return html`<h3>${title}</h3>
    ${schema === undefined ? '' : html`<pre>${JSON.stringify(schema, null, 2)}</pre>`}`
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem 4rem }
  h3 { font-size: 1rem; margin: 1rem 0 .25rem }
  details { border-top: 1px solid color-mix(in srgb, currentColor 20%, transparent); padding: .5rem 0 }
  summary { cursor: pointer }
  pre { overflow: auto; max-height: 24rem; padding: .75rem; background: color-mix(in srgb, currentColor 7%, transparent) }
`
