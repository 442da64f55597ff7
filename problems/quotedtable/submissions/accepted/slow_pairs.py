n,c=map(int,input().split())
t=''.join([input() for _ in range(n)])
cells=[];cur='';inq=False
i=0
while i<len(t):
    ch=t[i]
    if inq:
        if ch=="'":
            if t[i+1]=="'":
                cur=cur+"'";i+=1
            else: inq=False
        else: cur=cur+ch
    elif ch=="'": inq=True
    elif ch==';' or ch=='/':
        cells.append(cur);cur=''
    else: cur=cur+ch
    i+=1
print(len(cells)//c)
for j in range(c):
    col=cells[j::c]
    seen=[];cnt=[]
    for x in col:
        for k in range(len(seen)):
            if seen[k]==x:
                cnt[k]+=1
                break
        else:
            seen.append(x);cnt.append(1)
    cand=[seen[k] for k in range(len(seen)) if cnt[k]==max(cnt)]
    cand.sort()
    cand.sort(key=len,reverse=True)
    print(len(seen),max([len(x) for x in seen]),'['+cand[0]+']')
