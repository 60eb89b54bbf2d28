import { connection } from 'next/server';
import { Settings } from './settings';

export default async function Page() {
  await connection();
  return <Settings />;
}
