import type { CallbackRule, FaultRule, FaultsInput, NumberRule, RequestRule } from './fault-rules.ts'
import { createRandom } from './random.ts'

type Armed<Rule> = { rule: Rule; left: number }

/** What goes wrong on purpose. Rules are asked in order; each draws from the seed only when it matches. */
export class Faults {
  private seed = 1
  private rules: Armed<FaultRule>[] = []
  private random = createRandom(1)

  set(input: FaultsInput): void {
    this.seed = input.seed
    this.random = createRandom(input.seed)
    this.rules = input.rules.map((rule) => ({ rule, left: rule.times ?? Infinity }))
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
    if (armed.left <= 0 || this.random() >= armed.rule.probability) return false
    armed.left -= 1
    return true
  }
}
