n,k,w=map(int,input().split())
T=[];U=[];R=[]
c=0
seen=[]
for i in range(n):
    a,b,r=input().split()
    T.append(int(a));U.append(b);R.append(r)
    if r=="ok": continue
    j=i
    found=0
    while j>=0:
        if U[j]==b:
            if R[j]!="fail": break
            if T[j]>T[i]-w: found+=1
        j-=1
    if found>=k:
        c+=1
        R[i]="used"
        print(T[i],b)
        if b not in seen: seen.append(b)
print("alarms",c,len(seen))
