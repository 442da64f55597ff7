c,n=map(int,input().split())
N=input().split()
B=[" "+input()+" " for i in range(n)]
H=[]
alive=[str(i+1) for i in range(c)]
while 1:
    tops=[b.split()[0] if b.strip() else "" for b in B]
    V=[tops.count(a) for a in alive]
    e=tops.count("")
    if max(V)*2>n-e or len(alive)==1:
        w=V.index(max(V))
        print("wins",N[int(alive[w])-1],V[w],e)
        break
    H.append(dict(zip(alive,V)))
    cand=alive
    r=len(H)-1
    while len(cand)>1 and r>=0:
        m=min(H[r][a] for a in cand)
        cand=[a for a in cand if H[r][a]==m]
        r-=1
    x=cand[-1]
    print("out",N[int(x)-1],H[-1][x])
    alive.remove(x)
    B=[b.replace(" "+x+" "," ") for b in B]
