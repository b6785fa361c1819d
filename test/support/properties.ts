import fc from 'fast-check';

/*
 * Properties are tried on the same random values in every run: a run that fails tells of the change, not of luck.
 * `WAYMARK_TEST_SEED=random npm test` draws other values, and `WAYMARK_TEST_SEED=<number>` those of one seed.
 */
const seed = process.env.WAYMARK_TEST_SEED ?? '20260';
fc.configureGlobal(seed === 'random' ? {} : { seed: Number(seed) });
