import type { SaveContactInput } from '@/shared/schemas/contact'

type Field = keyof SaveContactInput | 'firstName' | 'lastName'

/** What columns are called in the files that people have. */
const names: Record<Field, readonly string[]> = {
  phoneNumber: ['phone', 'phone number', 'mobile', 'mobile phone', 'cell', 'cell phone', 'telephone', 'number'],
  name: ['name', 'full name', 'contact', 'candidate', 'candidate name'],
  firstName: ['first name', 'given name', 'firstname'],
  lastName: ['last name', 'family name', 'surname', 'lastname'],
  email: ['email', 'e mail', 'email address'],
  timeZone: ['time zone', 'timezone', 'zone'],
  externalId: ['external id', 'candidate id', 'id', 'eva id'],
  tags: ['tags', 'tag', 'labels'],
  addressRegion: ['state', 'region', 'province'],
  addressPostalCode: ['zip', 'zip code', 'postal code', 'postcode'],
  addressCountry: ['country', 'country code'],
}

const fieldOf: ReadonlyMap<string, Field> = new Map(
  Object.entries(names).flatMap(([field, columns]) =>
    isField(field) ? columns.map((column): [string, Field] => [column, field]) : [],
  ),
)

/** The fields of a row by what its columns are called; blank cells are not given. */
export function contactFields(cells: Readonly<Record<string, string>>): Partial<Record<Field, string>> {
  return Object.fromEntries(
    Object.entries(cells).flatMap(([column, value]) => {
      const field = fieldOf.get(column)
      return field === undefined || value === '' ? [] : [[field, value]]
    }),
  )
}

export function isContactColumn(column: string): boolean {
  return fieldOf.has(column)
}

function isField(text: string): text is Field {
  return Object.hasOwn(names, text)
}
