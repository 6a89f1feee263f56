import type { Account } from '../account/account.ts'
import { blockKey } from './block-key.ts'
import { isWhatsApp } from './channel-address.ts'
import type { MessagingService } from './messaging-service.ts'
import { classifyOptOut, optOutReply } from './opt-out-words.ts'
import type { OptOutClass } from './opt-out-words.ts'
import { kindOfSender, serviceBehind } from './sender.ts'

/** Blocks are kept per number and, where its service holds them, per service; a text is held back by either. */
export function isBlocked(account: Account, from: string, to: string, serviceSid: string | null): boolean {
  if (isWhatsApp(to)) return false
  const service = serviceSid ?? serviceBehind(account, from)?.sid ?? null
  return account.blocks.has(blockKey(from, to)) || (service !== null && account.blocks.has(blockKey(service, to)))
}

export type OptOut = {
  kind: OptOutClass
  reply: string | null
  /** The words were those of a service's Advanced Opt-Out, so the webhook is told. */
  isAdvanced: boolean
}

function classifyAdvanced(service: MessagingService, body: string): OptOut | null {
  const word = body.trim().toUpperCase()
  for (const [name, { keywords, reply }] of Object.entries(service.advancedOptOut ?? {})) {
    const kind = ({ stop: 'STOP', start: 'START', help: 'HELP' } as const)[name]
    const isMeant = keywords.some((keyword) => keyword.toUpperCase() === word)
    if (kind !== undefined && isMeant) return { kind, reply: reply || null, isAdvanced: true }
  }
  return null
}

/**
 * What a text does by being one of the opt-out words: sets or lifts the block, and says what to answer. Null for other
 * texts, on WhatsApp, and for a short code whose service has no Advanced Opt-Out.
 */
export function applyOptOut(account: Account, text: { from: string; to: string; body: string }): OptOut | null {
  const { from, to, body } = text
  const kindOfOwn = kindOfSender(to)
  if (kindOfOwn === 'whatsapp') return null
  const service = serviceBehind(account, to)
  const optOut = service?.advancedOptOut != null ? classifyAdvanced(service, body) : classifyDefault(account, text)
  if (optOut === null) return null
  const own = blockKey(to, from)
  const shared = service === null ? own : blockKey(service.sid, from)
  if (optOut.kind === 'STOP') {
    account.blocks.add(shared)
    if (kindOfOwn === 'toll-free') account.blocks.add(own)
  }
  if (optOut.kind === 'START') for (const key of [own, shared]) account.blocks.delete(key)
  return optOut
}

function classifyDefault(
  account: Account,
  { from, to, body }: { from: string; to: string; body: string },
): OptOut | null {
  if (kindOfSender(to) === 'short-code') return null
  const kind = classifyOptOut(body, to)
  if (kind === null) return null
  const isSilent = kind === 'HELP' && kindOfSender(to) === 'toll-free' && isBlocked(account, to, from, null)
  return { kind, reply: isSilent ? null : optOutReply(kind, body, to), isAdvanced: false }
}
