/** First three digits of American ZIP codes by state: 'from-to state', both ends included; a later line wins. */
const zipRanges = `
005-005 NY|010-027 MA|028-029 RI|030-038 NH|039-049 ME|050-059 VT|055-055 MA|060-069 CT|070-089 NJ|100-149 NY|150-196 PA|197-199 DE
200-205 DC|201-201 VA|206-219 MD|220-246 VA|247-268 WV|270-289 NC|290-299 SC|300-319 GA|320-349 FL|350-369 AL|370-385 TN|386-397 MS
398-399 GA|400-427 KY|430-459 OH|460-479 IN|480-499 MI|500-528 IA|530-549 WI|550-567 MN|570-577 SD|580-588 ND|590-599 MT|600-629 IL
630-658 MO|660-679 KS|680-693 NE|700-714 LA|716-729 AR|730-749 OK|733-733 TX|750-799 TX|800-816 CO|820-831 WY|832-838 ID|840-847 UT
850-865 AZ|870-884 NM|885-885 TX|889-898 NV|900-961 CA|967-968 HI|970-979 OR|980-994 WA|995-999 AK`

/** Parts of a state cut by a time zone of which the ZIP code says on which side they lie. */
const zipTimeZones: Record<string, readonly string[]> = {
  ...each(
    '320 321 322 323 326 327 328 329 330 331 332 333 334 335 336 337 338 339 341 342 344 346 347 349',
    'America/New_York',
  ),
  ...each('325 370 371 372 380 381 382 383 384 420 421 422 423 424 463 464 476 477', 'America/Chicago'),
  ...each(
    '376 377 378 379 400 401 402 403 404 405 406 407 408 409 410 411 412 413 414 415 416 417 418',
    'America/New_York',
  ),
  ...each(
    '460 461 462 467 468 469 473 480 481 482 483 484 485 486 487 488 489 490 491 492 493 494',
    'America/New_York',
  ),
  ...each('570 571 572 573 574 580 581 582 583 584 588 660 661 662 664 665 666 667 668 670 671 672', 'America/Chicago'),
  ...each('680 681 683 684 685 686 687 688 689 750 751 752 753 754 755 756 757 758 759 760 761 762', 'America/Chicago'),
  ...each('763 764 765 766 767 768 769 770 772 773 774 775 776 777 778 779 780 781 782 783 784 785', 'America/Chicago'),
  ...each('786 787 788 789 790 791 792 793 794 795 796', 'America/Chicago'),
  ...each('577 693 798 799 885', 'America/Denver'),
  ...each('838 970 971 972 973 974 975 976 977 890 891 894 895 897', 'America/Los_Angeles'),
  ...each('832 833 834 836 837', 'America/Boise'),
  ...each('850 852 853 855 856 857', 'America/Phoenix'),
}

const provinces: Record<string, string> = {
  A: 'NL',
  B: 'NS',
  C: 'PE',
  E: 'NB',
  G: 'QC',
  H: 'QC',
  J: 'QC',
  K: 'ON',
  L: 'ON',
  M: 'ON',
  N: 'ON',
  P: 'ON',
  R: 'MB',
  S: 'SK',
  T: 'AB',
  V: 'BC',
  X: 'NU',
  Y: 'YT',
}

const stateOfZip = new Map<string, string>()
for (const range of zipRanges.trim().split(/[|\n]/)) {
  const [from = '', to = '', state = ''] = range.split(/[- ]/)
  for (let zip = Number(from); zip <= Number(to); zip += 1) stateOfZip.set(String(zip).padStart(3, '0'), state)
}

/** The region of a postal code of the USA or Canada, such as US-TX, and its time zones where it says more than the region does. */
export function regionOfPostalCode(country: string, postalCode: string) {
  const code = postalCode.trim().toUpperCase()
  if (country === 'CA' && /^[A-Z]\d/.test(code)) {
    const province = provinces[code.slice(0, 1)]
    return province === undefined ? null : { region: `CA-${province}`, timeZones: null }
  }
  if (country !== 'US' || !/^\d{5}/.test(code)) return null
  const state = stateOfZip.get(code.slice(0, 3))
  return state === undefined ? null : { region: `US-${state}`, timeZones: zipTimeZones[code.slice(0, 3)] ?? null }
}

function each(zips: string, timeZone: string): Record<string, readonly string[]> {
  return Object.fromEntries(zips.split(' ').map((zip) => [zip, [timeZone]]))
}
