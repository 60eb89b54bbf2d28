import { firstOccasions } from '../support/fault-outcomes.js';
import { testFaults } from './fault-matrix.js';

testFaults('shared', firstOccasions);
