import { profileColumns } from '../../../src/domain/user-form.ts';
import { type PhoneNumber, phoneMatchKey } from '../../../src/domain/values/phone-number.ts';
import type { Dialect } from '../contenders.ts';
import { searchedParts } from './work.ts';

// PostGraphile makes its schema of the tables: the same questions in its own words. What its functions cannot compute in SQL, keys
// and folded texts, is given to it ready-made; that counts against the service.

const USER = 'rowId phoneNumber email firstName middleName lastName creationSource createdAt';
const ENVIRONMENTS =
  'userEnvironmentsByProjectIdAndUserId { nodes { environmentByProjectIdAndEnvironmentId { rowId name type } } }';

export const postgraphileDialect: Dialect = {
  A: {
    document: `query ($projectId: UUID!, $environmentId: UUID!, $channel: Channel!, $phoneKey: String) {
      benchCheckAccess(projectId: $projectId, environmentId: $environmentId, channel: $channel, phoneKey: $phoneKey) {
        allowed reason selfRegistration } }`,
    variables: ({ environmentId, sender }, { projectId }) => ({
      ...{ projectId, environmentId, channel: sender.channel },
      phoneKey: phoneMatchKey(`+${sender.phoneNumber}`),
    }),
    read: ({ benchCheckAccess }) => ({ checkAccess: benchCheckAccess }),
  },
  B: {
    document: `query ($projectId: UUID!, $first: Int!) {
      allUsers(condition: { projectId: $projectId }, orderBy: [CREATED_AT_DESC, ROW_ID_DESC], first: $first) {
        pageInfo { hasNextPage endCursor } nodes { ${USER} ${ENVIRONMENTS} } } }`,
    variables: (variables) => variables,
    read: ({ allUsers }) => ({ project: { users: { ...allUsers, nodes: allUsers.nodes.map(readUser) } } }),
  },
  C: {
    document: `query ($projectId: UUID!, $parts: [String]!) {
      benchSearchUsers(projectId: $projectId, parts: $parts, first: 20) { nodes { ${USER} } }
      benchCountUsers(projectId: $projectId, parts: $parts, upTo: 1001) }`,
    variables: ({ projectId, search }) => ({
      projectId,
      parts: searchedParts(search),
    }),
    read: ({ benchSearchUsers, benchCountUsers }) => ({
      project: { users: { totalCount: benchCountUsers, nodes: benchSearchUsers.nodes.map(readUser) } },
    }),
  },
  D: {
    document: `mutation ($input: BenchAddUserInput!) { benchAddUser(input: $input) { result { ${USER} ${ENVIRONMENTS} } } }`,
    variables: ({ input: { projectId, environmentIds, ...person } }, { keys }) => {
      const { middleName, ...columns } = profileColumns({
        ...person,
        phoneNumber: person.phoneNumber as PhoneNumber,
        middleName: null,
      });
      const actorId = keys.member.slice(4, 36).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
      return { input: { projectId, environmentIds, newcomer: { ...columns, actorId, actorName: 'bench MEMBER' } } };
    },
    read: ({ benchAddUser }) => ({ createUser: { user: readUser(benchAddUser.result), userErrors: [] } }),
  },
};

// biome-ignore lint/suspicious/noExplicitAny: as its schema says
function readUser({ rowId, createdAt, userEnvironmentsByProjectIdAndUserId, ...user }: any): object {
  const read = { ...user, id: rowId, createdAt: new Date(createdAt).toISOString() };
  if (!userEnvironmentsByProjectIdAndUserId) return read;
  const environments = userEnvironmentsByProjectIdAndUserId.nodes
    // biome-ignore lint/suspicious/noExplicitAny: as its schema says
    .map(({ environmentByProjectIdAndEnvironmentId: { rowId: id, ...rest } }: any) => ({ ...rest, id }))
    .toSorted((a: { type: string }, b: { type: string }) => TYPES.indexOf(a.type) - TYPES.indexOf(b.type));
  return { ...read, environments };
}

const TYPES = ['DEVELOPMENT', 'STAGING', 'PRODUCTION'];
