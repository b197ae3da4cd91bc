// Made by `npm run letters`; see src/commands/letters.ts. Not to be edited.
// Latin: CLDR's transform Latin-ASCII, as the unaccent of PostgreSQL 18.4.0 carries it.
// Arabic: CLDR 48.0, letters that its Persian collation tells apart by no more than an accent.
// Quotation marks: Unicode 17.0, property Quotation_Mark, and what Latin-ASCII writes as a quotation mark.

/** Lower-case letters, each before the one or two that it is compared as. */
export const LETTERS = `
ßss æae ðd øo þth đd ħh ıi ĸq łl ŋn œoe ŧt ƀb ƃb ƈc ƌd ƒf ƕhv ƙk ƚl ƞn ƣoi ƥp ƫt ƭt ƴy ƶz ǥg ȡd ȥz ȴl ȵn ȶt ȷj ȸdb ȹqp
ȼc ȿs ɀz ɇe ɉj ɋq ɍr ɏy ɓb ɕc ɖd ɗd ɛe ɟj ɠg ɡg ɢg ɦh ɧh ɨi ɪi ɫl ɬl ɭl ɱm ɲn ɳn ɴn ɶoe ɼr ɽr ɾr ʀr ʂs ʈt ʉu ʋv ʏy ʐz ʑz
ʙb ʛg ʜh ʝj ʟl ʠq ʣdz ʥdz ʦts ʪls ʫlz ᴀa ᴁae ᴃb ᴄc ᴅd ᴆd ᴇe ᴊj ᴋk ᴌl ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ᵫue ᵬb ᵭd ᵮf ᵯm ᵰn ᵱp ᵲr ᵳr
ᵴs ᵵt ᵶz ᵺth ᵻi ᵽp ᵾu ᶀb ᶁd ᶂf ᶃg ᶄk ᶅl ᶆm ᶇn ᶈp ᶉr ᶊs ᶌv ᶍx ᶎz ᶏa ᶑd ᶒe ᶓe ᶖi ᶙu ẜs ẝs ỻll ỽv ỿy ⱡl ⱥa ⱦt ⱨh ⱪk ⱬz ⱱv
ⱳw ⱴv ⱸe ⱺo ꜰf ꜱs ꜳaa ꜵao ꜷau ꜹav ꜻav ꜽay ꝁk ꝃk ꝅk ꝇl ꝉl ꝋo ꝍo ꝏoo ꝑp ꝓp ꝕp ꝗq ꝙq ꝟv ꝡvy ꝥth ꝧth ꝱd ꝲl ꝳm ꝴn ꝵr ꝶr ꝷt ꝺd
ꝼf ꞇt ꞑn ꞓc ꞔc ꞕh ꞡg ꞣk ꞥn ꞧr ꞩs ىي ةه ٱا کك ڪك یي ھه ہه ۃه ەه
`;

/** Apostrophes and quotation marks. */
export const QUOTATION_MARKS = `
" ' « » ʹ ʺ ʻ ʼ ʽ ˈ ‘ ’ ‚ ‛ “ ” „ ‟ ′ ″ ‹ › ⹂ 「 」 『 』 〝 〞 〟 ﹁ ﹂ ﹃ ﹄ ＂ ＇ ｢ ｣ \` ´ ʾ ʿ ˊ ˋ ˮ ˴ ˶ ΄ ᾽ ᾿ ῾ ՚ ՝ ׳ ״ ߴ ߵ ‵ ‶ Ꞌ
ꞌ
`;
