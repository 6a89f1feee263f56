import type { FlowDefinition } from '../definition'
import { error, type FlowIssue } from './flow-issue'
import { textsOf } from './texts-of'

/** A definition is read by everybody who may see the flow, and travels when it is exported. */
const secrets: readonly [RegExp, string][] = [
  [/\b(?:Basic|Bearer)\s+[A-Za-z0-9+/=_.-]{16,}/, 'a sign-in header'],
  [/\/\/[^/\s:@]+:[^/\s@]+@/, 'a password in an address'],
  [
    /\b(?:api[_-]?key|auth[_-]?token|access[_-]?token|secret|password)["']?\s*[=:]\s*["']?[^\s"'&{]{8,}/i,
    'a key or password',
  ],
  [/\bsk-[A-Za-z0-9_-]{16,}/, 'an API key'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'a cloud access key'],
  [/\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/, 'a signed token'],
]

export function lintSecrets(definition: FlowDefinition): FlowIssue[] {
  return definition.states.flatMap((state) => {
    const texts = textsOf(state)
    return secrets
      .filter(([pattern]) => texts.some((text) => pattern.test(text)))
      .map(([, what]) =>
        error('secret', state.name, `This step holds ${what}. Everybody who sees the flow can read it.`),
      )
  })
}
