"""No system call beyond the allow-list reaches the kernel. Prints the error of each; all are EPERM while it holds.

The arguments are wrong on purpose: a call that got through says something else than EPERM, and does no harm.
"""
import ctypes
import platform

libc = ctypes.CDLL(None, use_errno=True)
COLUMN = 0 if platform.machine() == "x86_64" else 1
BAD = (-1, -1, -1, -1, -1, -1)
CALLS = {  # name: (x86_64, aarch64)
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "kcmp": (312, 272),
    "pidfd_open": (434, 434), "pidfd_getfd": (438, 438), "process_madvise": (440, 440), "kill": (62, 129),
    "tgkill": (234, 131), "tkill": (200, 130), "rt_sigqueueinfo": (129, 138), "pidfd_send_signal": (424, 424),
    "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51), "setns": (308, 268),
    "unshare": (272, 97), "fsopen": (430, 430), "open_tree": (428, 428), "move_mount": (429, 429),
    "mount_setattr": (442, 442), "bpf": (321, 280), "io_uring_setup": (425, 425), "io_uring_enter": (426, 426),
    "io_uring_register": (427, 427), "io_setup": (206, 0), "keyctl": (250, 219), "add_key": (248, 217),
    "request_key": (249, 218), "userfaultfd": (323, 282), "perf_event_open": (298, 241), "memfd_create": (319, 279),
    "memfd_secret": (447, 447), "shmget": (29, 194), "shmat": (30, 196), "msgget": (68, 186), "semget": (64, 190),
    "mq_open": (240, 180), "socket": (41, 198), "socketpair": (53, 199), "connect": (42, 203), "sendmsg": (46, 211),
    "recvmsg": (47, 212), "accept4": (288, 242), "bind": (49, 200), "execve": (59, 221), "execveat": (322, 281),
    "setuid": (105, 146), "setgid": (106, 144), "setresuid": (117, 147), "capset": (126, 91), "seccomp": (317, 277),
    "landlock_create_ruleset": (444, 444), "personality": (135, 92), "init_module": (175, 105),
    "finit_module": (313, 273), "kexec_load": (246, 104), "reboot": (169, 142), "swapon": (167, 224),
    "acct": (163, 89), "syslog": (103, 116), "sethostname": (170, 161), "clock_settime": (227, 112),
    "settimeofday": (164, 170), "adjtimex": (159, 171), "timer_create": (222, 107), "timerfd_create": (283, 85),
    "signalfd4": (289, 74), "inotify_init1": (294, 26), "fanotify_init": (300, 262), "name_to_handle_at": (303, 264),
    "open_by_handle_at": (304, 265), "openat2": (437, 437), "utimensat": (280, 88), "fchmod": (91, 52),
    "fchmodat": (268, 53), "fchownat": (260, 54), "setxattr": (188, 5), "fsetxattr": (190, 7), "linkat": (265, 37),
    "symlinkat": (266, 36), "mknodat": (259, 33), "flock": (73, 32), "fallocate": (285, 47), "splice": (275, 76),
    "vmsplice": (278, 75), "copy_file_range": (326, 285), "sendfile": (40, 71), "fadvise64": (221, 223),
    "mincore": (27, 232), "mlock": (149, 228), "mlockall": (151, 230), "mbind": (237, 235), "remap_file_pages": (216, 234),
    "setpriority": (141, 140), "sched_setscheduler": (144, 119), "sched_setaffinity": (203, 122),
    "sched_setattr": (314, 274), "ioprio_set": (251, 30), "setpgid": (109, 154), "setsid": (112, 157),
    "wait4": (61, 260), "waitid": (247, 95), "quotactl": (179, 60), "lookup_dcookie": (212, 18),
    "pkey_alloc": (330, 289), "futex_waitv": (449, 449), "cachestat": (451, 451), "map_shadow_stack": (453, 453),
    "chmod": (90, None), "link": (86, None), "symlink": (88, None), "mknod": (133, None), "utime": (132, None),
    "utimes": (235, None), "creat": (85, None), "iopl": (172, None), "ioperm": (173, None), "modify_ldt": (154, None),
    "uselib": (134, None), "vhangup": (153, 58), "clone with a user namespace": (56, 220),
}  # fmt: skip
ARGUMENTS = {  # calls of which some arguments are allowed
    "fcntl F_SETFL": ((72, 25), (-1, 4, 0)), "fcntl F_SETLK": ((72, 25), (-1, 6, -1)),
    "fcntl F_SETOWN": ((72, 25), (-1, 8, 1)), "fcntl F_SETSIG": ((72, 25), (-1, 10, 9)),
    "fcntl F_SETLEASE": ((72, 25), (-1, 1024, 0)), "fcntl F_NOTIFY": ((72, 25), (-1, 1026, 0)),
    "fcntl F_SETPIPE_SZ": ((72, 25), (-1, 1031, 1 << 20)), "fcntl F_ADD_SEALS": ((72, 25), (-1, 1033, 1)),
    "ioctl TIOCSTI": ((16, 29), (-1, 0x5412, -1)), "ioctl TIOCLINUX": ((16, 29), (-1, 0x541C, -1)),
    "ioctl FIOASYNC": ((16, 29), (-1, 0x5452, -1)), "ioctl FS_IOC_SETFLAGS": ((16, 29), (-1, 0x40086602, -1)),
    "prctl PR_SET_DUMPABLE": ((157, 167), (4, 9, 0, 0, 0)), "prctl PR_SET_SECCOMP": ((157, 167), (22, 9, -1, 0, 0)),
    "prctl PR_SET_PDEATHSIG": ((157, 167), (1, 999, 0, 0, 0)), "prctl PR_SET_PTRACER": ((157, 167), (0x59616D61, 1, 0, 0, 0)),
    "prctl PR_SET_MM": ((157, 167), (35, 99, 0, 0, 0)), "prctl PR_CAP_AMBIENT": ((157, 167), (47, 99, 0, 0, 0)),
    "prlimit64 of 1": ((302, 261), (77777, 0, None, None)),
    "clone with CLONE_THREAD alone": ((56, 220), (0x10000, -1, -1, -1, -1)),
}  # fmt: skip
CALLS = {name: (numbers, BAD) for name, numbers in CALLS.items()} | ARGUMENTS


for name, (numbers, arguments) in CALLS.items():
    if numbers[COLUMN] is not None:
        result = libc.syscall(numbers[COLUMN], *arguments)
        print(name, "=", ctypes.get_errno() if result < 0 else "done", flush=True)
