import { z } from 'zod'
import { PageQuery } from './page'
import { PhoneNumber } from './phone-number'

/** A text that is written often, with Liquid variables such as {{ contact.first_name }}. */
export const Template = z.object({
  id: z.uuid(),
  name: z.string(),
  body: z.string(),
  /** What the body asks for; without it, nothing is sent. */
  variables: z.array(z.string()),
  version: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Template = z.infer<typeof Template>

export const TemplateVersion = z.object({
  version: z.number().int(),
  name: z.string(),
  body: z.string(),
  savedBy: z.string(),
  savedAt: z.iso.datetime(),
})
export type TemplateVersion = z.infer<typeof TemplateVersion>

export const SaveTemplateInput = z.strictObject({
  name: z.string().trim().min(1, 'Give the template a name.').max(120),
  body: z.string().trim().min(1, 'Write a text.').max(1600, 'A text can have 1,600 characters at most.'),
})
export type SaveTemplateInput = z.infer<typeof SaveTemplateInput>

/** What a template's own variables are filled with, by their names. */
export const TemplateVariables = z.record(z.string().max(100), z.string().max(1600))
export type TemplateVariables = z.infer<typeof TemplateVariables>

/** `body`: words that are not saved yet, in place of the template's. */
export const PreviewTemplateInput = z.strictObject({
  body: z.string().max(1600).optional(),
  to: PhoneNumber.optional(),
  variables: TemplateVariables.optional(),
})

/** Words of a template that is not there yet. */
export const PreviewTextInput = PreviewTemplateInput.extend({ body: z.string().max(1600) })

export const TemplatePreview = z.object({ body: z.string(), missing: z.array(z.string()), segments: z.number().int() })
export type TemplatePreview = z.infer<typeof TemplatePreview>

export const ListTemplatesQuery = PageQuery.extend({
  cursor: z.string().max(1000).optional(),
  /** Part of a name or of the words. */
  q: z.string().trim().min(1).max(100).optional(),
})
export type ListTemplatesQuery = z.infer<typeof ListTemplatesQuery>
