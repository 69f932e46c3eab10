import type { CredentialInput } from '../../shared/model/credential.ts';
import type { Level } from '../../shared/values.ts';
import { keptAddress } from '../parts/address.ts';

/** A credential as it stands in a form: dates may be empty, and skills have their names. */
export type CredentialDraft = Omit<CredentialInput, 'expiresOn' | 'url' | 'skills'> & {
  readonly expiresOn: string;
  readonly url: string;
  readonly skills: readonly { readonly skill: string; readonly name: string; readonly level: Level }[];
};

export type CredentialFaults = Readonly<Record<'title' | 'issuedOn' | 'expiresOn' | 'url', boolean>>;

export const faultsOf = (draft: CredentialDraft, today: string): CredentialFaults => ({
  title: draft.title.trim() === '',
  issuedOn: draft.issuedOn === '' || draft.issuedOn > today,
  expiresOn: draft.expiresOn !== '' && draft.expiresOn < draft.issuedOn,
  url: keptAddress(draft.url) === undefined,
});

/** As the core takes it. */
export const inputOf = (draft: CredentialDraft): CredentialInput => ({
  ...draft,
  title: draft.title.trim(),
  issuer: draft.issuer.trim(),
  number: draft.number.trim(),
  expiresOn: draft.expiresOn === '' ? null : draft.expiresOn,
  url: keptAddress(draft.url) ?? null,
  skills: draft.skills.map(({ skill, level }) => ({ skill, level })),
});
