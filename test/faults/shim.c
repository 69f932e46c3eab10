/*
 * Stands between a process and its disk, for files below FAULT_DIR. With FAULT_LOG it writes down every change of a file and
 * every flush, in order, so that a power cut can be played back. With FAULT_AT it lets the n-th such call fail, and with
 * FAULT_QUOTA it plays a disk of that many free bytes; both are over once the file FAULT_CLEAR exists.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum kind { WRITE = 1, TRUNCATE = 2, SYNC = 3, RENAME = 4, UNLINK = 5, CREATE = 6 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int log_fd = -1;
static long calls = 0;
static long used = 0;

static const char *below(const char *path) {
  const char *dir = getenv("FAULT_DIR");
  if (dir == NULL || path == NULL) return NULL;
  size_t length = strlen(dir);
  if (strncmp(path, dir, length) != 0 || path[length] != '/') return NULL;
  return path + length + 1;
}

static const char *below_fd(int fd, char *space) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, space, 4095);
  if (length <= 0) return NULL;
  space[length] = 0;
  const char *dir = getenv("FAULT_DIR");
  if (dir != NULL && strcmp(space, dir) == 0) return "";
  return below(space);
}

/* The index of the log is shared memory, which no power cut leaves behind; the lock is empty. */
static int counts(const char *name) {
  size_t length = strlen(name);
  return !(length > 4 && strcmp(name + length - 4, "-shm") == 0) && strcmp(name, "owner.lock") != 0;
}

static void note(uint8_t kind, const char *name, uint64_t at, const void *data, uint32_t length) {
  const char *path = getenv("FAULT_LOG");
  if (path == NULL) return;
  pthread_mutex_lock(&lock);
  if (log_fd < 0) log_fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_APPEND, 0600);
  uint16_t name_length = strlen(name);
  char *record = malloc(15 + name_length + length);
  record[0] = kind;
  memcpy(record + 1, &name_length, 2);
  memcpy(record + 3, &at, 8);
  memcpy(record + 11, &length, 4);
  memcpy(record + 15, name, name_length);
  if (length > 0) memcpy(record + 15 + name_length, data, length);
  size_t total = 15 + name_length + length;
  for (size_t done = 0; done < total;) {
    ssize_t more = syscall(SYS_write, log_fd, record + done, total - done);
    if (more <= 0) abort();
    done += more;
  }
  free(record);
  pthread_mutex_unlock(&lock);
}

static int is_over(void) {
  const char *clear = getenv("FAULT_CLEAR");
  return clear != NULL && syscall(SYS_faccessat, AT_FDCWD, clear, F_OK) == 0;
}

/* Whether this call has to fail; sets errno. `growth` is by how much a file would grow. */
static int fails(long growth) {
  const char *at = getenv("FAULT_AT");
  const char *quota = getenv("FAULT_QUOTA");
  if (at == NULL && quota == NULL) {
    calls = 0;
    used = 0;
    return 0;
  }
  if (quota != NULL) {
    if (growth <= 0 || is_over()) return 0;
    if (used + growth > atol(quota)) {
      errno = ENOSPC;
      return 1;
    }
    used += growth;
    return 0;
  }
  calls += 1;
  const char *told = getenv("FAULT_COUNTED");
  if (told != NULL) {
    int fd = syscall(SYS_openat, AT_FDCWD, told, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    char text[32];
    int length = snprintf(text, sizeof text, "%ld", calls);
    syscall(SYS_write, fd, text, length);
    syscall(SYS_close, fd);
  }
  long wanted = atol(at);
  int persists = getenv("FAULT_PERSISTS") != NULL;
  if ((persists ? calls < wanted : calls != wanted) || is_over()) return 0;
  const char *code = getenv("FAULT_ERRNO");
  errno = code != NULL ? atoi(code) : EIO;
  return 1;
}

static long growth_of(int fd, uint64_t end) {
  struct stat now;
  if (fstat(fd, &now) != 0) return 0;
  return (long)end - (long)now.st_size;
}

#define REAL(name, type) \
  static type real = NULL; \
  if (real == NULL) real = (type)dlsym(RTLD_NEXT, #name)

static ssize_t placed(int fd, const void *data, size_t length, off64_t at, ssize_t (*real)(int, const void *, size_t, off64_t)) {
  char space[4096];
  const char *name = below_fd(fd, space);
  if (name == NULL || !counts(name)) return real(fd, data, length, at);
  if (fails(growth_of(fd, (uint64_t)at + length))) return -1;
  ssize_t written = real(fd, data, length, at);
  if (written > 0) note(WRITE, name, at, data, written);
  return written;
}

typedef ssize_t (*pwrite_type)(int, const void *, size_t, off64_t);
ssize_t pwrite64(int fd, const void *data, size_t length, off64_t at) {
  REAL(pwrite64, pwrite_type);
  return placed(fd, data, length, at, real);
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) {
  REAL(pwrite64, pwrite_type);
  return placed(fd, data, length, at, real);
}

typedef ssize_t (*write_type)(int, const void *, size_t);
ssize_t write(int fd, const void *data, size_t length) {
  REAL(write, write_type);
  char space[4096];
  const char *name = below_fd(fd, space);
  if (name == NULL || !counts(name)) return real(fd, data, length);
  struct stat now;
  off_t at = fcntl(fd, F_GETFL) & O_APPEND && fstat(fd, &now) == 0 ? now.st_size : lseek(fd, 0, SEEK_CUR);
  if (fails(growth_of(fd, (uint64_t)at + length))) return -1;
  ssize_t written = real(fd, data, length);
  if (written > 0) note(WRITE, name, at, data, written);
  return written;
}

typedef int (*truncate_type)(int, off64_t);
static int cut(int fd, off64_t size) {
  REAL(ftruncate64, truncate_type);
  char space[4096];
  const char *name = below_fd(fd, space);
  if (name == NULL || !counts(name)) return real(fd, size);
  if (fails(growth_of(fd, size))) return -1;
  int result = real(fd, size);
  if (result == 0) note(TRUNCATE, name, size, NULL, 0);
  return result;
}
int ftruncate64(int fd, off64_t size) { return cut(fd, size); }
int ftruncate(int fd, off_t size) { return cut(fd, size); }

typedef int (*sync_type)(int);
static int flushed(int fd, int (*real)(int)) {
  char space[4096];
  const char *name = below_fd(fd, space);
  if (name == NULL || !counts(name)) return real(fd);
  if (fails(0)) return -1;
  /* Nothing has to reach the disk of this machine: what a flush means is played back. */
  if (getenv("FAULT_LOG") == NULL) return real(fd);
  note(SYNC, name, 0, NULL, 0);
  return 0;
}
int fsync(int fd) {
  REAL(fsync, sync_type);
  return flushed(fd, real);
}
int fdatasync(int fd) {
  REAL(fdatasync, sync_type);
  return flushed(fd, real);
}

typedef int (*rename_type)(const char *, const char *);
int rename(const char *from, const char *to) {
  REAL(rename, rename_type);
  const char *name = below(from);
  const char *next = below(to);
  if (name == NULL || next == NULL) return real(from, to);
  if (fails(0)) return -1;
  int result = real(from, to);
  if (result == 0) note(RENAME, name, 0, next, strlen(next));
  return result;
}

typedef int (*unlink_type)(const char *);
int unlink(const char *path) {
  REAL(unlink, unlink_type);
  const char *name = below(path);
  if (name == NULL || !counts(name)) return real(path);
  int result = real(path);
  if (result == 0) note(UNLINK, name, 0, NULL, 0);
  return result;
}
