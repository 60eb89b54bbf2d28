import { testFaults } from './fault-matrix.js';

testFaults('own');
