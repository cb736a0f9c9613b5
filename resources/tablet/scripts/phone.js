// Telephone numbers as people in Cameroon say them: nine digits that begin with 6 (mobile) or 2 (fixed), with or without 237;
// others with + and their country.
const ours = /^(?:\+?237|00237)?([26]\d{8})$/;
const foreign = /^(?:\+|00)([1-9]\d{7,14})$/;

// E.164, or null where the number cannot be one.
export function toE164(typed) {
  const digits = typed.replace(/[\s.\-()/]/g, '');
  const home = ours.exec(digits);
  if (home) return `+237${home[1]}`;
  const abroad = foreign.exec(digits);
  return abroad && !abroad[1].startsWith('237') ? `+${abroad[1]}` : null;
}

// 6 99 12 34 56
export function grouped(typed) {
  const digits = typed.replace(/[^\d+]/g, '').slice(0, 16);
  return /^[26]\d*$/.test(digits) && digits.length <= 9
    ? digits.replace(/^(\d)(\d{1,2})?(\d{1,2})?(\d{1,2})?(\d{1,2})?.*$/, (_, ...parts) => parts.slice(0, 5).filter(Boolean).join(' '))
    : digits;
}
