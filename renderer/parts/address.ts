const OPENED = /^(?:https?|mailto):/i;

/** Whether an address is one that may be kept: https, http or mailto. */
const isAddress = (typed: string): boolean => OPENED.test(typed.trim()) && URL.canParse(typed.trim());

/** An address that was typed without its beginning, as people do: `example.org/page`. Anything else stays as it is. */
export const withScheme = (typed: string): string => {
  const text = typed.trim();
  const isBare = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(text) && !text.includes('@');
  return isBare && URL.canParse(`https://${text}`) ? `https://${text}` : typed;
};

/** What is kept of a typed address: null for an empty field, undefined for what is no address. */
export const keptAddress = (typed: string): string | null | undefined => {
  const address = withScheme(typed).trim();
  if (address === '') return null;
  return isAddress(address) ? address : undefined;
};
