/** What is rung: a number, or `client:` and a person's id for their browser. `personId`: whose it is, if it is a person's. */
export type Destination = { to: string; personId: string | null }
