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

/** A phone number is one reading, whichever channels tell of it. */
export function distinctReadings(readings: Reading[]): { reading: Reading; channels: Reading['channel'][] }[] {
  const byText = Map.groupBy(readings, ({ channel, phoneNumber, externalId, email }) =>
    phoneNumber ? phoneNumber : [channel, externalId, email].join(' '),
  );
  return Array.from(byText.values(), (alike) => ({
    reading: alike[0] as Reading,
    channels: alike.map(({ channel }) => channel),
  }));
}
