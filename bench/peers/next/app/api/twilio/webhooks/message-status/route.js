import { recordTextStatus } from '../../../../../../record-text.js'
import { signedParameters } from '../../../../signed.js'

export async function POST(request) {
  const signed = await signedParameters(request)
  if (!signed) return new Response('Forbidden', { status: 403 })
  await recordTextStatus(signed.parameters, signed.raw)
  return new Response(null, { status: 204 })
}
