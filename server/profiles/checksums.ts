/** ISO 13616: country, two check digits, at most 30 signs, and the whole modulo 97 is 1. Blanks are allowed. */
export function isIban(text: string): boolean {
  const plain = text.replaceAll(" ", "").toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(plain)) return false;
  let remainder = 0;
  for (const sign of plain.slice(4) + plain.slice(0, 4)) {
    const digits = sign >= "A" ? String(sign.charCodeAt(0) - 55) : sign;
    for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97;
  }
  return remainder === 1;
}

/** A payment card: 13 to 19 digits that begin as one of the large schemes do, with a true check digit (Luhn). */
export function isCardNumber(text: string): boolean {
  const digits = text.replace(/[ -]/g, "");
  if (!/^\d{13,19}$/.test(digits)) return false;
  const scheme = cardSchemes.find((known) => known.begins.test(digits));
  return scheme?.lengths.includes(digits.length) === true && passesLuhn(digits);
}

const cardSchemes = [
  { begins: /^4/, lengths: [13, 16, 19] },
  { begins: /^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, lengths: [16] },
  { begins: /^3[47]/, lengths: [15] },
  { begins: /^3(0[0-5]|[68])/, lengths: [14] },
  { begins: /^(6011|65|64[4-9])/, lengths: [16, 19] },
  { begins: /^35(2[89]|[3-8])/, lengths: [16] },
  { begins: /^(50|5[6-9]|6)/, lengths: [13, 14, 15, 16, 17, 18, 19] },
];

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = digit * 2;
    sum += place % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
