// Whatever a probe sends holds this word, and no answer may.
export const CANARY = 'kanarienvogel';
export const LEAKS = new RegExp(
  `${CANARY}|\\bat .*\\.ts|node_modules|/src/|select .* from|insert into|Did you mean`,
  'i',
);
