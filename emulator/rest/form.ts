import { isWebhookTarget } from './webhook-target.ts'
import { RestError } from './rest-error.ts'

/** A request's form fields, read with Twilio's own complaints. */
export class Form {
  private readonly fields: URLSearchParams

  constructor(fields: URLSearchParams) {
    this.fields = fields
  }

  has(name: string): boolean {
    return this.fields.has(name)
  }

  text(name: string): string | null {
    return this.fields.get(name)
  }

  /** Repeated fields, without the empty ones. */
  all(name: string): string[] {
    return this.fields.getAll(name).filter((value) => value !== '')
  }

  bool(name: string, fallback: boolean): boolean {
    const text = this.fields.get(name)?.toLowerCase()
    return text === 'true' ? true : text === 'false' ? false : fallback
  }

  method(name: string, code = 21_209): 'GET' | 'POST' | null {
    const text = this.fields.get(name)?.toUpperCase()
    if (text === undefined || text === '') return null
    if (text !== 'GET' && text !== 'POST') throw new RestError(400, code, `${name} is not a valid HTTP method: ${text}`)
    return text
  }

  /** An http(s) URL, empty text if cleared, null if absent. */
  url(name: string, code: number): string | null {
    const text = this.fields.get(name)
    if (text === null || text === '' || isWebhookTarget(text)) return text
    throw new RestError(400, code, `${name} is not a valid URL: ${text}`)
  }

  int(name: string, fallback: number, bounds: { low: number; high: number; code: number }): number {
    const text = this.fields.get(name)
    if (text === null || text === '') return fallback
    const value = Number(text)
    if (Number.isInteger(value) && value >= bounds.low && value <= bounds.high) return value
    throw new RestError(400, bounds.code, `${name} must be a whole number from ${bounds.low} to ${bounds.high}`)
  }
}
