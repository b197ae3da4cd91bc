import { z } from 'zod';
import type { Connections } from '../database/engine/connection.ts';
import { type AccessDecision, checkAccess, LARGEST_BATCH } from '../domain/access.ts';
import { CallerError } from '../domain/caller-error.ts';
import type { Channel, SenderInput } from '../domain/values/sender.ts';
import { canBeKept, parseId } from './arguments.ts';
import type { Caller } from './caller.ts';
import type { Observer } from './context.ts';

type Evaluation = { decision: boolean; context: Record<string, unknown> };

type Evaluate<Answer> = (caller: Pick<Caller, 'actor' | 'spend'>, request: unknown) => Promise<Answer>;

/** AuthZEN's evaluations. They throw BAD_USER_INPUT for a request that is not of the standard's form. */
export type Evaluations = {
  one: Evaluate<Evaluation>;
  /** The answer to a request without a list of evaluations is that of `one`. */
  many: Evaluate<Evaluation | { evaluations: Evaluation[] }>;
};

/**
 * The Authorization API of AuthZEN 1.0 over the check behind `checkAccess`: may the subject (a sender) do the action (talk) with the
 * resource (an environment)? Whatever is not understood is denied.
 */
export function createEvaluations({ shortReads }: Connections, observer: Observer): Evaluations {
  const check = async (actor: Caller['actor'], asked: readonly Asked[]) => {
    const byEnvironment = Map.groupBy(asked.filter(isQuestion), ({ environmentId }) => environmentId);
    const decisions = new Map<Asked, AccessDecision | undefined>();
    await Promise.all(
      Array.from(byEnvironment, async ([environmentId, questions]) => {
        const senders = questions.map(({ sender }) => sender);
        const decided = await checkAccess({ actor, shortReads }, environmentId, senders);
        for (const [index, question] of questions.entries()) decisions.set(question, decided[index]);
      }),
    );
    return decisions;
  };

  const evaluate = async ({ actor, spend }: Parameters<Evaluate<Evaluation>>[0], asked: Asked[], until?: boolean) => {
    await spend(asked.length);
    const decisions = await check(actor, asked);
    const answers = asked.map((each) => {
      const decision = decisions.get(each);
      return { decision, evaluation: isQuestion(each) ? describe(decision) : each };
    });
    const last = answers.findIndex(({ evaluation }) => evaluation.decision === until);
    const given = last === -1 ? answers : answers.slice(0, last + 1);
    // What comes after the end counts as never asked, so no attempt is noted for it.
    for (const { decision } of given) if (decision) observer.accessDecided(decision);
    return given.map(({ evaluation }) => evaluation);
  };

  const one: Evaluations['one'] = async (caller, request) => {
    const [evaluation] = await evaluate(caller, [toAsked(read(EVALUATION, request))]);
    if (!evaluation) throw new Error('No evaluation of the request.');
    return evaluation;
  };
  return {
    one,
    async many(caller, request) {
      const { evaluations = [], options, ...defaults } = read(EVALUATIONS, request);
      if (evaluations.length === 0) return one(caller, request);
      const until = ENDS.get(options?.evaluations_semantic);
      return {
        evaluations: await evaluate(
          caller,
          evaluations.map((own) => toAsked(readItem(own, defaults))),
          until,
        ),
      };
    },
  };
}

const ENDS = new Map<string | undefined, boolean>([
  ['deny_on_first_deny', false],
  ['permit_on_first_permit', true],
]);

const UNFIT = 'contain no NUL character and no unpaired surrogate';
const TEXT = z.string().refine(canBeKept, UNFIT);
// Of another type it is denied, like any other sender that is malformed.
const PROPERTY = z.unknown().refine((value) => typeof value !== 'string' || canBeKept(value), UNFIT);
const PROPERTIES = z
  .object({ channel: PROPERTY, phoneNumber: PROPERTY, externalId: PROPERTY, email: PROPERTY })
  .partial();
