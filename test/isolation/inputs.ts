/**
 * For each mutation that takes ids: an input that is valid in every way, with every place for an id filled with a row of
 * one's own. The tests put other people's ids in their places, one at a time.
 */
export const validInputs: Record<string, (own: (type: string) => string) => Record<string, unknown>> = {
  createTask: (own) => ({ title: 'A task', parentId: own('Task'), labelIds: [own('Label')] }),
  updateTask: (own) => ({ id: own('Task'), title: 'Changed', parentId: null, labelIds: [own('Label')] }),
  rescheduleTask: (own) => ({ id: own('Task'), scheduledOn: 'P1D' }),
  reorderTask: (own) => ({ id: own('Task'), afterId: null }),
  completeTask: (own) => ({ id: own('Task') }),
  reopenTask: (own) => ({ id: own('Task') }),
  cancelTask: (own) => ({ id: own('Task') }),
  trashTask: (own) => ({ id: own('Task') }),
  restoreTask: (own) => ({ id: own('Task') }),
  createLabel: () => ({ name: 'A label' }),
  updateLabel: (own) => ({ id: own('Label'), name: 'Changed' }),
  trashLabel: (own) => ({ id: own('Label') }),
  restoreLabel: (own) => ({ id: own('Label') }),
  createEnergyEntry: (own) => ({ energy: 3, taskId: own('Task'), labelIds: [own('Label')] }),
  updateEnergyEntry: (own) => ({ id: own('EnergyEntry'), energy: 2, taskId: own('Task'), labelIds: [own('Label')] }),
  trashEnergyEntry: (own) => ({ id: own('EnergyEntry') }),
  restoreEnergyEntry: (own) => ({ id: own('EnergyEntry') }),
  setDailyFocus: (own) => ({ intention: 'Focus', taskIds: [own('Task')] }),
  closeDay: (own) => ({ reflection: 'Well', carryOverIds: [own('Task')] }),
  revokeAccessToken: (own) => ({ id: own('AccessToken') }),
  revokeSession: (own) => ({ id: own('Session') }),
};

/** The `id` of these is the client's own choice for a new row; it names no row that is there. */
export const choosesId = (mutation: string) => mutation.startsWith('create');
