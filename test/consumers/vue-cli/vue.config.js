const { defineConfig } = require('@vue/cli-service');

module.exports = defineConfig({
  // The template's `true` fails: its Babel preset reads no private methods where browsers know them.
  transpileDependencies: false,
  chainWebpack: (config) =>
    config.module
      .rule('vue')
      .use('vue-loader')
      .tap((options) => ({
        ...options,
        compilerOptions: { isCustomElement: (tag) => tag === 'cometchat-profile-editor' },
      })),
});
