/** Something that was used: its narrowest category, how often, how much of its unit, US dollars. */
export type Charge = { at: number; category: string; count: number; usage: number; price: number }
