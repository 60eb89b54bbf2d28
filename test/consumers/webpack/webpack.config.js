const { resolve } = require('node:path');

module.exports = { output: { path: resolve(__dirname, 'site'), publicPath: '/' } };
