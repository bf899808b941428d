import { readFileSync, writeFileSync } from 'node:fs'
import { launch, open, SPEEDS } from './visits.mjs'
import { sessionValues } from '../browser/verbs.mjs'
import { ORDINARY } from '../browser/ways.mjs'
const b = await launch(); const ours=await open('ours')
const robot=readFileSync(new URL('robot.js',import.meta.url),'utf8'), peers=readFileSync(new URL('contenders.js',import.meta.url),'utf8')
for (let k=0;k<2;k++){
const c=await b.newContext({ viewport: { width: 390, height: 844 } }); const page=await c.newPage(); const s=await c.newCDPSession(page)
await s.send('Network.enable'); await s.send('Emulation.setCPUThrottlingRate',{rate:4}); await s.send('Network.emulateNetworkConditions',{offline:false,latency:150,downloadThroughput:200000,uploadThroughput:200000})
await page.addInitScript({content:`${robot};${peers}`})
if(k) await b.startTracing(page,{categories:['devtools.timeline','v8','toplevel']})
await page.goto(ours.server.url,{waitUntil:'commit'})
const seen=await page.evaluate(([w,t])=>window.visit(w,t),['ours',{answers:{...ORDINARY,'session-ended':sessionValues(new Date(),26)},level:'expected'}])
console.log(seen.firstAnswered, seen.result, seen.next?.map?.(x=>Math.round(x)).join(' '), seen.blocking)
const h=await s.send('Runtime.getHeapUsage'); console.log(h)
if(k){ const t=JSON.parse((await b.stopTracing()).toString()).traceEvents; 
 const cnt={}; for(const e of t) if(e.name==='FunctionCall'){const k=e.pid+':'+e.tid; cnt[k]=(cnt[k]||0)+1}; const [pid,tid]=Object.entries(cnt).sort((a,b)=>b[1]-a[1])[0][0].split(':').map(Number); const main={pid,tid}
 const ev=t.filter(e=>e.pid===main.pid&&e.tid===main.tid&&e.ph==='X').sort((a,b)=>a.ts-b.ts)
 const nav=t.find(e=>e.name==='navigationStart'&&e.args?.data?.documentLoaderURL?.includes('127.0.0.1')||e.name==='navigationStart')
 const t0=nav?nav.ts:ev[0].ts
 const tasks=ev.filter(e=>(e.name==='RunTask'||e.name==='ThreadControllerImpl::RunTask')&&e.dur>12000)
 for(const k of tasks){ console.log('TASK',((k.ts-t0)/1000).toFixed(0),'ms dur',(k.dur/1000).toFixed(1)); const kids=ev.filter(e=>e.ts>=k.ts&&e.ts+e.dur<=k.ts+k.dur&&e!==k&&e.dur>3000).slice(0,16); for(const e of kids) console.log('     ',e.name,(e.dur/1000).toFixed(1),(e.args?.data?.url||e.args?.fileName||e.args?.data?.functionName||e.args?.data?.type||'').toString().slice(-40)) }
}
await c.close() }
await b.close(); await ours.server.close()
