// Whatever value a probe sends holds this word, and no answer may.
export const CANARY = 'kanarienvogel';
// What a probe writes as a name is told in its answer.
export const NAME = 'nachtigall';
export const LEAKS = new RegExp(
  `${CANARY}|\\bat .*\\.ts|node_modules|/src/|select .* from|insert into|Did you mean`,
  'i',
);
