n, q = map(int, input().split())
songs = []
for i in range(n):
    artist, length = input().split()
    m, s = length.split(":")
    songs.append((artist, int(m) * 60 + int(s)))

for _ in range(q):
    r, limit = map(int, input().split())
    best_songs = 0
    best_time = 0
    best_start = 0
    for start in range(n):
        count = {}
        time = 0
        k = start
        while k < n:
            artist, length = songs[k]
            if count.get(artist, 0) == r or time + length > limit:
                break
            count[artist] = count.get(artist, 0) + 1
            time += length
            k += 1
        if k - start > best_songs or (k - start == best_songs and time > best_time):
            best_songs = k - start
            best_time = time
            best_start = start
    if best_songs == 0:
        print("no tape")
    else:
        h = best_time // 3600
        m = best_time % 3600 // 60
        s = best_time % 60
        print(best_songs, best_start + 1, str(h) + ":" + str(m).zfill(2) + ":" + str(s).zfill(2))
