import { defaultFieldResolver, type GraphQLFieldConfig } from 'graphql';
import { requireRight } from '../domain/actor.ts';
import type { Context } from './context.ts';
import type { Resolvers } from './generated/types.ts';

/** What a GATEWAY may read, too, of these types: it checks its own key, and finds the ids of its environments by their names. */
const FOR_EVERYBODY: Record<string, readonly string[]> = {
  Viewer: ['name', 'role', 'projects'],
  Project: ['id', 'name', 'environments'],
  Environment: ['id', 'name', 'type', 'selfRegistration'],
} satisfies { [Type in keyof Resolvers]?: readonly (keyof NonNullable<Resolvers[Type]>)[] };

/** Lets only readers ask for a field of these types that is not in the list above; throws FORBIDDEN for others. */
export function requireReader(
  field: GraphQLFieldConfig<unknown, Context>,
  name: string,
  type: string,
): GraphQLFieldConfig<unknown, Context> {
  if (FOR_EVERYBODY[type]?.includes(name) ?? true) return field;
  const resolve = field.resolve ?? defaultFieldResolver;
  return {
    ...field,
    resolve(source, values, context, info) {
      requireRight(context.actor, 'read');
      return resolve(source, values, context, info);
    },
  };
}
