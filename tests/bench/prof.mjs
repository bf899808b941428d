import { readFileSync } from 'node:fs'
import { launch, open } from './visits.mjs'
import { sessionValues } from '../browser/verbs.mjs'
import { ORDINARY } from '../browser/ways.mjs'
const b = await launch(); const ours=await open('ours')
const robot=readFileSync(new URL('robot.js',import.meta.url),'utf8'), peers=readFileSync(new URL('contenders.js',import.meta.url),'utf8')
const c=await b.newContext({ viewport: { width: 390, height: 844 } }); const page=await c.newPage(); const s=await c.newCDPSession(page)
await s.send('Emulation.setCPUThrottlingRate',{rate:4})
await page.addInitScript({content:`${robot};${peers}`})
await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval',{interval:200}); await s.send('Profiler.start')
await page.goto(ours.server.url,{waitUntil:'commit'})
const seen=await page.evaluate(([w,t])=>window.visit(w,t),['ours',{answers:{...ORDINARY,'session-ended':sessionValues(new Date(),26)},level:'expected'}])
console.log(seen.firstAnswered, seen.result, seen.next?.map?.(x=>Math.round(x)).join(' '), seen.blocking)
const {profile}=await s.send('Profiler.stop')
const self={}; const dt=profile.timeDeltas; const byId=new Map(profile.nodes.map(n=>[n.id,n])); profile.samples.forEach((id,i)=>{self[id]=(self[id]||0)+dt[i]})
const agg={}; const src={}
for(const n of profile.nodes){ const f=n.callFrame; const k=f.functionName+' '+f.url.split('/').pop()+':'+f.lineNumber+':'+f.columnNumber; agg[k]=(agg[k]||0)+(self[n.id]||0); src[k]=f }
// inclusive
const parent=new Map(); for(const n of profile.nodes) for(const ch of n.children||[]) parent.set(ch,n.id)
const incl={}; for(const n of profile.nodes){ let t=self[n.id]||0; if(!t) continue; const seenK=new Set(); let id=n.id; while(id){ const f=byId.get(id).callFrame; const k=f.functionName+' '+f.url.split('/').pop()+':'+f.lineNumber+':'+f.columnNumber; if(!seenK.has(k)){seenK.add(k); incl[k]=(incl[k]||0)+t} id=parent.get(id)} }
const file={}; const snip=(f)=>{ if(!f.url.includes('tiredness')) return ''; const p='build/site/'+f.url.split('/').pop(); try{const t=(file[p]||=readFileSync(p,'utf8').split('\n')); return t[f.lineNumber].slice(Math.max(0,f.columnNumber-12),f.columnNumber+60)}catch{return ''} }
console.log('SELF'); for(const [k,v] of Object.entries(agg).sort((a,b)=>b[1]-a[1]).slice(0,28)) console.log((v/1000).toFixed(1),k,'|',snip(src[k]))
console.log('INCL'); for(const [k,v] of Object.entries(incl).sort((a,b)=>b[1]-a[1]).slice(0,50)) console.log((v/1000).toFixed(1),k,'|',snip(src[k]))
await b.close(); await ours.server.close()
