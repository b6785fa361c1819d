import { type AddedTask, addTask, previewTask } from '../mcp/quick-add.ts';
import { clientOptions, clientUsage, withClient } from './client.ts';
import { defineCommand, print, UsageError } from './command.ts';

export const add = defineCommand({
  name: 'add',
  usage: `<text> [--dry-run] [--json] ${clientUsage}   (such as "Prepare review fri 14:00 45m #work !high")`,
  summary: 'add a task from a line of text; --dry-run shows how it is understood',
  options: { ...clientOptions, 'dry-run': { type: 'boolean' } },
  files: 1,
  async run(config, { 'dry-run': isDryRun, json, ...connection }, [text]) {
    if (text === undefined) throw new UsageError('Say what to do, in quotes.');
    return withClient(config, connection, async ({ ask }) => {
      if (isDryRun) {
        const preview = await previewTask(ask, text);
        if (json) return print(JSON.stringify(preview));
        return print(describe(preview, preview.timeZone));
      }
      const added = await addTask(ask, text);
      if (json) return print(JSON.stringify(added));
      print(`Added ${describe(added.task, added.timeZone)}`);
      return print(`Undo it by: waymark undo ${added.changeSet.id}`);
    });
  },
});

type Described = Omit<AddedTask['task'], 'id'> & { readonly id?: string; readonly recurrenceText?: string | null };

/** A task in lines: its title, and what else is known of it. */
function describe(task: Described, timeZone: string): string {
  const details = {
    Id: task.id,
    Scheduled: task.scheduledAt === null ? task.scheduledOn : timeText(task.scheduledAt, timeZone),
    Repeats: task.recurrenceText,
    Due: task.dueOn,
    Estimate: task.estimateMinutes === null ? null : `${task.estimateMinutes} min`,
    Priority: task.priority === 'NONE' ? null : task.priority?.toLowerCase(),
    Labels: task.labels.map(({ name }) => name).join(', '),
  };
  const lines = Object.entries(details).flatMap(([name, value]) => (value ? [`  ${name}: ${value}`] : []));
  return [`“${task.title}”`, ...lines].join('\n');
}

/** A time as a day and a clock of a time zone show it: `2026-11-27 14:00`. */
const timeText = (time: string, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(new Date(time));
