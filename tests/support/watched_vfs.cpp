#include "tests/support/watched_vfs.h"

namespace soleus::testing {

struct WatchedVfs::Registration {
  sqlite3_vfs vfs;  // first, so that SQLite's pointer to it is a pointer to the whole
  WatchedVfs* owner;
  sqlite3_vfs* usual;
};

/// What SQLite allocates per open file: this, and behind it the usual file system's own part.
struct WatchedFile {
  sqlite3_file base;
  WatchedVfs* owner;
  FileKind kind;

  static WatchedFile* of(sqlite3_file* file) { return reinterpret_cast<WatchedFile*>(file); }
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
  const sqlite3_io_methods* methods() { return real()->pMethods; }
  static int ask(sqlite3_file* file, FileWork work, std::span<const std::uint8_t> bytes) {
    WatchedFile* self = of(file);
    return self->owner->before({work, self->kind, bytes});
  }

  static int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out);
  static int remove(sqlite3_vfs* vfs, const char* name, int sync_folder);
  static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at);
};

namespace {

sqlite3_file* real(sqlite3_file* file) { return WatchedFile::of(file)->real(); }

int close(sqlite3_file* f) { return real(f)->pMethods->xClose(real(f)); }
int read(sqlite3_file* f, void* to, int size, sqlite3_int64 at) {
  return real(f)->pMethods->xRead(real(f), to, size, at);
}
int truncate(sqlite3_file* f, sqlite3_int64 size) {
  const int code = WatchedFile::ask(f, FileWork::truncate, {});
  return code != SQLITE_OK ? code : real(f)->pMethods->xTruncate(real(f), size);
}
// Syncs are told of but not passed on: no test cuts the power, and most would do little but wait.
int sync(sqlite3_file* f, int) { return WatchedFile::ask(f, FileWork::sync, {}); }
int file_size(sqlite3_file* f, sqlite3_int64* size) {
  return real(f)->pMethods->xFileSize(real(f), size);
}
int lock(sqlite3_file* f, int level) { return real(f)->pMethods->xLock(real(f), level); }
int unlock(sqlite3_file* f, int level) { return real(f)->pMethods->xUnlock(real(f), level); }
int check_lock(sqlite3_file* f, int* out) {
  return real(f)->pMethods->xCheckReservedLock(real(f), out);
}
int control(sqlite3_file* f, int op, void* argument) {
  return real(f)->pMethods->xFileControl(real(f), op, argument);
}
int sector_size(sqlite3_file* f) { return real(f)->pMethods->xSectorSize(real(f)); }
int traits(sqlite3_file* f) { return real(f)->pMethods->xDeviceCharacteristics(real(f)); }
int shm_map(sqlite3_file* f, int page, int size, int extend, void volatile** out) {
  return real(f)->pMethods->xShmMap(real(f), page, size, extend, out);
}
int shm_lock(sqlite3_file* f, int offset, int n, int flags) {
  return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shm_barrier(sqlite3_file* f) { real(f)->pMethods->xShmBarrier(real(f)); }
int shm_unmap(sqlite3_file* f, int remove) { return real(f)->pMethods->xShmUnmap(real(f), remove); }

// Version 2: without memory-mapped reads, which would pass by.
constexpr sqlite3_io_methods kMethods = {
    2,         close,      read,    WatchedFile::write, truncate, sync,    file_size, lock,
    unlock,    check_lock, control, sector_size,        traits,   shm_map, shm_lock,  shm_barrier,
    shm_unmap, nullptr,    nullptr};

FileKind kind_of(int flags) {
  if ((flags & SQLITE_OPEN_MAIN_DB) != 0) return FileKind::database;
  if ((flags & SQLITE_OPEN_WAL) != 0) return FileKind::log;
  if ((flags & SQLITE_OPEN_MAIN_JOURNAL) != 0) return FileKind::journal;
  return FileKind::other;
}

}  // namespace

int WatchedFile::open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out) {
  const auto* registration = reinterpret_cast<WatchedVfs::Registration*>(vfs);
  WatchedFile* self = of(file);
  self->owner = registration->owner;
  self->kind = kind_of(flags);
  self->base.pMethods = nullptr;
  self->real()->pMethods = nullptr;
  int code = self->owner->before({FileWork::open, self->kind, {}});
  if (code != SQLITE_OK) return code;
  code = registration->usual->xOpen(registration->usual, name, self->real(), flags, out);
  self->base.pMethods = self->methods() != nullptr ? &kMethods : nullptr;
  return code;
}

int WatchedFile::remove(sqlite3_vfs* vfs, const char* name, int) {
  const auto* registration = reinterpret_cast<WatchedVfs::Registration*>(vfs);
  const int code = registration->owner->before({FileWork::remove, FileKind::other, {}});
  if (code != SQLITE_OK) return code;
  return registration->usual->xDelete(registration->usual, name, 0);
}

int WatchedFile::write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
  const auto* begin = static_cast<const std::uint8_t*>(bytes);
  const int code = ask(file, FileWork::write, {begin, static_cast<std::size_t>(size)});
  WatchedFile* self = of(file);
  if (code == SQLITE_OK) return self->methods()->xWrite(self->real(), bytes, size, at);
  self->methods()->xWrite(self->real(), bytes, size / 2, at);
  return code;
}

WatchedVfs::WatchedVfs() : registration_(std::make_unique<Registration>()) {
  static int count = 0;
  name_ = "watched-" + std::to_string(++count);
  sqlite3_vfs* usual = sqlite3_vfs_find(nullptr);
  registration_->vfs = *usual;
  registration_->vfs.zName = name_.c_str();
  registration_->vfs.pNext = nullptr;
  registration_->vfs.szOsFile = static_cast<int>(sizeof(WatchedFile)) + usual->szOsFile;
  registration_->vfs.xOpen = WatchedFile::open;
  registration_->vfs.xDelete = WatchedFile::remove;
  registration_->owner = this;
  registration_->usual = usual;
  sqlite3_vfs_register(&registration_->vfs, 0);
}

WatchedVfs::~WatchedVfs() { sqlite3_vfs_unregister(&registration_->vfs); }

}  // namespace soleus::testing
