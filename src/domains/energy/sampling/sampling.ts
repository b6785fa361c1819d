import type { Domain } from '../../../domain.ts';
import { energyPromptRecord, energySamplingRecord } from './sampling.rules.ts';
import { defineEnergySampling } from './sampling.schema.ts';
import { enqueueSampling, keepEnergySampling } from './sampling.service.ts';
import { answerPrompts, noteSent } from './sampling.writers.ts';

/** Experience sampling: prompts at random times of the day, which energy entries answer. */
export const energySampling: Domain = {
  schema: defineEnergySampling,
  recordRules: { EnergySampling: energySamplingRecord, EnergyPrompt: energyPromptRecord },
  beforeCommit: [
    { model: 'reminder', beforeCommit: noteSent },
    { model: 'energyEntry', beforeCommit: answerPrompts },
  ],
  jobs: { keepEnergySampling },
  afterChanges: enqueueSampling,
};
