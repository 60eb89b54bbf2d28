import { laterOccasions } from '../support/fault-outcomes.js';
import { testFaults } from './fault-matrix.js';

testFaults('own', laterOccasions);
