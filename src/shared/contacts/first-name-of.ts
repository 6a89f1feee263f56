/** What a person is called: the first word of their name, without a title; of “Last, First” the part behind the comma. */
export function firstNameOf(name: string): string | undefined {
  const ordered = name.includes(',') ? name.split(',').toReversed().join(' ') : name
  return ordered
    .trim()
    .split(/\s+/)
    .find((word) => word !== '' && !titles.has(word.toLowerCase().replace(/\.$/, '')))
}

const titles = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'prof', 'herr', 'frau'])
