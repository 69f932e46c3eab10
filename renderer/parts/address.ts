const OPENED = /^(?:https?|mailto):/i;

/** An address that was typed without its beginning, as people do: `example.org/page`. Anything else stays as it is. */
export const withScheme = (typed: string): string => {
  const text = typed.trim();
  const isBare = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(text) && !text.includes('@');
  return isBare && URL.canParse(`https://${text}`) ? `https://${text}` : typed;
};

/** Why a typed text is no address that may be kept (https, http or mailto, without a space in it); null where it is one. */
export const faultOfAddress = (typed: string): 'spaces' | 'wrong' | null => {
  const address = withScheme(typed).trim();
  if (address === '') return null;
  if (!OPENED.test(address)) return 'wrong';
  if (/\s/u.test(address)) return 'spaces';
  return URL.canParse(address) ? null : 'wrong';
};

/** What is kept of a typed address: null for an empty field, undefined for what is no address. */
export const keptAddress = (typed: string): string | null | undefined => {
  if (faultOfAddress(typed) !== null) return undefined;
  const address = withScheme(typed).trim();
  return address === '' ? null : address;
};
