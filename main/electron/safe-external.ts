const MAX_LENGTH = 2048;
const MAIL_FIELDS = new Set(['subject', 'body', 'cc', 'bcc']);
// Characters that a command line or a mail program may read as more than a part of the address.
const RISKY = /[^!-~]|["'<>\\`]/;

const isSafe = (url: URL): boolean => {
  switch (url.protocol) {
    case 'https:':
    case 'http:':
      return url.username === '' && url.password === '';
    case 'mailto:':
      // Some mail programs attach local files where the link asks for it; not all of them know fragments.
      return (
        url.hash === '' && [...url.searchParams.keys()].every((field) => MAIL_FIELDS.has(field.toLowerCase()))
      );
    default:
      return false;
  }
};

/** The address that may be handed to the system, written out by the URL parser; null for every other text. */
export const safeExternal = (raw: string): string | null => {
  if (raw.length > MAX_LENGTH) return null;
  const url = URL.parse(raw);
  if (url === null || !isSafe(url)) return null;
  // Apostrophes are common in titles, and the parser leaves them as they are.
  const address = url.href.replaceAll("'", '%27');
  return address.length <= MAX_LENGTH && !RISKY.test(address) ? address : null;
};
