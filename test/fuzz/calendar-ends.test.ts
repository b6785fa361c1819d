import { getNamedType } from 'graphql';
import { expect, test } from 'vitest';
import { adaAndBob } from '../support/examples.ts';
import { leaveToCI } from '../support/services.ts';
import { placesIn, put, targetsOf } from './places.ts';
import { ask, caseAt, nameOf, type Scene } from './run.ts';

/* Every day and every time that a client can give, at the ends of the calendar. */

const ends: Readonly<Record<string, readonly string[]>> = {
  Date: ['0001-01-01', '0001-01-07', '9999-12-25', '9999-12-31'],
  DateTime: ['0001-01-01T00:00:00Z', '0001-01-07T12:00:00Z', '9999-12-25T12:00:00Z', '9999-12-31T23:59:59.999Z'],
};

async function newScene(): Promise<Scene> {
  const { app, ada, hers } = await adaAndBob();
  return { app, person: ada, rows: hers };
}

const endsOf = (type: Parameters<typeof getNamedType>[0]) => ends[getNamedType(type)?.name ?? ''] ?? [];

test('a field that takes days answers at the ends of the calendar as anywhere else', async (context) => {
  leaveToCI(context);
  const scene = await newScene();
  // Where a day starts long before it does in UTC, so that the first one is cut off.
  await scene.person.mutate('updateProfile', { timeZone: 'Pacific/Kiritimati', dayStartsAt: '00:00' });
  const faults: string[] = [];
  let count = 0;
  for (const target of targetsOf(scene.rows)) {
    for (const place of target.field.args.flatMap((arg) => placesIn(arg, 2))) {
      const values = endsOf(place.type);
      for (const value of [values.at(0), values.at(-1)]) {
        if (value === undefined) continue;
        const one = caseAt(target, place, count, value);
        const outcome = await ask(scene, one);
        if (outcome.isFault) faults.push(`${nameOf(one)} ${value}: ${outcome.answer}`);
        count += 1;
      }
    }
  }
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(500);
});

test('a period that is at an end of the calendar is answered, with whatever was created there', async (context) => {
  leaveToCI(context);
  const scene = await newScene();
  const targets = targetsOf(scene.rows);
  const targetOf = (name: string) => targets.find((target) => target.name === name) as (typeof targets)[number];
  const faults: string[] = [];
  let count = 0;
  /** Gives all days and times among the arguments of a field, or of its input, the same end of the calendar. */
  const askAt = async (name: string, inside: string | null, end: number) => {
    const target = targetOf(name);
    const dated = target.field.args
      .flatMap((arg) => placesIn(arg, 1))
      .filter(
        ({ path, type }) => endsOf(type).length > 0 && (inside === null ? path.length === 1 : path[0] === inside),
      );
    // A day or a time, never both: the fields come in this order.
    for (const kind of ['Date', 'DateTime']) {
      const places = dated.filter(({ type }) => getNamedType(type).name === kind);
      if (places.length === 0) continue;
      const args = places.reduce<unknown>((all, { path, type }) => put(all, path, endsOf(type)[end]), target.base);
      const outcome = await ask(scene, { target, args: args as Record<string, unknown> });
      if (outcome.isFault) faults.push(`${name} at ${endsOf(places[0]?.type as never)[end]}: ${outcome.answer}`);
      count += 1;
    }
  };
  for (const end of [0, 1, 2, 3]) {
    for (const { name } of targets.filter((target) => target.name.startsWith('mutation ')))
      await askAt(name, 'input', end);
    for (const { name } of targets.filter((target) => target.name.startsWith('query '))) await askAt(name, null, end);
    for (const stats of targets.filter(({ name }) => name.endsWith('Stats'))) {
      for (const bucket of ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']) {
        const { isFault, answer } = await ask(scene, { target: stats, args: { bucket } });
        if (isFault) faults.push(`${stats.name} by ${bucket}: ${answer}`);
      }
    }
  }
  expect(faults).toEqual([]);
  expect(count).toBeGreaterThan(100);
  const { agenda } = await scene.person.query(
    '{ agenda(from: "9999-12-31", to: "9999-12-31") { date startsAt endsAt entries { kind } } }',
  );
  expect(agenda).toMatchObject([{ date: '9999-12-31', endsAt: '9999-12-31T23:59:59.999Z' }]);
  expect(agenda[0].entries.length).toBeGreaterThan(0);
});
