n,q=map(int,input().split())
A=[];T=[]
for i in range(n):
    a,t=input().split()
    A.append(a)
    T.append(int(t[:-3])*60+int(t[-2:]))
for i in range(q):
    r,s=map(int,input().split())
    res=None
    # is there a stretch of k songs? then try one more
    for k in range(1,n+1):
        hit=None
        cnt={}
        tot=0
        over=0
        for j in range(n):
            c=cnt.get(A[j],0)+1
            cnt[A[j]]=c
            if c==r+1: over+=1
            tot+=T[j]
            if j>=k:
                c=cnt[A[j-k]]-1
                cnt[A[j-k]]=c
                if c==r: over-=1
                tot-=T[j-k]
            if j>=k-1 and over==0 and tot<=s:
                if hit is None or tot>hit[0]: hit=(tot,j-k+2)
        if hit is None: break
        res=(k,hit[1],hit[0])
    if res is None: print("no tape")
    else:
        k,f,t=res
        m,x=divmod(t,60)
        h,m=divmod(m,60)
        print(k,f,"%d:%02d:%02d"%(h,m,x))
