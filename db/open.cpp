#include "db/open.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include "db/file_check.h"
#include "db/meta_table.h"
#include "db/migration.h"
#include "db/scrub.h"
#include "db/sqlite_store.h"
#include "db/statement.h"
#include "db/statement_error.h"

namespace soleus::db {
namespace {

namespace fs = std::filesystem;

// Enough for a bulk import; a longer log is cut back to it at the next checkpoint.
constexpr std::string_view kLogSizeLimit = "8388608";

// Read in SQLite's own words too: a file may have been migrated in a log that its header does not
// show yet.
Result<std::int32_t> check_version(SQLite::Database& database, bool read_only) {
  database.exec("BEGIN");  // another program may be making the tables
  const int version = database.execAndGet("PRAGMA user_version").getInt();
  const int tables = database.execAndGet("SELECT count(*) FROM sqlite_master").getInt();
  database.exec("COMMIT");
  if (version > latest_version()) {
    return fail(Code::file_too_new, "The file was written by a newer Soleus.");
  }
  if (read_only && version > 0 && version < latest_version()) {
    return fail(Code::read_only,
                "The file must be opened for writing once, to bring it up to date.");
  }
  if (version > 0) return version;
  if (tables > 0) return fail(Code::not_a_soleus_file, "This is another program's file.");
  if (read_only) return fail(Code::not_a_soleus_file, "The file is empty.");
  return version;
}

// The id comes first and by itself, in a rollback journal: a file that was being made when the
// power failed is known as ours, and is gone on with.
void claim(SQLite::Database& database) {
  if (database.execAndGet("PRAGMA application_id").getInt() == kApplicationId) return;
  database.exec("PRAGMA page_size = 4096");
  database.exec("PRAGMA application_id = " + std::to_string(kApplicationId));
}

void set_up_connection(SQLite::Database& database, const OpenOptions& options) {
  const bool full = options.synchronous == Synchronous::full;
  database.exec(full ? "PRAGMA synchronous = FULL" : "PRAGMA synchronous = NORMAL");
  // Apple's fsync leaves data in the drive; elsewhere these two do nothing.
  database.exec("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
  database.exec("PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA cell_size_check = ON");
  // Erased content must not pass through a temporary file.
  database.exec("PRAGMA temp_store = MEMORY");
  database.exec("PRAGMA journal_size_limit = " + std::string{kLogSizeLimit});
}

Status use_log(SQLite::Database& database) {
  if (database.execAndGet("PRAGMA journal_mode").getString() == "wal") return {};
  if (database.execAndGet("PRAGMA journal_mode = WAL").getString() == "wal") return {};
  return fail(Code::unsupported, "The file system cannot keep a log beside the file.");
}

Status make_current(SQLite::Database& database, const OpenOptions& options) {
  SOLEUS_TRY(use_log(database));
  if (database.execAndGet("PRAGMA user_version").getInt() == latest_version()) return {};
  SOLEUS_TRY(migrate(database, migrations(), options.before_migration));
  // So that the header tells the version, and an older Soleus refuses without a look at the log.
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  return {};
}

DeviceId random_device(SQLite::Database& database) {
  const std::string bytes = database.execAndGet("SELECT randomblob(16)").getString();
  DeviceId device;
  std::copy_n(bytes.begin(), device.value.bytes.size(), device.value.bytes.begin());
  device.value.bytes[6] = static_cast<std::uint8_t>((device.value.bytes[6] & 0x0f) | 0x40);
  device.value.bytes[8] = static_cast<std::uint8_t>((device.value.bytes[8] & 0x3f) | 0x80);
  return device;
}

struct Writer {
  DeviceId device;
  bool is_new = false;
};

/// Settles which device writes to the file.
Result<Writer> settle_device(SQLite::Database& database, MetaTable& meta,
                             const OpenOptions& options) {
  const auto known = meta.device();
  if (known && (options.read_only || !options.device || options.device == known)) {
    return Writer{*known, false};
  }
  if (options.read_only) return corrupt();
  database.exec("BEGIN IMMEDIATE");
  const auto told = meta.device();  // by another program, meanwhile
  const bool keep = told && !options.device;
  const DeviceId device = keep ? *told : options.device.value_or(random_device(database));
  if (!keep) meta.set_device(device);
  database.exec("COMMIT");
  return Writer{device, known.has_value()};
}

/// What is done with a file that is known to be good.
Result<Writer> settle(SQLite::Database& database, const OpenOptions& options) {
  MetaTable meta{database};
  SOLEUS_TRY_ASSIGN(const Writer writer, settle_device(database, meta, options));
  if (!options.read_only && meta.scrub_due()) (void)scrub(database, meta);
  return writer;
}

std::string utf8(const fs::path& path) {
  const std::u8string text = path.u8string();
  return {text.begin(), text.end()};
}

SQLite::Database connect(const std::string& name, int access, const OpenOptions& options) {
  // Calls are serialised by the owner of the store, so SQLite need not lock each of them.
  SQLite::Database database{name, access | SQLite::OPEN_NOMUTEX, options.busy_timeout_ms,
                            options.vfs};
  harden(database);
  return database;
}

/// The path as a URI that makes SQLite read the file and nothing beside it, and lock nothing.
std::string untouched_uri(const fs::path& path) {
  std::string uri = "file:";
  for (const char c : utf8(path)) {
    constexpr std::string_view kHex = "0123456789ABCDEF";
    const auto byte = static_cast<unsigned char>(c);
    uri.append({'%', kHex[byte >> 4], kHex[byte & 0x0f]});
  }
  return uri + "?immutable=1";
}

OpenedFile opened(SQLite::Database&& database, const Writer& writer, const OpenOptions& options,
                  const FileFacts& facts, std::int32_t found_version) {
  OpenedFile file;
  file.schema = latest_version();
  file.fresh = found_version == 0;
  file.recovered = facts.has_log;
  file.new_device = writer.is_new;
  file.store = std::make_unique<SqliteStore>(std::move(database), writer.device, options.read_only);
  return file;
}

Result<OpenedFile> open_for_writing(const fs::path& path, const OpenOptions& options,
                                    const FileFacts& facts) {
  SQLite::Database database =
      connect(utf8(path), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE, options);
  // A file that is refused keeps its log as it is; without one there is nothing to keep, and
  // closing takes away what SQLite puts beside the file.
  checkpoint_on_close(database, !facts.has_log);
  if (opened_read_only(database)) return fail(Code::read_only, "The file is write-protected.");
  SOLEUS_TRY_ASSIGN(const std::int32_t version, check_version(database, options.read_only));
  set_up_connection(database, options);
  claim(database);
  SOLEUS_TRY(make_current(database, options));
  SOLEUS_TRY_ASSIGN(const Writer writer, settle(database, options));
  checkpoint_on_close(database, true);
  return opened(std::move(database), writer, options, facts, version);
}

// A reader cannot take away what SQLite puts beside the file, so a file without a log is first
// looked at as if nothing could change it. That look also has to do where nothing can be put beside
// the file, as on a write-protected medium.
Result<OpenedFile> open_for_reading(const fs::path& path, const OpenOptions& options,
                                    const FileFacts& facts) {
  const auto open = [&](const std::string& name, int access) -> Result<OpenedFile> {
    SQLite::Database database = connect(name, access, options);
    SOLEUS_TRY_ASSIGN(const std::int32_t version, check_version(database, options.read_only));
    set_up_connection(database, options);
    SOLEUS_TRY_ASSIGN(const Writer writer, settle(database, options));
    return opened(std::move(database), writer, options, facts, version);
  };
  if (facts.has_log) return open(utf8(path), SQLite::OPEN_READONLY);
  Result<OpenedFile> untouched =
      open(untouched_uri(path), SQLite::OPEN_READONLY | SQLite::OPEN_URI);
  if (!untouched) return untouched;
  Result<OpenedFile> shared = caught([&] { return open(utf8(path), SQLite::OPEN_READONLY); });
  const bool nothing_beside = !shared && shared.error().code == Code::io_error;
  return nothing_beside ? std::move(untouched) : std::move(shared);
}

}  // namespace

Result<OpenedFile> open_file(const OpenOptions& options) {
  if (options.path.empty() || options.path.find('\0') != std::string::npos) {
    return fail(Code::invalid_value, "path", "A path is needed.");
  }
  std::error_code error;
  // Absolute, so that no path reads as a URI or as one of SQLite's special names.
  const fs::path path =
      fs::absolute(std::u8string{options.path.begin(), options.path.end()}, error);
  if (error) return fail(Code::io_error, "The file could not be reached.");
  SOLEUS_TRY_ASSIGN(const FileFacts facts, look_at_file(path, latest_version()));
  if (options.read_only && facts.empty) {
    return fail(Code::not_a_soleus_file, "There is no Soleus file there.");
  }
  try {
    return options.read_only ? open_for_reading(path, options, facts)
                             : open_for_writing(path, options, facts);
  } catch (const SQLite::Exception& exception) {
    if (wrong_schema(exception)) return corrupt();
    return tl::unexpected<Error>(error_of(exception));
  }
}

}  // namespace soleus::db
