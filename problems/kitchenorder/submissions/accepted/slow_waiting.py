n=int(input())
todo=[input().split() for _ in range(n)]
done=set()
ready=[]
t=0
while True:
    # move everything that has become possible
    new=[x for x in todo if all(y in done for y in x[3:])]
    for x in new:
        todo.remove(x)
        ready.append((-t,int(x[1]),x[0]))
    if len(ready)==0:
        break
    ready.sort()
    a,m,name=ready.pop(0)
    print(t,name)
    t+=m
    done.add(name)
if todo: print("stuck",len(todo))
else: print("ready",t)
