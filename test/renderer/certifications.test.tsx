import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, it } from 'vitest';
import { fullDate } from '../../renderer/format.ts';
import { baked, credentialJson, jwtOf, pngOf, signers } from '../helpers/badges.ts';
import { freshFile } from '../helpers/data-file.ts';
import { heading, openScreen, region } from '../helpers/screen.tsx';
import { newRequest, type TestCore } from '../helpers/test-core.ts';

// The first visit of a room must not wait for its files to be transformed.
beforeAll(
  () =>
    Promise.all([
      import('../../renderer/certifications/certifications.tsx'),
      import('../../renderer/certifications/certification.tsx'),
      import('../../renderer/certifications/facts.tsx'),
      import('../../renderer/certifications/badge.tsx'),
    ]),
  60_000,
);

const AWS = 'aws-developer-associate';
const GOOGLE = 'google-professional-cloud-developer';
const NAME = 'AWS Certified Developer - Associate';
const inDays = (days: number): string => {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return day.toLocaleDateString('sv');
};
const planned = (core: TestCore, certification = AWS, days = 56): void =>
  void core.call('certifications.plan', {
    request: newRequest(),
    certification,
    plan: {
      status: 'studying',
      exam: { local: inDays(days), zone: 'UTC', later: false },
      online: true,
      place: '',
      hoursPerWeek: 5,
      studyHours: 40,
    },
  });
const practised = (core: TestCore, other: object): unknown =>
  core.call('results.save', {
    request: newRequest(),
    result: null,
    certification: GOOGLE,
    kind: 'practice',
    takenOn: inDays(-20),
    title: '',
    score: 48,
    domains: {},
    outcome: null,
    resultOn: null,
    ...other,
  });
const read = (core: TestCore, certification = AWS) => core.call('certifications.read', { certification });

describe('the list', () => {
  it('has the person’s own first, then what fits the targets, and the retired ones at the end', async () => {
    await openScreen('/certifications', {
      before: (core) => {
        planned(core);
        practised(core, { certification: AWS, score: 57.5 });
        core.call('targets.set', {
          request: newRequest(),
          targets: [{ role: 'database-developer', date: null }],
        });
      },
    });
    await heading('Certifications');
    const sections = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(sections).toEqual(['Yours', 'For your targets', 'All others', 'Retired']);
    const yours = await region('Yours');
    expect(within(yours).getByRole('link', { name: NAME })).toHaveAttribute(
      'href',
      `#/certifications/${AWS}`,
    );
    expect(yours).toHaveTextContent(/not ratedpractice 57\.5\s%, /);
    expect(yours).toHaveTextContent('Studying, 56 days');
    expect(await region('Retired')).toHaveTextContent('AWS Certified Database - Specialty retired');
  });
});

