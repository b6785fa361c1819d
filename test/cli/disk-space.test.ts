import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { checkDiskSpace } from '../../src/cli/disk-space.ts';

const megabyte = 1024 ** 2;
const withFree = (megabytes: number) => checkDiskSpace('/data', () => megabytes * megabyte);

test('a full disk is an error, a nearly full one a warning', () => {
  for (const free of [0, 15.9]) expect(() => withFree(free)).toThrow('The disk of /data is full');
  for (const free of [16, 1023.9]) {
    expect(withFree(free)).toEqual({
      isScarce: true,
      text: `only ${Math.floor(free)} MB are free at /data. Free some space soon.`,
    });
  }
  expect(withFree(1024)).toEqual({ isScarce: false, text: '1024 MB are free at /data' });
});

test('the free space is that of the disk', () => {
  expect(checkDiskSpace(tmpdir()).text).toMatch(/\d+ MB are free/);
});
