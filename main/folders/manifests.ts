/** Names of packages in a manifest. What cannot be read says nothing; none of it is run. */
export const packagesIn = (fileName: string, text: string): string[] => {
  switch (fileName) {
    case 'package.json':
      return keysOf(text, ['dependencies', 'devDependencies', 'peerDependencies']);
    case 'composer.json':
      return keysOf(text, ['require', 'require-dev']);
    case 'requirements.txt':
      return firstOf(text, /^\s*([A-Za-z0-9][\w.-]*)/gm);
    case 'gemfile':
      return firstOf(text, /^\s*gem\s+['"]([^'"]+)['"]/gm);
    case 'go.mod':
      return firstOf(text, /^\s*(?:require\s+)?([\w.-]+\.[a-z]+\/[^\s]+)\s+v/gm);
    case 'pom.xml':
      return firstOf(text, /<artifactId>\s*([^<\s]+)\s*<\/artifactId>/g);
    case 'build.gradle':
    case 'build.gradle.kts':
      return firstOf(text, /['"][\w.-]+:([\w.-]+)(?::[^'"]*)?['"]/g);
    default:
      // TOML: quoted requirements in lists, and keys of tables.
      return [
        ...firstOf(text, /^\s*["']([A-Za-z0-9][\w.-]*)/gm),
        ...firstOf(text, /^\s*([A-Za-z0-9][\w.-]*)\s*=/gm),
        ...firstOf(text, /[[,]\s*["']([A-Za-z0-9][\w.-]*)/g),
      ];
  }
};

const firstOf = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, name]) => name!);

const keysOf = (text: string, fields: readonly string[]): string[] => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return fields.flatMap((field) => {
    const part = (value as Record<string, unknown>)[field];
    return typeof part === 'object' && part !== null ? Object.keys(part) : [];
  });
};
