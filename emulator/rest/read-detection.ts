import type { Detection } from '../calls/detect-machine.ts'
import type { Form } from './form.ts'
import { RestError } from './rest-error.ts'

const code = 21_263

/**
 * Whether and how to tell a machine from a person; `callback` names the field of its callback. SendDigits rules it out.
 * Throws RestError 21234, 21263.
 */
export function readDetection(form: Form, callback: 'AsyncAmdStatusCallback' | 'AmdStatusCallback'): Detection | null {
  const mode = form.text('MachineDetection') ?? ''
  if (mode === '') return null
  if (mode !== 'Enable' && mode !== 'DetectMessageEnd') {
    throw new RestError(400, 21_234, `MachineDetection must be Enable or DetectMessageEnd: ${mode}`)
  }
  const timeout = form.int('MachineDetectionTimeout', 30, { low: 3, high: 60, code })
  form.int('MachineDetectionSpeechThreshold', 2400, { low: 1000, high: 6000, code })
  form.int('MachineDetectionSpeechEndThreshold', 1200, { low: 500, high: 5000, code })
  form.int('MachineDetectionSilenceTimeout', 5000, { low: 2000, high: 10_000, code })
  const url = form.url(callback, 21_609)
  const method = form.method(`${callback}Method`) ?? 'POST'
  return {
    mode,
    timeoutMs: timeout * 1000,
    callback: url === null || url === '' ? null : { url, method },
    isAsync: callback === 'AmdStatusCallback' || form.bool('AsyncAmd', false),
  }
}
