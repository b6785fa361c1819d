import { createRandom } from '../../src/demo/random.ts';
import type { SignedInPerson, TestApp } from '../support/app.ts';
import type { Rows } from '../support/examples.ts';
import { hostileCalendars } from './calendars.ts';
import { asJson, forgedCursors, hostile } from './hostile.ts';
import { type Place, placesIn, put, type Target, targetsOf } from './places.ts';

/** One request: a field, and what stands at some place of its arguments. */
export interface Case {
  readonly target: Target;
  readonly place: Place;
  /** The value by its number among the hostile ones of the place, which is the same on both engines. */
  readonly number: number;
  readonly args: Record<string, unknown>;
}

export const nameOf = ({ target, place, number }: Case) => `${target.name} ${place.path.join('.')} #${number}`;

/** What came of a request. */
export interface Outcome {
  /** The codes of its errors, or what the result is. */
  readonly answer: string;
  readonly isFault: boolean;
  readonly milliseconds: number;
}

/** Somebody with rows of every type. */
export interface Scene {
  readonly app: TestApp;
  readonly person: SignedInPerson;
  readonly rows: Rows;
}

async function post({ app, person }: Scene, query: string, variables: object): Promise<Response> {
  const isStream = query.startsWith('subscription');
  return app.fetch(
    new Request('http://waymark.test/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${person.accessToken}`,
        'x-forwarded-for': '10.9.0.1',
        ...(isStream && { accept: 'text/event-stream' }),
      },
      body: `{"query":${JSON.stringify(query)},"variables":${asJson(variables)}}`,
    }),
  );
}

/** The answer as JSON; of a stream, its first event. */
async function bodyOf(response: Response): Promise<Body> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return (await response.json()) as Body;
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let data: string | undefined; reader; ) {
    const { value, done } = await reader.read();
    text += value ?? '';
    data = /^data: (\{.*\})$/m.exec(text)?.[1];
    if (data === undefined && !done) continue;
    await reader.cancel();
    return data === undefined ? {} : (JSON.parse(data) as Body);
  }
  return {};
}

interface Body {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

/** Asks, and tells what came of it. Whatever is the server's fault is one: no input may lead to it. */
export async function ask(scene: Scene, { target, args }: Pick<Case, 'target' | 'args'>): Promise<Outcome> {
  const started = performance.now();
  const response = await post(scene, target.text(Object.keys(args)), { ...target.variables, ...args });
  const { data, errors = [] } = await bodyOf(response);
  const codes = [...new Set(errors.map(({ extensions }) => extensions?.code ?? 'none'))].sort();
  const { __typename: result = 'ok' } = (data?.answer ?? {}) as { __typename?: string };
  return {
    answer: codes.join(' ') || result,
    isFault: response.status >= 500 || codes.some((code) => ['INTERNAL', 'UNAVAILABLE', 'none'].includes(code)),
    milliseconds: performance.now() - started,
  };
}

/** The hostile values of a place; of a cursor's place, cursors made from one that the list gives out. */
async function valuesAt(scene: Scene, target: Target, { path, type }: Place): Promise<unknown[]> {
  const values = hostile(type, scene.rows);
  const [argument] = path;
  if (path.at(-1) === 'ics') return [...values, ...hostileCalendars];
  if (path.length > 1 || (argument !== 'after' && argument !== 'before')) return values;
  return [...values, ...forgedCursors(await realCursor(scene, target))];
}

async function realCursor(scene: Scene, target: Target): Promise<string | null> {
  const text = target.cursorText;
  if (text === null) {
    const page = await scene.person.query('{ changes { ... on ChangePage { cursor } } }');
    return page.changes.cursor as string;
  }
  const { data } = await bodyOf(await post(scene, text, { ...target.variables, ...target.base, first: 1 }));
  // At the top, or in a node, or in the days of an agenda.
  return /"endCursor":"([^"]+)"/.exec(JSON.stringify(data ?? null))?.[1] ?? null;
}

/** The case with a value at a place of a field's arguments. */
export const caseAt = (target: Target, place: Place, number: number, value: unknown): Case => ({
  target,
  place,
  number,
  args: put(target.base, place.path, value) as Record<string, unknown>,
});

/**
 * Cases without end, the same for the same seed: a field, a place in its arguments and a value there, each drawn at random.
 * @param deepest how many steps into an argument a place may be
 */
export async function* casesOf(sceneNow: () => Scene, seed: number, deepest: number): AsyncGenerator<Case> {
  const random = createRandom(seed);
  const pick = <T>(all: readonly T[]): T => all[random.integer(0, all.length - 1)] as T;
  const targets = targetsOf(sceneNow().rows);
  const places = new Map<Target, Place[][]>(
    targets.map((target) => [target, target.field.args.map((arg) => placesIn(arg, deepest))]),
  );
  for (;;) {
    const target = pick(targets);
    const place = pick(pick(places.get(target) ?? []));
    const values = await valuesAt(sceneNow(), target, place);
    if (values.length === 0) continue;
    const number = random.integer(0, values.length - 1);
    yield caseAt(target, place, number, values[number]);
  }
}
