/** The report as JSON. */
import type { Exchange } from '../domain/evidence';
import type { Report } from '../domain/report';
import { plain } from './escape';

/** The report, pretty-printed. The Hub's words in it have passed the escaper, as JSON lands in logs too. */
export function renderJson(report: Report): string {
  const checks = report.checks.map((check) => ({ ...check, evidence: check.evidence.map(safe) }));
  const { name, account } = report.token;
  const token = {
    ...report.token,
    ...(name === undefined ? {} : { name: plain(name) }),
    ...(account === undefined ? {} : { account: plain(account) }),
  };
  return `${JSON.stringify({ ...report, token, checks }, undefined, 2)}\n`;
}

function safe({ status, errorCode, errorMessage, requestId }: Exchange): Exchange {
  return {
    status,
    ...(errorCode === undefined ? {} : { errorCode: plain(errorCode) }),
    ...(errorMessage === undefined ? {} : { errorMessage: plain(errorMessage) }),
    ...(requestId === undefined ? {} : { requestId: plain(requestId) }),
  };
}
