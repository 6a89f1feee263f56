import { z } from 'zod'
import { pageOf } from '@/shared/schemas/page'
import {
  Template,
  TemplatePreview,
  TemplateVersion,
  type SaveTemplateInput,
  type TemplateVariables,
} from '@/shared/schemas/template'
import { request } from './request'

const TemplatePage = pageOf(Template)
const root = '/api/twilio/sms/templates'

/** By name. */
export function listTemplates(query: { q?: string; cursor?: string; limit?: number }, signal?: AbortSignal) {
  return request(TemplatePage, root, { query, signal })
}

/** Adds a template, or writes the next version of the one with this id. */
export function saveTemplate({ id, input }: { id: string | null; input: SaveTemplateInput }) {
  return id === null
    ? request(Template, root, { method: 'POST', body: input })
    : request(Template, `${root}/${id}`, { method: 'PUT', body: input })
}

export function archiveTemplate(id: string) {
  return request(z.unknown(), `${root}/${id}`, { method: 'DELETE' })
}

export async function listTemplateVersions(id: string, signal?: AbortSignal) {
  const answer = await request(z.object({ items: z.array(TemplateVersion) }), `${root}/${id}/versions`, { signal })
  return answer.items
}

/** What this person would read of words that are not saved, and what is missing. */
export function previewText(asked: { body: string; to?: string; variables?: TemplateVariables }, signal?: AbortSignal) {
  return request(TemplatePreview, `${root}/preview`, { method: 'POST', body: asked, signal })
}

/** What this person would read of a template, and what is missing. */
export function previewTemplate(
  { id, ...body }: { id: string; to?: string; variables?: TemplateVariables },
  signal?: AbortSignal,
) {
  return request(TemplatePreview, `${root}/${id}/preview`, { method: 'POST', body, signal })
}
