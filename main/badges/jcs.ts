/** Deeper than any badge. */
const DEEPEST = 100;

/**
 * A JSON value in the one form of RFC 8785: names in the order of their UTF-16 units, no white space, numbers as ECMAScript
 * writes them. Null for what has no such form: halves of characters, and numbers that were read inexactly.
 */
export const canonical = (value: unknown, depth = 0): string | null => {
  if (depth > DEEPEST) return null;
  if (typeof value === 'string') return value.isWellFormed() ? JSON.stringify(value) : null;
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? JSON.stringify(value) : null;
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) {
    const parts = value.map((item) => canonical(item, depth + 1));
    return parts.includes(null) ? null : `[${parts.join(',')}]`;
  }
  const parts = Object.entries(value as object)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, item]) => {
      const [key, text] = [canonical(name), canonical(item, depth + 1)];
      return key === null || text === null ? null : `${key}:${text}`;
    });
  return parts.includes(null) ? null : `{${parts.join(',')}}`;
};
