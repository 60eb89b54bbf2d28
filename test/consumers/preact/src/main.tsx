import { render } from 'preact';
import { Settings } from './settings';

render(<Settings />, document.getElementById('root')!);
