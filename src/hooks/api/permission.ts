import { Consent, type RecordConsentInput } from '@/shared/schemas/consent'
import { pageOf } from '@/shared/schemas/page'
import {
  KeptVerdict,
  KnownLine,
  NumberLookup,
  RulesAnswer,
  RulesPreview,
  type SaveRulesInput,
} from '@/shared/schemas/permission'
import { request } from './request'

const VerdictPage = pageOf(KeptVerdict)
const ConsentPage = pageOf(Consent)
const root = '/api/twilio/permission'

export function getPermissionRules(signal?: AbortSignal) {
  return request(RulesAnswer, `${root}/rules`, { signal })
}

export function savePermissionRules(input: SaveRulesInput) {
  return request(RulesAnswer, `${root}/rules`, { method: 'PUT', body: input })
}

export function previewPermissionRules(input: Pick<SaveRulesInput, 'rules'>) {
  return request(RulesPreview, `${root}/rules/preview`, { method: 'POST', body: input })
}

export function listVerdicts(phoneNumber: string, signal?: AbortSignal) {
  return request(VerdictPage, `${root}/verdicts`, { query: { phoneNumber, limit: 20 }, signal })
}

export function listConsents(phoneNumber: string, signal?: AbortSignal) {
  return request(ConsentPage, `${root}/consents`, { query: { phoneNumber, limit: 20 }, signal })
}

export function recordConsent(input: RecordConsentInput, idempotencyKey: string) {
  return request(Consent, `${root}/consents`, { method: 'POST', body: input, idempotencyKey })
}

export function findNumberLookup(phoneNumber: string, signal?: AbortSignal) {
  return request(KnownLine, `${root}/look-up`, { query: { phoneNumber }, signal })
}

export function lookUpNumber(phoneNumber: string) {
  return request(NumberLookup, `${root}/look-up`, { method: 'POST', body: { phoneNumber } })
}

/** Where the browser saves everything about one number from. */
export function exportAddress(phoneNumber: string) {
  return `${root}/export?phoneNumber=${encodeURIComponent(phoneNumber)}`
}
