type Note = 'dismissed' | 'registration';

const nameOf = (projectId: string) => `first-steps:${projectId}`;

/** What this browser was told of the first steps of a project: that they are not wanted, or what nothing else would tell. */
export function readNotes(projectId: string): string[] {
  return (localStorage.getItem(nameOf(projectId)) ?? '').split(' ');
}

/** Notes this as well, and returns all of it. */
export function noteOf(projectId: string, note: Note): string[] {
  const notes = [...new Set([...readNotes(projectId), note])];
  localStorage.setItem(nameOf(projectId), notes.join(' '));
  return notes;
}
