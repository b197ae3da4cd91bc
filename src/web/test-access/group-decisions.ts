import type { Decision, EnvironmentDecision, Reading } from './test-access-documents.ts';

/** What is decided in one environment: once where all readings agree, else once for each answer, with those that lead to it. */
export type EnvironmentAnswers = {
  environment: EnvironmentDecision['environment'];
  answers: { decision: Decision; readings: Reading[] }[];
};

export function groupDecisions(decisions: EnvironmentDecision[]): EnvironmentAnswers[] {
  const byEnvironment = Map.groupBy(decisions, ({ environment }) => environment.id);
  return Array.from(byEnvironment.values(), (each) => {
    const byAnswer = Map.groupBy(each, ({ decision: { reason, matchedBy, user } }) =>
      [reason, matchedBy, user?.id].join(' '),
    );
    const answers = Array.from(byAnswer.values(), (alike) => ({
      decision: (alike[0] as EnvironmentDecision).decision,
      readings: alike.map(({ sender }) => sender),
    }));
    return { environment: (each[0] as EnvironmentDecision).environment, answers };
  });
}

/** The readings by which somebody is known, if any, and those that lead to nobody anywhere. */
export function splitReadings(decisions: EnvironmentDecision[]): { told: EnvironmentDecision[]; nobodys: Reading[] } {
  const known = new Set(decisions.flatMap(({ sender, decision }) => (isOfNobody(decision) ? [] : textOf(sender))));
  if (known.size === 0) return { told: decisions, nobodys: [] };
  const others = decisions.filter(({ sender }) => !known.has(textOf(sender)));
  return {
    told: decisions.filter(({ sender }) => known.has(textOf(sender))),
    nobodys: distinctReadings(others.map(({ sender }) => sender)),
  };
}

function isOfNobody({ reason }: Decision): boolean {
  return reason === 'UNKNOWN_SENDER';
}

/** A phone number is one reading, whichever channels tell of it. */
export function distinctReadings(readings: Reading[]): Reading[] {
  return [...new Map(readings.map((reading) => [textOf(reading), reading])).values()];
}

function textOf({ channel, phoneNumber, externalId, email }: Reading): string {
  return phoneNumber ? phoneNumber : [channel, externalId, email].join(' ');
}
