// Plans that were lengthened keep their former writing in channels and address books: WhatsApp goes on sending it for accounts
// from before. No present number of these plans has the former length, so it can mean nothing else.
const FORMER_WRITINGS: [former: RegExp, present: string][] = [
  // Mexico dropped the 1 behind +52 in 2019.
  [/^\+521(\d{10})$/, '+52$1'],
  // Ivory Coast, 31 January 2021: the operator's digits in front. Landlines tell it by their third digit (0 MTN, 8 Moov in
  // Abidjan, else Orange), mobiles by their second (0-3 Moov, 4-6 MTN, 7-9 Orange).
  [/^\+225(2\d8\d{5})$/, '+22521$1'],
  [/^\+225([23]\d0\d{5})$/, '+22525$1'],
  [/^\+225([23]\d{7})$/, '+22527$1'],
  [/^\+225((?!00)[04-9][0-3]\d{6})$/, '+22501$1'],
  [/^\+225([04-9][4-6]\d{6})$/, '+22505$1'],
  [/^\+225([04-9][7-9]\d{6})$/, '+22507$1'],
  // Benin, 30 November 2024. None began with 0 or 1: those are new numbers with two digits missing.
  [/^\+229([2-9]\d{7})$/, '+22901$1'],
];

/** E.164 in the writing that the plan has today; a number of any other plan as it is. */
export function inPresentWriting(number: string): string {
  if (!/^\+(?:521|225|229)/.test(number)) return number;
  const found = FORMER_WRITINGS.find(([former]) => former.test(number));
  return found ? number.replace(...found) : number;
}
