import { type Attributes, type Span, SpanKind, SpanStatusCode } from '@opentelemetry/api';
import type { RequestRecord } from './request-record.ts';

// What spans tell, by OpenTelemetry's names. As in the log: no variable, key, address, name or document of a caller.

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);
const LONGEST = { name: 100, statement: 4000 };

export type Described = { name: string; kind: SpanKind; attributes: Attributes };

export function describeRequest({ method, route }: { method: string; route: string }): Described {
  const known = METHODS.has(method) ? method : '_OTHER';
  return {
    name: `${METHODS.has(method) ? method : 'HTTP'} ${route}`,
    kind: SpanKind.SERVER,
    attributes: { 'http.request.method': known, 'http.route': route, 'url.scheme': 'http' },
  };
}

export function describeResult(span: Span, { status, operation, codes, correlationId }: RequestRecord): void {
  span.setAttributes({ 'http.response.status_code': status, 'users_management.correlation_id': correlationId });
  if (operation) span.setAttribute('graphql.operation.type', operation.type);
  if (operation?.name) span.setAttribute('graphql.operation.name', operation.name.slice(0, LONGEST.name));
  const isFault = codes.includes('INTERNAL_SERVER_ERROR');
  if (codes.length > 0) span.setAttribute('users_management.error_codes', [...new Set(codes)]);
  if (status < 500 && !isFault) return;
  span.setAttribute('error.type', isFault ? 'INTERNAL_SERVER_ERROR' : String(status));
  span.setStatus({ code: SpanStatusCode.ERROR });
}

export function describeField(name: string): Described {
  return { name, kind: SpanKind.INTERNAL, attributes: { 'graphql.field.name': name } };
}

const OPERATION = /\b(select|insert|update|delete)\b/;
// Kysely quotes the table of the statement itself, which may stand behind those of its subqueries.
const TABLES = [/\b(?:from|into|update)\s+"(\w+)"/, /\b(?:from|into|update)\s+([a-z_]\w*)/];

/** The text has placeholders where the values are. A statement that looks something up and inserts is named after the insert. */
export function describeStatement(text: string): Described {
  const named = text.slice(Math.max(0, text.search(/\binsert into\b/)));
  const operation = (OPERATION.exec(named)?.[1] ?? /\w+/.exec(named)?.[0] ?? 'statement').toUpperCase();
  const table = TABLES.map((pattern) => pattern.exec(named)?.[1]).find((name) => name !== undefined);
  return {
    name: table === undefined ? operation : `${operation} ${table}`,
    kind: SpanKind.CLIENT,
    attributes: {
      ...{ 'db.system.name': 'postgresql', 'db.operation.name': operation },
      'db.query.text': text.slice(0, LONGEST.statement),
    },
  };
}

/** The kind of error only: its message may quote a value. */
export function markFailed(span: Span, error: unknown): void {
  const { name, code } = Object(error);
  const type = typeof code === 'string' ? code : String(name);
  span.setAttribute('error.type', type);
  // SQLSTATE, as other codes are longer.
  if (/^[0-9A-Z]{5}$/.test(type)) span.setAttribute('db.response.status_code', type);
  span.setStatus({ code: SpanStatusCode.ERROR });
}
