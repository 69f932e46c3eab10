import type { StagedLook } from './look-at-folder.ts';

type Left = StagedLook['left'];

/** In words, what a look did not see, and what the history does not tell. */
export const remarksOn = ({ bare, history, left }: StagedLook): string[] => [
  ...(bare ? ['This is a bare repository: the names are those of its last commit.'] : []),
  ...(said[history.state] ?? []),
  ...leftOut(left),
];

const said: Partial<Record<StagedLook['history']['state'], readonly string[]>> = {
  shallow: [
    'Only the newest part of the history is here, so the first commit and their number are not known.',
  ],
  empty: ['There is a repository, but no commit in it yet.'],
  none: ['There is no Git history in this folder.'],
  linked: ['The history lies elsewhere behind a link, which is not followed.'],
  broken: ['The Git history could not be read; it may be damaged.'],
  'no-git': ['Git is not installed on this computer, so the history was not looked at.'],
  slow: ['The history is too long to be counted in a few seconds.'],
};

const leftOut = ({ stoppedBy, tooDeep, links, unreadable }: Left): string[] => [
  ...(stoppedBy === 'count' ? ['The folder holds very much; the rest was not looked at.'] : []),
  ...(stoppedBy === 'time' ? ['The look was ended after a few seconds; the rest was not looked at.'] : []),
  ...(tooDeep > 0
    ? [
        several(
          tooDeep,
          'One folder lies too deep and was left out.',
          'folders lie too deep and were left out.',
        ),
      ]
    : []),
  ...(links > 0 ? [several(links, 'One link was not followed.', 'links were not followed.')] : []),
  ...(unreadable
    ? [
        several(
          unreadable.count,
          `${unreadable.example} could not be read.`,
          `folders or files could not be read, such as ${unreadable.example}.`,
        ),
      ]
    : []),
];

const several = (count: number, one: string, others: string): string =>
  count === 1 ? one : `${count} ${others}`;
