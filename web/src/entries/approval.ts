/** Whether what runs is what was approved: `tiredness-check-approval.js`, fetched where an approval is named. */
export { release } from 'release'
export { approve } from '../features/approval/approval.ts'
