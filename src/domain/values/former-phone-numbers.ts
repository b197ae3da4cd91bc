// When a plan changes, channels and address books keep the former writing: WhatsApp goes on sending it for older accounts. No
// present number of these plans has the former length, so it can mean nothing else.
const FORMER_WRITINGS: [former: RegExp, present: string][] = [
  // Mexico dropped the 1 behind +52 in 2019.
  [/^\+521(\d{10})$/, '+52$1'],
  // Ivory Coast, 31 January 2021: two digits for the operator go in front. The third digit tells it for landlines (0 MTN, 8 Moov
  // in Abidjan, else Orange), the second for mobiles (0-3 Moov, 4-6 MTN, 7-9 Orange).
  [/^\+225(2\d8\d{5})$/, '+22521$1'],
  [/^\+225([23]\d0\d{5})$/, '+22525$1'],
  [/^\+225([23]\d{7})$/, '+22527$1'],
  [/^\+225((?!00)[04-9][0-3]\d{6})$/, '+22501$1'],
  [/^\+225([04-9][4-6]\d{6})$/, '+22505$1'],
  [/^\+225([04-9][7-9]\d{6})$/, '+22507$1'],
  // Benin, 30 November 2024: 01 goes in front. No former number began with 0 or 1; those are new numbers without two of their
  // digits.
  [/^\+229([2-9]\d{7})$/, '+22901$1'],
];

/** Turns an E.164 number of one of these plans into today's writing; returns any other number unchanged. */
export function inPresentWriting(number: string): string {
  if (!/^\+(?:521|225|229)/.test(number)) return number;
  const found = FORMER_WRITINGS.find(([former]) => former.test(number));
  return found ? number.replace(...found) : number;
}
