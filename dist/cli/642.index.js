export const id=642;export const ids=[642];export const modules={1642:(o,t,e)=>{e.d(t,{ProxyAgent:()=>c});var n=e(2279),r=e(883),c=e(6672);e(4398),r.prototype.connect=n}};
