/** The sentences of a code in every circumstance on which they depend, and what of them somebody else's words could make active. */
import { CODE_NAMES, CODES, type Code, type LackCode } from '../../src/domain/hub/codes';
import { OPERATION_NAMES } from '../../src/domain/hub/operations';
import { markdownText, plainText, type Text } from '../../src/domain/text/parts';
import type { Verdict } from '../../src/domain/report/verdict';
import { explainVerdict } from '../../src/report/messages';
import { caseOf, speakerWith, TOKEN } from './fixture';

const LACKS = CODE_NAMES.filter((name): name is LackCode => CODES[name].lack === true);

/** Every circumstance on which a sentence depends, each with names that others choose. */
export function variantsOf(code: Code, said: string) {
  const { requirement, verdict, ciContext } = caseOf(code);
  const names = { org: said, roleInOrg: said, permission: said, failure: said };
  const details: readonly Verdict['detail'][] = [
    verdict.detail,
    names,
    { ...names, tokenType: 'oauth', outsideScope: true, fault: 'proxy' },
    { ...names, tokenType: 'oidc', foundAs: 'space', fault: 'certificate' },
    {
      ...names,
      gated: true,
      also: LACKS.map((lack) => ({ code: lack, detail: { ...names, permission: 'repo.write' } })),
    },
  ];
  const tokens = [
    { ...TOKEN, name: said, account: said, expiresAt: said },
    { state: 'missing', reason: 'empty' } as const,
    { state: 'missing', reason: 'dependabot' } as const,
  ];
  return details.flatMap((detail) =>
    tokens.flatMap((token) =>
      OPERATION_NAMES.map((operation) => {
        const repo = { ...requirement.repo, revision: said };
        return explainVerdict({
          requirement: { ...requirement, repo, operation, ignoredRevision: said },
          verdict: { ...verdict, detail, movedTo: said },
          run: speakerWith({ token, ciContext, requirements: [requirement], whoami: said, needsSeconds: 960 }),
        });
      }),
    ),
  );
}

/** Sentences that are more than one line, or that Markdown, HTML or a runner would act on. */
export function activeTexts(code: Code, said: string): string[] {
  const texts = variantsOf(code, said).flatMap(({ message, remedy }): Text[] => [message, remedy?.text ?? []]);
  const outside = texts.map((one) => markdownText(one).replace(/`[^`]+`/g, ''));
  return [
    ...outside.filter((one) => !/^[A-Za-z0-9 '"().,;:?>-]*$/.test(one)),
    ...texts.map(plainText).filter((one) => /[\p{C}\n\r]|::|##\[/u.test(one)),
  ];
}
