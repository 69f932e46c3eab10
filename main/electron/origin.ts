export const SCHEME = 'app';
export const HOST = 'groundwork';
export const ORIGIN = `${SCHEME}://${HOST}`;
export const START_URL = `${ORIGIN}/index.html`;

/**
 * Whether a URL belongs to the app. Parts of the parsed URL are compared, never a prefix of the text; Node calls the
 * origin of every scheme that it does not know `null`, so `origin` is of no use here.
 */
export const isOwnUrl = (raw: string): boolean => {
  const url = URL.parse(raw);
  return url?.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
};
