import { checkCertifications } from './check-certifications.ts';
import { checkAnswers, checkExamples, checkOutcomes } from './check-chooser.ts';
import { checkIds, checkTopicIds } from './check-ids.ts';
import {
  checkEntries,
  checkLadderOfLevels,
  checkPairs,
  checkReachable,
  checkWeights,
} from './check-levels.ts';
import { checkPrerequisites } from './check-prerequisites.ts';
import { checkReferences, checkSuggestions } from './check-references.ts';
import type { Catalogue } from './schema.ts';

const RULES: readonly ((catalogue: Catalogue) => string[])[] = [
  checkIds,
  checkTopicIds,
  checkReferences,
  checkSuggestions,
  checkPrerequisites,
  checkLadderOfLevels,
  checkReachable,
  checkEntries,
  checkWeights,
  checkPairs,
  checkCertifications,
  checkAnswers,
  checkOutcomes,
  checkExamples,
];

/** Everything that is wrong between the items of a catalogue, each fault in words with its place; empty if nothing is. */
export const checkCatalogue = (catalogue: Catalogue): string[] => RULES.flatMap((rule) => rule(catalogue));
