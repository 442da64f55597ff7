import sys
L=sys.stdin.read().split("\n")
num=[];caf=[];amt=[]
for l in L[1:int(L[0])+1]:
    w=l.split()
    if w[0]=="bill":
        num.append(w[1]);caf.append(w[2]);amt.append(int(w[3]))
        continue
    c=w[1];a=int(w[2])
    idx=[];k=[]
    for i in range(len(num)):
        if caf[i]==c:
            idx.append(i)
            if amt[i]==a: k.append(i)
    k=k[:1]
    if not k and len(idx)>1 and amt[idx[0]]+amt[idx[1]]==a:
        k=idx[:2]
    if k:
        print(*[num[i] for i in k])
        for i in k[::-1]:
            num.pop(i);caf.pop(i);amt.pop(i)
    else:
        print("aside")
print("open",len(num),sum(amt))
