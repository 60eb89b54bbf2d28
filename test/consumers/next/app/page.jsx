import { Settings } from './settings';

export default function Page() {
  return <Settings />;
}
