import { launch, open, visit, SPEEDS } from './visits.mjs'
const b = await launch(); const o={plain:await open('plain'), ours:await open('ours')}
for (const n of ['plain','ours']) await visit(b,o[n],'fast')
const med=a=>a.sort((x,y)=>x-y)[a.length>>1]
for (const speed of ['slow','fast']) { const r={plain:[],ours:[]}
for (let i=0;i<Number(process.argv[2]||5);i++) for (const n of ['plain','ours']) r[n].push(await visit(b,o[n],speed))
for (const k of ['bytes','requests','firstAnswered','blocking','shift','next','result','heap','calibration']) { const p=med(r.plain.map(v=>v[k])), u=med(r.ours.map(v=>v[k])); console.log(speed,k,p?.toFixed?.(1),u?.toFixed?.(1),(u/p).toFixed(2), r.ours.map(v=>Math.round(v[k])).join(' ')) }
if(speed==='slow') console.log(r.ours[0].files.map(f=>f.path+' '+f.bytes+(f.idle?' idle':'')).join('\n'), r.ours[0].load, r.ours[0].engineMemory) }
await b.close(); for(const x of Object.values(o)) await x.server.close()
