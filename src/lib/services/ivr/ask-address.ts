import { InvalidError } from '@/shared/errors'
import type { FlowRequest } from '@/shared/ivr/instruction'
import type { RequestAnswer } from './perform-request'

export async function askAddress(_request: Extract<FlowRequest, { request: 'http' }>): Promise<RequestAnswer> {
  throw new InvalidError('not yet')
}
