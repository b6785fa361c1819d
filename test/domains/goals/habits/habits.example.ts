import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['goals'],
  async populate({ id, make, mark, person, rows }) {
    const goal = await id('createGoal', { title: `${mark} habit`, kind: 'HABIT' });
    const more = { goalId: goal, notes: mark };
    const habit = await id('createHabit', { title: mark, weekdays: ['MONDAY'], startsOn: '-P9D', ...more });
    await make('checkHabit', { id: habit, date: '-P1D' });
    const gone = await id('createHabit', { title: `${mark} gone`, timesPerWeek: 2, ...more });
    await make('checkHabit', { id: gone, kind: 'SKIP' });
    await make('trash', { id: gone });
    const { habitMarks } = await person.query('{ habitMarks { nodes { id } } }');
    const marks = habitMarks.nodes.map((one: { id: string }) => one.id);
    return { Goal: [...rows('Goal'), goal], Habit: [habit, gone], HabitMark: marks };
  },
  inputs: {
    createHabit: () => ({ title: 'A habit', timesPerWeek: 3 }),
    updateHabit: (own) => ({ id: own('Habit'), title: 'Changed', goalId: null }),
    checkHabit: (own) => ({ id: own('Habit') }),
    uncheckHabit: (own) => ({ id: own('Habit') }),
  },
  bounded: { 'Day.habits': 'A day shows at most 100 habits.' },
};
