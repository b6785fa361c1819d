import { createApolloData } from './data/apollo.tsx';
import { start } from './start.tsx';

start(createApolloData);