const EVALUATION = z.object({
  subject: z.object({ type: TEXT, id: TEXT, properties: PROPERTIES.optional() }),
  action: z.object({ name: TEXT, properties: z.object({}).optional() }),
  resource: z.object({ type: TEXT, id: TEXT, properties: z.object({}).optional() }),
  context: z.object({}).optional(),
});
type EvaluationRequest = z.infer<typeof EVALUATION>;

const EVALUATIONS = EVALUATION.partial().extend({
  evaluations: z.array(z.unknown()).max(LARGEST_BATCH).optional(),
  options: z
    .object({ evaluations_semantic: z.enum(['execute_all', ...ENDS.keys()] as string[]).optional() })
    .optional(),
});

/** Unknown fields are ignored, as the standard demands. */
function read<Shape extends z.ZodType>(shape: Shape, request: unknown): z.infer<Shape> {
  const parsed = shape.safeParse(request);
  if (parsed.success) return parsed.data;
  throw new CallerError('BAD_USER_INPUT', explain(parsed.error));
}

// Zod's own messages quote what was sent; a custom one is ours.
function explain({ issues: [issue] }: z.ZodError): string {
  const name = issue?.path.join('.') || 'The request';
  if (issue?.code === 'too_big') return `${name} may have at most ${LARGEST_BATCH} items.`;
  if (issue?.code === 'invalid_value') return `${name} must be ${issue.values.join(' or ')}.`;
  if (issue?.code === 'custom') return `${name} must ${issue.message}.`;
  return `${name} must be ${issue?.code === 'invalid_type' ? `of type ${issue.expected}` : 'another'}.`;
}

/** An item is whole or has the request's own parts where it has none. A faulty one is denied alone. */
function readItem(own: unknown, defaults: Partial<EvaluationRequest>): EvaluationRequest | Evaluation {
  const isObject = typeof own === 'object' && own !== null && !Array.isArray(own);
  const parsed = EVALUATION.safeParse(isObject ? { ...defaults, ...own } : own);
  if (parsed.success) return parsed.data;
  return denied('INVALID_EVALUATION', { error: { status: 400, message: explain(parsed.error) } });
}

type Question = { environmentId: string; sender: SenderInput };
/** What is to be checked, or what is denied without a check. */
type Asked = Question | Evaluation;

function isQuestion(asked: Asked): asked is Question {
  return 'sender' in asked;
}

function toAsked(request: EvaluationRequest | Evaluation): Asked {
  if ('decision' in request) return request;
  const { subject, action, resource } = request;
  if (subject.type !== 'sender') return denied('UNKNOWN_SUBJECT_TYPE');
  if (action.name !== 'talk') return denied('UNKNOWN_ACTION');
  if (resource.type !== 'environment') return denied('UNKNOWN_RESOURCE_TYPE');
  const environmentId = parseId(resource.id);
  if (environmentId === undefined) return denied('UNKNOWN_ENVIRONMENT');
  const sender = senderOf(subject);
  return sender ? { environmentId, sender } : denied('INVALID_SENDER');
}

const CHANNEL = z.enum(['WHATSAPP', 'TELEGRAM', 'SLACK'] satisfies Channel[]);
const SENDER = z.object({
  channel: CHANNEL,
  phoneNumber: z.string().nullish(),
  externalId: z.string().nullish(),
  email: z.string().nullish(),
});

/** The id is CHANNEL:+number or CHANNEL:id. Each property takes the place of what the id says, or adds to it. */
function senderOf({ id, properties = {} }: EvaluationRequest['subject']): SenderInput | undefined {
  const [, channel, text = ''] = /^([A-Z]+):(.+)$/s.exec(id) ?? [];
  const byId = text.startsWith('+') ? { channel, phoneNumber: text } : { channel, externalId: text || null };
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  return SENDER.safeParse({ ...byId, ...Object.fromEntries(given) }).data;
}

function describe(decision: AccessDecision | undefined): Evaluation {
  if (!decision) throw new Error('No decision for the sender.');
  const { allowed, reason, shouldRegister, selfRegistration, matchedBy, userId } = decision;
  return { decision: allowed, context: { reason, shouldRegister, selfRegistration, matchedBy, userId } };
}

function denied(reason: string, more: Record<string, unknown> = {}): Evaluation {
  return { decision: false, context: { reason, ...more } };
}
