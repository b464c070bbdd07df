/*
 * /bin/cp of the image: copies one regular file, without libc, so that an image from scratch serves as an init
 * container in 16 MiB. It answers the two commands in use: `cp /javaagent.jar /obs-agent/javaagent.jar` (ours and the
 * OpenTelemetry Operator's) and a folder as the target. Options are accepted and mean nothing.
 *
 * The target appears by rename: a JVM beside an init container that is started again never maps half a jar.
 */

#if defined(__x86_64__)
enum { READ = 0, WRITE = 1, CLOSE = 3, EXIT = 60, FCHMOD = 91, OPENAT = 257, UNLINKAT = 263, RENAMEAT = 264 };
enum { O_DIRECTORY = 0200000 };
__asm__(".globl _start\n_start: mov %rsp, %rdi\n and $-16, %rsp\n call start\n");

static long call(long number, long a, long b, long c, long d) {
    long result;
    register long r10 __asm__("r10") = d;
    __asm__ volatile("syscall" : "=a"(result) : "a"(number), "D"(a), "S"(b), "d"(c), "r"(r10) : "rcx", "r11", "memory");
    return result;
}
#elif defined(__aarch64__)
enum { READ = 63, WRITE = 64, CLOSE = 57, EXIT = 93, FCHMOD = 52, OPENAT = 56, UNLINKAT = 35, RENAMEAT = 38 };
enum { O_DIRECTORY = 040000 };
__asm__(".globl _start\n_start: mov x0, sp\n bl start\n");

static long call(long number, long a, long b, long c, long d) {
    register long x8 __asm__("x8") = number;
    register long x0 __asm__("x0") = a;
    register long x1 __asm__("x1") = b;
    register long x2 __asm__("x2") = c;
    register long x3 __asm__("x3") = d;
    __asm__ volatile("svc 0" : "+r"(x0) : "r"(x8), "r"(x1), "r"(x2), "r"(x3) : "memory");
    return x0;
}
#else
#error "the image is built for amd64 and arm64"
#endif

enum { AT_FDCWD = -100, O_RDONLY = 0, O_WRONLY = 1, O_CREAT = 0100, O_TRUNC = 01000, STDERR = 2 };
enum { PATH_LENGTH = 4096, READABLE_BY_ALL = 0644 };

static char buffer[65536];

static long length(const char *text) {
    long n = 0;
    while (text[n]) n++;
    return n;
}

static void fail(const char *what, const char *path, long error) {
    char number[] = ": errno 000\n";
    for (int i = 10, rest = (int) -error; i > 7; i--, rest /= 10) number[i] = (char) ('0' + rest % 10);
    call(WRITE, STDERR, (long) "cp: ", 4, 0);
    call(WRITE, STDERR, (long) what, length(what), 0);
    call(WRITE, STDERR, (long) path, length(path), 0);
    call(WRITE, STDERR, (long) number, sizeof number - 1, 0);
    call(EXIT, 1, 0, 0, 0);
}

static long checked(long result, const char *what, const char *path) {
    if (result < 0) fail(what, path, result);
    return result;
}

static long join(char *path, long end, const char *text) {
    for (long i = 0; text[i]; i++) {
        if (end == PATH_LENGTH - 1) fail("path is too long: ", text, -36);
        path[end++] = text[i];
    }
    path[end] = 0;
    return end;
}

static const char *name(const char *path) {
    const char *last = path;
    for (; *path; path++) {
        if (*path == '/') last = path + 1;
    }
    return last;
}

static void copy(const char *from, const char *to) {
    static char target[PATH_LENGTH], temporary[PATH_LENGTH];
    long end = join(target, 0, to);
    long folder = call(OPENAT, AT_FDCWD, (long) to, O_RDONLY | O_DIRECTORY, 0);
    if (folder >= 0) {
        call(CLOSE, folder, 0, 0, 0);
        join(target, join(target, end, "/"), name(from));
    }
    join(temporary, join(temporary, 0, target), ".part");

    long in = checked(call(OPENAT, AT_FDCWD, (long) from, O_RDONLY, 0), "cannot open ", from);
    long out = checked(call(OPENAT, AT_FDCWD, (long) temporary, O_WRONLY | O_CREAT | O_TRUNC, READABLE_BY_ALL),
                       "cannot create ", temporary);
    long error = 0;
    for (long n; !error && (n = call(READ, in, (long) buffer, sizeof buffer, 0)) != 0;) {
        if (n < 0) error = n;
        for (long done = 0; !error && done < n;) {
            long written = call(WRITE, out, (long) buffer + done, n - done, 0);
            if (written < 0) error = written;
            else done += written;
        }
    }
    /* The application runs as another user, whatever umask this process was given. */
    if (!error) error = call(FCHMOD, out, READABLE_BY_ALL, 0, 0);
    if (!error) error = call(RENAMEAT, AT_FDCWD, (long) temporary, AT_FDCWD, (long) target);
    if (error) {
        call(UNLINKAT, AT_FDCWD, (long) temporary, 0, 0);
        fail("cannot write ", target, error);
    }
}

__attribute__((used)) void start(long *stack) {
    long count = stack[0];
    char **arguments = (char **) (stack + 1);
    const char *paths[2];
    int found = 0;
    for (long i = 1; i < count; i++) {
        if (arguments[i][0] == '-') continue;
        if (found == 2) fail("copies one file, cannot also copy ", arguments[i], -22);
        paths[found++] = arguments[i];
    }
    if (found < 2) fail("needs two paths: ", "cp FILE TARGET", -22);
    copy(paths[0], paths[1]);
    call(EXIT, 0, 0, 0, 0);
}
