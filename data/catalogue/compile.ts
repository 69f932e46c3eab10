import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { z } from 'zod';
import { checkCatalogue } from './check.ts';
import { type Catalogue, catalogueFiles } from './schema.ts';

/** `hash` is the SHA-256 of `json` in hex. */
export type CompiledCatalogue = { readonly hash: string; readonly json: string };

const refuse = (faults: readonly string[]): never => {
  throw new Error(
    `Faults in the catalogue: ${faults.length}\n${faults.map((fault) => `- ${fault}`).join('\n')}`,
  );
};

const readYaml = (folder: string, name: string, faults: string[]): unknown => {
  const document = parseDocument(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  faults.push(...[...document.errors, ...document.warnings].map(({ message }) => `${name}.yaml: ${message}`));
  return document.errors.length > 0 ? undefined : document.toJS();
};

const wordIssue = ({ path: [name, ...path], message }: z.core.$ZodIssue): string =>
  `${String(name)}.yaml: ${path.length > 0 ? path.map(String).join('.') : 'file'}: ${message}`;

/** The content of a file without the two lines that every file begins with. */
const contentOf = <File extends { version: number; compiledOn: string }>(
  file: File,
): Omit<File, 'version' | 'compiledOn'> => {
  const { version: _version, compiledOn: _compiledOn, ...content } = file;
  return content;
};

/** Reads and parses the six YAML files of a folder; what is wrong between the items is left to `checkCatalogue`. */
export const parseCatalogue = (folder: string): Catalogue => {
  const faults: string[] = [];
  const names = Object.keys(catalogueFiles.shape);
  const source = Object.fromEntries(names.map((name) => [name, readYaml(folder, name, faults)]));
  if (faults.length > 0) return refuse(faults);

  const parsed = catalogueFiles.safeParse(source);
  if (!parsed.success) return refuse(parsed.error.issues.map(wordIssue));
  const { skills, roles, certifications, projects, chooser, reference } = parsed.data;

  const other = Object.entries(parsed.data).filter(([, file]) => file.compiledOn !== skills.compiledOn);
  if (other.length > 0) {
    return refuse(
      other.map(([name, file]) => `${name}.yaml: compiledOn: ${file.compiledOn} is not ${skills.compiledOn}`),
    );
  }
  return {
    compiledOn: skills.compiledOn,
    skills: contentOf(skills),
    roles: contentOf(roles),
    certifications: contentOf(certifications),
    projects: contentOf(projects),
    chooser: contentOf(chooser),
    reference: contentOf(reference),
  };
};

/** Compiles the YAML files of a folder; the same files give the same bytes. Throws one Error that lists every fault. */
export const compileCatalogue = (folder: string): CompiledCatalogue => {
  const catalogue = parseCatalogue(folder);
  const faults = checkCatalogue(catalogue);
  if (faults.length > 0) refuse(faults);
  const json = JSON.stringify(catalogue);
  return { hash: createHash('sha256').update(json).digest('hex'), json };
};

/** Writes `catalogue.json` and `catalogue.hash` into `to`; the hash last, so that it never names a missing file. */
export const writeCatalogue = (from: string, to: string): void => {
  const { hash, json } = compileCatalogue(from);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'catalogue.json'), json);
  writeFileSync(join(to, 'catalogue.hash'), hash);
};
