import { createUrqlData } from './data/urql.tsx';
import { start } from './start.tsx';

start(createUrqlData);
