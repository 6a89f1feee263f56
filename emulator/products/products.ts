import type { Route } from '../rest/route.ts'
import { lookupRoutes } from './lookups.ts'
import { serviceRoutes } from './messaging-services.ts'
import { serviceSenderRoutes } from './messaging-service-senders.ts'
import { pricingRoutes } from './pricing.ts'

/** Twilio's newer products, each under a prefix of its own; patterns are whole paths. */
export const productRoutes: Route[] = [...serviceRoutes, ...serviceSenderRoutes, ...lookupRoutes, ...pricingRoutes]

export function isProductPath(path: string): boolean {
  return /^\/(messaging|lookups|pricing)\/v\d+\//.test(path)
}
