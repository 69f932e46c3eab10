/** A path as it was typed or pasted: file managers copy it in quotes. */
export const plainPath = (typed: string): string => typed.trim().replace(/^(["'])(.*)\1$/, '$2');
