const OPENED = /^(?:https?|mailto):/i;

/** Whether an address is one that may be kept: https, http or mailto. */
export const isAddress = (typed: string): boolean => OPENED.test(typed.trim()) && URL.canParse(typed.trim());

/** An address that was typed without its beginning, as people do: `example.org/page`. Anything else stays as it is. */
export const withScheme = (typed: string): string => {
  const text = typed.trim();
  const isBare = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?:[/?#:]|$)/u.test(text) && !text.includes('@');
  return isBare && URL.canParse(`https://${text}`) ? `https://${text}` : typed;
};
