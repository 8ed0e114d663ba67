#include "db/statement_error.h"

#include <sqlite3.h>

#include <string>

namespace soleus::db {
namespace {

constexpr int primary(int code) { return code & 0xff; }

struct Meaning {
  int sqlite;
  Code code;
  const char* sentence;
};

constexpr Meaning kMeanings[] = {
    {SQLITE_FULL, Code::disk_full, "The disk is full; nothing was written."},
    {SQLITE_BUSY, Code::busy, "Another program is writing to the file; try again."},
    {SQLITE_LOCKED, Code::busy, "Another program is writing to the file; try again."},
    {SQLITE_PROTOCOL, Code::busy, "Another program is writing to the file; try again."},
    {SQLITE_READONLY, Code::read_only, "The file can only be read."},
    {SQLITE_PERM, Code::read_only, "The file can only be read."},
    {SQLITE_CORRUPT, Code::file_corrupt, "Part of the file is damaged and cannot be read."},
    {SQLITE_NOTADB, Code::not_a_soleus_file, "This is not a Soleus file."},
    {SQLITE_IOERR, Code::io_error, "The file could not be read or written."},
    {SQLITE_CANTOPEN, Code::io_error, "The file could not be opened."},
    {SQLITE_INTERRUPT, Code::cancelled, "Cancelled; nothing was written."},
};

}  // namespace

Error error_of(const SQLite::Exception& exception) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.sqlite == primary(exception.getErrorCode())) {
      return {meaning.code, {}, meaning.sentence};
    }
  }
  return {Code::internal,
          {},
          "The database refused a statement (SQLite code " +
              std::to_string(exception.getExtendedErrorCode()) + ")."};
}

bool wrong_schema(const SQLite::Exception& exception) {
  return primary(exception.getErrorCode()) == SQLITE_ERROR;
}

}  // namespace soleus::db
