k,n=map(int,input().split())
Q={}
for _ in range(k):
    a,b=input().split()
    Q[a]=int(b)
F={}
def sizes(F):
    # sizes of all folders from scratch
    S={}
    for f in F:
        d=f[:f.rfind("/")]
        while d:
            S[d]=S.get(d,0)+F[f]
            d=d[:d.rfind("/")]
    return S
for _ in range(n):
    c=input().split()
    if c[0]=="size":
        print(sizes(F).get(c[1],0))
    elif c[0]=="del":
        if c[1] in F: F.pop(c[1])
        else: print("missing")
    else:
        G=dict(F)
        G[c[1]]=int(c[2])
        S=sizes(G)
        bad=[d for d in Q if S.get(d,0)>Q[d] and c[1].startswith(d+"/")]
        if bad: print("full",max(bad,key=len))
        else: F=G
print("files",len(F),sum(F.values()))
