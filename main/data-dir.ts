import envPaths from 'env-paths';

/** The platform's usual folder for the person's data, the same for both hosts. It need not exist yet. */
export const defaultDataDir = (): string => envPaths('Groundwork', { suffix: '' }).data;
