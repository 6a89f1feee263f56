import type { CallbackRule, FaultRule, FaultsInput, NumberRule, RequestRule } from './fault-rules.ts'
import { createRandom } from './random.ts'

/** Each rule draws from a stream of its own, so that what strikes texts does not depend on what strikes calls beside them. */
type Armed<Rule> = { rule: Rule; left: number; random: () => number }

const streamsApart = 0x9e3779b9

/** What goes wrong on purpose. Rules are asked in order; each draws only when it matches. */
export class Faults {
  private seed = 1
  private rules: Armed<FaultRule>[] = []

  set(input: FaultsInput): void {
    this.seed = input.seed
    this.rules = input.rules.map((rule, index) => ({
      rule,
      left: rule.times ?? Infinity,
      random: createRandom(input.seed + index * streamsApart),
    }))
  }

  clear(): void {
    this.set({ seed: 1, rules: [] })
  }

  view(): FaultsInput {
    return { seed: this.seed, rules: this.rules.map((armed) => armed.rule) }
  }

  /** Every rule that strikes this callback. */
  forCallback(kind: string): CallbackRule[] {
    return this.rules.flatMap((armed) => {
      const { rule } = armed
      if (rule.on !== 'callback' || (rule.kind !== undefined && rule.kind !== kind)) return []
      return this.strikes(armed) ? [rule] : []
    })
  }

  /** The first rule that strikes this API request. */
  forRequest(method: string, path: string): RequestRule | null {
    for (const armed of this.rules) {
      const { rule } = armed
      if (rule.on !== 'request') continue
      if (rule.method !== undefined && rule.method !== method) continue
      if (rule.path !== undefined && !path.includes(rule.path)) continue
      if (this.strikes(armed)) return rule
    }
    return null
  }

  /** The first rule that strikes a text or a call to this number. */
  forNumber(phoneNumber: string, medium: 'message' | 'call'): NumberRule | null {
    for (const armed of this.rules) {
      const { rule } = armed
      if (rule.on !== 'number' || rule.phoneNumber !== phoneNumber) continue
      if ((medium === 'message' ? rule.errorCode : rule.callStatus) === undefined) continue
      if (this.strikes(armed)) return rule
    }
    return null
  }

  private strikes(armed: Armed<FaultRule>): boolean {
    if (armed.left <= 0 || armed.random() >= armed.rule.probability) return false
    armed.left -= 1
    return true
  }
}
