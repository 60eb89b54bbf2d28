import { createApp } from 'vue';
import Settings from './settings.vue';

createApp(Settings).mount('#app');
