import type { Readable } from 'node:stream'
import type { World } from '../world.ts'
import type { Form } from './form.ts'

export type RestRequest = {
  world: World
  /** The path as asked for, without `.json`. */
  path: string
  params: Record<string, string>
  query: URLSearchParams
  form: Form
}

export type RestAnswer =
  | { status: number; json: unknown }
  | { status: number; file: Readable; headers: Record<string, string> }
  | { status: 204 }

/** `pattern` is the path after the account, with `:names`. */
export type Route = {
  method: 'GET' | 'POST' | 'DELETE'
  pattern: string
  /** Test credentials may use it. */
  forTests?: (request: RestRequest) => RestAnswer
  handle: (request: RestRequest) => RestAnswer
}
