import { asc } from 'drizzle-orm'
import type { Database } from '@/lib/db/client'
import { smsKeywords } from '@/lib/db/schema/keywords'
import type { KeywordRow } from './to-keyword'

/** More rules than anybody can keep in mind. */
export const mostKeywords = 500

/** All rules in the order they are asked (sms_keywords_order). */
export function readRules(from: Pick<Database, 'drizzle'>): Promise<KeywordRow[]> {
  return from.drizzle
    .select()
    .from(smsKeywords)
    .orderBy(asc(smsKeywords.position), asc(smsKeywords.id))
    .limit(mostKeywords)
}
