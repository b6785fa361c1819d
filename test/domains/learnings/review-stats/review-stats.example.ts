import type { Example } from '../../../support/examples.ts';

export const example: Example = {
  after: ['prompt-reviews'],
  bounded: { 'ReviewForecast.days': 'At most 366 days.' },
};
