import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['learnings'],
  async populate({ id, make, mark, own, rows }) {
    const text = { question: `${mark}?`, answer: mark };
    const prompt = await id('createPrompt', { learningId: own('Learning'), skillId: own('Skill'), ...text });
    const gone = await id('createPrompt', { learningId: own('Learning'), ...text });
    await make('trash', { id: gone });
    const suspended = await id('createPrompt', { learningId: rows('Learning')[0], ...text });
    await make('suspendPrompt', { id: suspended });
    const due = await id('createPrompt', { learningId: own('Learning'), ...text });
    return { Prompt: [prompt, gone, suspended, due] };
  },
  inputs: {
    createPrompt: (own) => ({ learningId: own('Learning'), skillId: own('Skill'), question: 'Why?', answer: 'So.' }),
    updatePrompt: (own) => ({ id: own('Prompt'), skillId: own('Skill'), question: 'Why not?' }),
    suspendPrompt: (own) => ({ id: own('Prompt') }),
    resumePrompt: (own) => ({ id: own('Prompt') }),
    resetPrompt: (own) => ({ id: own('Prompt') }),
  },
};
