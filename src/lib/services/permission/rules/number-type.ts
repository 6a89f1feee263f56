import type { PermissionRule } from '../rule'

/** A landline takes no texts. Only a lookup or Twilio's own refusal tells; what is unknown passes with a word of warning. */
export const numberType: PermissionRule = ({ request, evidence }) => {
  if (request.medium !== 'message') return null
  if (evidence.lineType === 'landline') {
    return {
      verdict: 'refused',
      rule: 'number_type',
      reason: 'This is a landline, which cannot receive texts. You can call it.',
    }
  }
  if (evidence.lineType === null && evidence.lastTextFromThem === null) {
    const reason = 'Nobody has looked up whether this number is a mobile; a landline would not receive the text.'
    return { verdict: 'warned', rule: 'number_type_unknown', reason }
  }
  return null
}
