import { BASE_PATH } from '../parts/base-path.ts';

export type GraphQLRequest = { query: string; variables?: unknown; operationName?: string | null };

// biome-ignore lint/suspicious/noExplicitAny: what is asked for is typed in by people, too.
export type Answer = { status: number; body: { data?: any; errors?: { message: string }[] } };

/**
 * Asks the API. The text goes as it is, so that the lines and columns in errors are those of the editor. Without an answer the status is 0, and
 * the error says why.
 */
export async function ask(accessKey: string | null, request: GraphQLRequest): Promise<Answer> {
  try {
    const response = await fetch(`${BASE_PATH}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(accessKey !== null && { authorization: `Bearer ${accessKey}` }),
      },
      body: JSON.stringify(request),
    });
    const { status } = response;
    return { status, body: await response.json().catch(() => failed(`No JSON came with the HTTP status ${status}.`)) };
  } catch (error) {
    return { status: 0, body: failed(error instanceof Error ? error.message : String(error)) };
  }
}

function failed(message: string): Answer['body'] {
  return { errors: [{ message }] };
}
