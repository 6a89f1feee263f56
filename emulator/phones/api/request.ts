import { z } from 'zod'

const refusalSchema = z.object({
  error: z.union([z.string(), z.object({ message: z.string() })]).optional(),
  message: z.string().optional(),
})

const deriveSentence = (status: number, body: unknown): string => {
  const refusal = refusalSchema.safeParse(body).data
  const error = refusal?.error
  const sentence = typeof error === 'object' ? error.message : (error ?? refusal?.message)
  return sentence ?? `The emulator answered with status ${status}.`
}

const readJson = async (response: Response): Promise<unknown> => {
  const text = await response.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    return {}
  }
}

interface Options<Schema extends z.ZodType> {
  schema: Schema
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  body?: unknown
}

/** One exchange with the control API; throws an Error whose message is a sentence for the person at the screen. */
export const request = async <Schema extends z.ZodType>(
  path: string,
  { schema, method = 'GET', body }: Options<Schema>,
): Promise<z.output<Schema>> => {
  const response = await fetch(`/emulator/${path}`, {
    method,
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Error('The emulator does not answer. Is it still running?')
  })
  const json = await readJson(response)
  if (!response.ok) throw new Error(deriveSentence(response.status, json))
  const parsed = schema.safeParse(json)
  if (!parsed.success) throw new Error(`The emulator answered in a shape this page does not know (${path}).`)
  return parsed.data
}
