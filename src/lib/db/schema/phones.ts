import { customType, pgTable, text, timestamp } from 'drizzle-orm/pg-core'

const bytea = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

export const browserPhoneAccess = pgTable('browser_phone_access', {
  accountSid: text('account_sid').primaryKey(),
  keySid: text('key_sid'),
  keySecret: bytea('key_secret'),
  applicationSid: text('application_sid'),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull(),
})

export const browserPhones = pgTable('browser_phones', {
  personId: text('person_id').primaryKey(),
  readyUntil: timestamp('ready_until', { withTimezone: true }).notNull(),
})
