import { readFileSync } from 'node:fs'
import { launch, open } from './visits.mjs'
import { sessionValues } from '../browser/verbs.mjs'
import { ORDINARY } from '../browser/ways.mjs'
import { questions, answers, expectedResult } from './questions.mjs'
const b = await launch(); const robot=readFileSync(new URL('robot.js',import.meta.url),'utf8'), peers=readFileSync(new URL('contenders.js',import.meta.url),'utf8')
const all={}
for (const name of ['plain','ours']) { const o=await open(name)
const c=await b.newContext({ viewport: { width: 390, height: 844 } }); const page=await c.newPage(); const s=await c.newCDPSession(page)
await page.addInitScript({content:`${robot};${peers}`})
await page.goto(o.server.url,{waitUntil:'commit'})
await page.evaluate(([w,t])=>window.visit(w,t),[name, name==='ours'?{answers:{...ORDINARY,'session-ended':sessionValues(new Date(),26)},level:'expected'}:{questions,answers,result:expectedResult}])
for(let i=0;i<3;i++) await s.send('HeapProfiler.collectGarbage')
console.log(name, await s.send('Runtime.getHeapUsage'))
let t=''; s.on('HeapProfiler.addHeapSnapshotChunk',e=>{t+=e.chunk}); await s.send('HeapProfiler.takeHeapSnapshot',{reportProgress:false})
const j=JSON.parse(t); const f=j.snapshot.meta.node_fields, ty=j.snapshot.meta.node_types[0], L=f.length; const m={},n={}; for(let i=0;i<j.nodes.length;i+=L){const k=ty[j.nodes[i]]; m[k]=(m[k]||0)+j.nodes[i+3]; const q=k+':'+j.strings[j.nodes[i+1]].slice(0,70); n[q]=(n[q]||0)+j.nodes[i+3]} all[name]={m,n}
await c.close(); await o.server.close() }
console.log(Object.keys(all.ours.m).map(k=>[k,all.plain.m[k]||0,all.ours.m[k]]))
const d=Object.keys(all.ours.n).map(k=>[k,all.plain.n[k]||0,all.ours.n[k]]).sort((a,b)=>(b[2]-b[1])-(a[2]-a[1])).slice(0,45); for(const x of d) console.log(x[2]-x[1],x[0])
await b.close()
