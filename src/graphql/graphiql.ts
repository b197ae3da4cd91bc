const HEADERS = JSON.stringify({ Authorization: 'Bearer <your access key>' }, null, 2);

/** What GraphiQL shows at first: operations of each caller. */
export const EXAMPLE_TABS = [
  {
    headers: HEADERS,
    query: `# An owner: who am I, and which projects and environments are mine?
query Owner {
  viewer {
    name
    role
    projects { id name environments { id name type selfRegistration userCount } }
  }
}
`,
  },
  {
    headers: HEADERS,
    query: `# An owner: the newest users, and who was found by a search.
query Users {
  viewer {
    projects {
      name
      users(first: 20, search: "") {
        totalCount(upTo: 1001)
        edges { node { fullName phoneNumber(format: INTERNATIONAL) email creationSource environments { name } } matches { field segments { text matched } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
`,
  },
  {
    headers: HEADERS,
    query: `# A gateway: may this sender talk to the assistant here?
query Gateway($environmentId: ID!) {
  checkAccess(environmentId: $environmentId, sender: { channel: WHATSAPP, phoneNumber: "15551234567" }) {
    allowed
    reason
    selfRegistration
    user { id fullName }
  }
}
`,
    variables: JSON.stringify({ environmentId: '00000000-0000-4000-8000-000000000000' }, null, 2),
  },
];
