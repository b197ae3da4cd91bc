/**
 * Asks for the items of each project by themselves, because a statement is about one project. Returns one answer per item, in their
 * order. Where a statement fails, its items get the error and the others their answers: the projects may be on different machines.
 */
export async function askByProject<Item extends { projectId: string }, Answer>(
  items: readonly Item[],
  ask: (projectId: string, items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<(Answer | Error)[]> {
  const places = Map.groupBy(items.keys(), (place) => items[place]?.projectId ?? '');
  const answers = new Array<Answer | Error>(items.length);
  const askOne = async (projectId: string, places: readonly number[]) => {
    const found = await ask(
      projectId,
      places.map((place) => items[place] as Item),
    ).catch(toError);
    for (const [index, place] of places.entries())
      answers[place] = found instanceof Error ? found : (found[index] as Answer);
  };
  await Promise.all(Array.from(places, ([projectId, places]) => askOne(projectId, places)));
  return answers;
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
