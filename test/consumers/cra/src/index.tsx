import { createRoot } from 'react-dom/client';
import { Settings } from './settings';

createRoot(document.getElementById('root')!).render(<Settings />);
