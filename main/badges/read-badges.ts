import { readFileSync } from 'node:fs';
import type { Badge } from '../../shared/model/badge.ts';
import { AppError } from '../../shared/reply.ts';
import type { JobContext } from '../jobs/job.ts';
import { isPng, textsOfPng } from './png.ts';
import { judgeBadge } from './judge.ts';
import { textsOfSvg } from './svg.ts';

export type FoundBadge = {
  readonly badge: Badge;
  /** The badge as it stood in the file: JSON, or a JWT. */
  readonly source: string;
};

export type ReadBadges = {
  /** Where the file lies, until it is swept. */
  readonly path: string;
  readonly fileName: string;
  readonly found: readonly FoundBadge[];
  /** What looked like a badge and could not be read, each in words. */
  readonly skipped: readonly string[];
};

/** Texts that may be badges, and in words what could not be read. */
export type BadgeTexts = { readonly texts: readonly string[]; readonly skipped: readonly string[] };

/** Longer texts are no badges. */
export const MAX_BADGE = 1024 * 1024;

/** Looks for Open Badges in a file that was handed over. Throws `invalid`, in words, where there is none. */
export const readBadgeFile = (
  { path, fileName, now }: { readonly path: string; readonly fileName: string; readonly now: number },
  { report }: JobContext,
): ReadBadges => {
  report(0, 1);
  return { path, fileName, ...readBadges(readFileSync(path), now) };
};

/**
 * Every badge of a file: JSON, a JWT, or an image with badges baked in. Nothing in it is run, no address in it is opened.
 * `now` is UTC milliseconds.
 */
export const readBadges = (bytes: Uint8Array, now: number): Pick<ReadBadges, 'found' | 'skipped'> => {
  const { texts, skipped } = textsOf(bytes);
  const faults = [...skipped];
  const found = texts.flatMap((text): FoundBadge[] => {
    const judged = judgeBadge(text, now);
    if (typeof judged !== 'string') return [{ badge: judged, source: text.trim() }];
    faults.push(judged);
    return [];
  });
  if (found.length === 0) throw new AppError('invalid', faults[0] ?? 'There is no badge in this file.');
  return { found, skipped: faults };
};

const textsOf = (bytes: Uint8Array): BadgeTexts => {
  if (isPng(bytes)) {
    const found = textsOfPng(bytes);
    if (found.texts.length === 0 && found.skipped.length === 0)
      throw new AppError(
        'invalid',
        'This picture has no badge baked into it. Download the badge itself from where you earned it.',
      );
    return found;
  }
  if (bytes.length > MAX_BADGE * 4)
    throw new AppError(
      'invalid',
      'This file is too large to be a badge: it is no PNG, and a badge as text has at most 4 MB.',
    );
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).trim();
  } catch {
    throw new AppError(
      'invalid',
      'This is no badge: it is neither text nor a PNG picture. Badges come as JSON, JWT, PNG or SVG.',
    );
  }
  if (text.startsWith('<')) return textsOfSvg(text);
  return { texts: [text], skipped: [] };
};