describe('the cockpit', () => {
  it('says of each fact what stands behind it', async () => {
    await openScreen('/certifications/oracle-java-se-25');
    const facts = await region('About the exam');
    expect(facts).toHaveTextContent('Length120 min (official)');
    expect(facts).toHaveTextContent('List pricenot known unverified');
    expect(facts).toHaveTextContent('Checked 20 Nov 2026.');
    expect(await region('Objectives')).toHaveTextContent(
      'The issuer publishes no weights; all parts count the same.',
    );
  });

  it.each([
    ['google-professional-cloud-developer', 'about 36', 'The issuer says “about” these weights.'],
    ['azure-database-administrator', '20–25', 'The issuer publishes ranges; the middle of each counts.'],
    ['aws-cloud-practitioner', 'counts 25', 'The weights were not confirmed; all parts count the same.'],
  ])('shows the weights of %s as what they are', async (id, weight, words) => {
    await openScreen(`/certifications/${id}`);
    const objectives = await region('Objectives');
    expect(objectives).toHaveTextContent(weight);
    expect(objectives).toHaveTextContent(words);
  });

  it('ranks the parts by what they can gain, by keyboard too, and plans anew', async () => {
    const { user, core } = await openScreen(`/certifications/${AWS}`, { before: (used) => planned(used) });
    const objectives = await region('Objectives');
    const order = (): string[] =>
      within(objectives)
        .getAllByRole('rowheader')
        .map((cell) => cell.firstChild!.textContent!);
    expect(order()[0]).toBe('Development with AWS services');
    const group = within(objectives).getByRole('radiogroup', {
      name: 'Confidence in Development with AWS services',
    });
    await user.click(within(group).getByRole('radio', { name: 'Sure' }));
    await waitFor(() => expect(objectives).toHaveTextContent('fill is confidence: 32 of 100'));
    // Nothing moves below the pointer; what has the most to gain is marked at once, and the heading says no more than is so.
    expect(order()[0]).toBe('Development with AWS services');
    const marked = (): (string | null)[] =>
      within(objectives)
        .getAllByRole('row')
        .filter((row) => row.querySelector('[data-strong]'))
        .map((row) => within(row).getByRole('rowheader').firstChild!.textContent);
    expect(marked()).toEqual(['Security']);
    const first = () => within(objectives).getAllByRole('columnheader')[0]!;
    expect(first()).toHaveTextContent('put in order once you leave the table');
    await user.hover(screen.getByRole('heading', { level: 1 }));
    await waitFor(() => expect(order()[0]).toBe('Security'));
    expect(marked()).toEqual(['Security']);
    expect(first()).toHaveTextContent('Objective, most to gain first');
    expect(read(core)).toMatchObject({ readiness: 32, rated: 1 });
    expect(await region('Plan back from the exam')).toHaveTextContent(
      '27.2 h needed, 40 h free until the exam.',
    );
    expect(await region('Plan back from the exam')).toHaveTextContent(
      /Security [\d.]+ h, Deployment [\d.]+ h/,
    );
    expect(screen.getByRole('link', { name: 'Study Security' })).toHaveAttribute(
      'href',
      '#/skills/cloud-iam',
    );
    await user.click(screen.getByRole('button', { name: /^Undo: rate/ }));
    await waitFor(() => expect(read(core).readiness).toBeNull());
  });

  it('cuts every part alike where the time is short, and says what would make all fit', async () => {
    const { core } = await openScreen(`/certifications/${AWS}`, {
      before: (used) => planned(used, AWS, 14),
    });
    const weeks = await region('Plan back from the exam');
    expect(weeks).toHaveTextContent(
      '40 h needed, 10 h free, so 30 h do not fit. Every part keeps about 25 %',
    );
    expect(weeks).toHaveTextContent(
      `All would fit with 20 h a week, or at this pace by ${fullDate(inDays(56))}.`,
    );
    for (const { name } of read(core).objectives) expect(weeks).toHaveTextContent(name);
  });

  it('says that no day is left on the day of the exam', async () => {
    await openScreen(`/certifications/${AWS}`, { before: (used) => planned(used, AWS, 0) });
    expect(await region('Plan back from the exam')).toHaveTextContent(
      'No day is left to study before the exam; 40 h would be needed.',
    );
  });

  it('takes a rating back, which can be undone like any other step', async () => {
    const { user, core } = await openScreen(`/certifications/${AWS}`, { before: (used) => planned(used) });
    const rated = () => read(core).objectives.filter(({ confidence }) => confidence !== null).length;
    const objectives = await region('Objectives');
    const group = within(objectives).getByRole('radiogroup', { name: 'Confidence in Security' });
    expect(within(objectives).queryByRole('button', { name: /^Clear the rating/ })).toBeNull();
    await user.click(within(group).getByRole('radio', { name: 'Fair' }));
    await user.click(await within(objectives).findByRole('button', { name: 'Clear the rating: Security' }));
    await waitFor(() => expect(rated()).toBe(0));
    expect(within(group).queryByRole('radio', { checked: true })).toBeNull();
    expect(within(group).getAllByRole('radio')[0]).toHaveFocus();
    await user.click(await screen.findByRole('button', { name: /^Undo: rate/ }));
    await waitFor(() => expect(rated()).toBe(1));
    await waitFor(() => expect(within(group).getByRole('radio', { name: 'Fair' })).toBeChecked());
  });

  it('is planned in a dialog, which says what is wrong and refuses an hour that is skipped', async () => {
    const { user, core } = await openScreen(`/certifications/${AWS}`);
    await user.click(await screen.findByRole('button', { name: 'Plan it' }));
    const dialog = await screen.findByRole('dialog');
    const field = (name: string | RegExp): HTMLElement => within(dialog).getByLabelText(name);
    await user.selectOptions(field('Where you stand'), 'Booked');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(dialog).toHaveTextContent('A booked exam has a day.');
    await user.type(field('Day of the exam'), '2027-03-28');
    await user.type(field('Time, if you know it'), '02:30');
    await user.clear(field('Time zone of the exam'));
    await user.type(field('Time zone of the exam'), 'Europe/Berlin');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(await screen.findAllByText(/^There is no 02:30 on 2027-03-28 in Europe\/Berlin/)).not.toEqual([]);
    await user.clear(field('Day of the exam'));
    await user.type(field('Day of the exam'), '2027-10-31');
    await user.click(await within(dialog).findByRole('checkbox', { name: /^The second 02:30/ }));
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(read(core).plan).toMatchObject({
      status: 'booked',
      exam: { local: '2027-10-31T02:30', zone: 'Europe/Berlin', later: true },
    });
  });

  it('takes the plan of a retired exam to its successor in one action', async () => {
    const { user, core } = await openScreen('/certifications/microsoft-azure-developer', {
      before: (used) => planned(used, 'microsoft-azure-developer'),
    });
    expect(await screen.findByText(/^This exam is retired since 31 Jul 2026\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Move the plan there' }));
    await heading('Microsoft Certified: Azure AI Cloud Developer Associate');
    expect(read(core, 'microsoft-azure-ai-cloud-developer').plan).toMatchObject({
      status: 'studying',
      hoursPerWeek: 5,
    });
    expect(read(core, 'microsoft-azure-developer').plan!.status).toBe('dropped');
  });

  it('tells the trend of practice, and from when a failed exam may be tried again', async () => {
    const { core } = await openScreen(`/certifications/${GOOGLE}`, {
      before: (used) => {
        practised(used, {});
        practised(used, { takenOn: inDays(-9), score: 71 });
        practised(used, { kind: 'attempt', takenOn: inDays(-2), score: 690, outcome: 'failed' });
      },
    });
    const results = await region('Results');
    expect(results).toHaveTextContent('Practice: 48 % to 71 %');
    const { retakeFrom } = read(core, GOOGLE);
    expect(retakeFrom).toBe(inDays(12));
    expect(results).toHaveTextContent(fullDate(retakeFrom!));
  });

  it('calls the day from which it can be renewed assumed where nobody stated it', async () => {
    const earn = (used: TestCore, certification: string): unknown =>
      used.call('credentials.save', {
        request: newRequest(),
        credential: null,
        certification,
        title: certification,
        issuer: 'Issuer',
        issuedOn: inDays(-10),
        expiresOn: inDays(700),
        number: '',
        url: null,
        skills: [],
      });
    const { core } = await openScreen(`/certifications/${AWS}`, { before: (used) => earn(used, AWS) });
    expect(read(core).facts.renewalOpensDays).toBeNull();
    const credentials = await region('Credentials');
    await within(credentials).findByText(AWS);
    expect(credentials).toHaveTextContent(/renewal from .* assumed: 90 days before/);
    earn(core, GOOGLE);
    const stated = read(core, GOOGLE).facts.renewalOpensDays;
    expect(stated).not.toBeNull();
    location.hash = `/certifications/${GOOGLE}`;
    await heading(/Professional Cloud Developer/);
    const others = await region('Credentials');
    await within(others).findByText(GOOGLE);
    expect(others).toHaveTextContent(`renewal from ${fullDate(inDays(700 - stated!))}`);
    expect(others).not.toHaveTextContent('assumed');
  });

  it('adds a mock result with its parts, and passing brings the credential', async () => {
    const { user, core } = await openScreen(`/certifications/${AWS}`, { before: (used) => planned(used) });
    const results = await region('Results');
    await user.click(within(results).getByRole('button', { name: 'Practice' }));
    let dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    expect(dialog).toHaveTextContent('Enter the score of the whole or of a part.');
    await user.type(within(dialog).getByLabelText('Score in percent'), '64');
    await user.type(within(dialog).getByLabelText('Security'), '40');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await waitFor(() => expect(results).toHaveTextContent('Practice exam'));
    expect(results).toHaveTextContent('64 %');
    const objectives = await region('Objectives');
    expect(objectives).toHaveTextContent('last practice 40');
    const today = fullDate(inDays(0));
    expect(objectives).toHaveTextContent(
      `Your last practice exam, on ${today}, came to 64 %. Rate the parts`,
    );
    const group = within(objectives).getByRole('radiogroup', { name: /Development with AWS services$/ });
    await user.click(within(group).getByRole('radio', { name: 'Sure' }));
    // It stands beside the person's own word, and moves no rating.
    await waitFor(() =>
      expect(objectives).toHaveTextContent(
        `You rate yourself 32 % ready; your last practice exam, on ${today}, came to more: 64 %. It changes no rating`,
      ),
    );
    expect(read(core)).toMatchObject({ readiness: 32, practice: { percent: 64, takenOn: inDays(0) } });
    await user.click(within(results).getByRole('button', { name: 'Attempt' }));
    dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    const credentials = await region('Credentials');
    await within(credentials).findByText(NAME);
    expect(credentials).toHaveTextContent('Valid');
    expect(read(core)).toMatchObject({ plan: { status: 'done' }, credentials: [{ state: 'valid' }] });
  });
});

it('takes an attempt whose outcome is not known yet, whatever day of the result was given before', async () => {
  const { user, core } = await openScreen(`/certifications/${AWS}`, { before: (used) => planned(used) });
  await user.click(within(await region('Results')).getByRole('button', { name: 'Attempt' }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('The result came on'), { target: { value: inDays(-30) } });
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  expect(dialog.getByLabelText('The result came on')).toHaveFocus();
  await user.click(dialog.getByRole('radio', { name: 'Not known yet' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(read(core).results).toMatchObject([{ outcome: null, resultOn: null }]);
});

describe('facts', () => {
  it('are corrected in a form, say that they are yours, and go back to the catalogue', async () => {
    const { user, core } = await openScreen('/certifications/oracle-java-se-25/facts');
    await heading(/^Facts of Oracle/);
    await user.type(screen.getByLabelText('List price'), '245');
    await user.click(screen.getByRole('button', { name: 'Save the facts' }));
    const facts = await region('About the exam');
    await waitFor(() => expect(facts).toHaveTextContent('List price245 US dollars yours'));
    expect(read(core, 'oracle-java-se-25').corrected).toEqual(['costUsd']);
    await user.click(within(facts).getByRole('link', { name: 'Correct' }));
    await user.click(await screen.findByRole('button', { name: 'Back to the catalogue' }));
    await waitFor(() => expect(read(core, 'oracle-java-se-25').corrected).toEqual([]));
  });

  it('of an own certification need a name and an issuer, and take any sum of weights', async () => {
    const { user, core } = await openScreen('/certifications/new');
    await heading('A certification of your own');
    await user.click(screen.getByRole('button', { name: 'Save the facts' }));
    expect(screen.getByText('Give it a name.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('Name'), 'Guild exam');
    await user.type(screen.getByLabelText('Issuer'), 'The guild');
    await user.click(screen.getByRole('button', { name: 'Add a part' }));
    await user.type(screen.getByRole('textbox', { name: 'Part 1' }), 'Theory');
    await user.type(screen.getByLabelText('Weight, or its low end'), '80');
    expect(
      screen.getByText('They add up to 80 %, not 100; they will count in proportion.'),
    ).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save the facts' }));
    await heading('Guild exam');
    const own = core
      .call('certifications.list', {})
      .certifications.find(({ name }) => name === 'Guild exam')!;
    expect(read(core, own.id).objectives).toMatchObject([{ name: 'Theory', low: 80, weight: 100 }]);
  });
});

describe('a badge', () => {
  it('is read, says what was checked and what was not, and becomes a credential', async () => {
    const { user, core } = await openScreen('/certifications/badge', { file: freshFile() });
    await heading('Bring a badge');
    const bytes = pngOf([baked.iTXt(jwtOf(credentialJson(), signers[0]!))]);
    await user.upload(
      screen.getByLabelText('A badge from this computer'),
      new File([new Uint8Array(bytes)], 'sql.png', { type: 'image/png' }),
    );
    const found = await region('SQL für Fortgeschrittene');
    expect(found).toHaveTextContent('Unchanged since it was signed');
    expect(found).toHaveTextContent('Signature: in order.');
    expect(found).toHaveTextContent('Revocation: not checked.');
    await user.click(within(found).getByRole('button', { name: 'Keep it as a credential' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: 'Save' }));
    await within(found).findByText('Kept');
    expect(core.call('credentials.list', {}).credentials).toMatchObject([
      { title: 'SQL für Fortgeschrittene', badge: { verdict: 'verified' }, file: { name: 'sql.png' } },
    ]);
  });

  it('that is none is refused in words', async () => {
    const { user } = await openScreen('/certifications/badge', { file: freshFile() });
    await heading('Bring a badge');
    await user.upload(screen.getByLabelText('A badge from this computer'), new File(['hello'], 'a.json'));
    expect(await screen.findByRole('alert')).toHaveTextContent('This is no badge');
  });
});

describe('Today', () => {
  it('names exams and renewals that lie ahead, and the sidebar counts what is due', async () => {
    await openScreen('/today', {
      before: (core) => {
        planned(core);
        core.call('credentials.save', {
          request: newRequest(),
          credential: null,
          certification: 'cka',
          title: 'CKA',
          issuer: 'CNCF',
          issuedOn: inDays(-600),
          expiresOn: inDays(30),
          number: '',
          url: null,
          skills: [],
        });
      },
    });
    const ahead = await region('Ahead');
    expect(
      within(ahead)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent!.replace(/, \d.*\d{4}/, '')),
    ).toEqual(['CKALast dayin 30 days', `${NAME}Examin 56 days`]);
    expect(
      await screen.findByRole('link', { name: /^Certifications, one date is near/ }),
    ).toBeInTheDocument();
  });
});
