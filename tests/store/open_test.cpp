#include <SQLiteCpp/Database.h>
#include <sys/stat.h>

#include <filesystem>
#include <map>
#include <string>
#include <thread>
#include <vector>

#include "db/migration.h"
#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/event_maker.h"
#include "tests/support/watched_vfs.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

namespace fs = std::filesystem;

/// Every file of the folder with its bytes.
std::map<std::string, std::string> snapshot(const TempDb& file) {
  std::map<std::string, std::string> out;
  for (const auto& entry : fs::directory_iterator{file.folder()}) {
    out[entry.path().filename().string()] = entry.is_regular_file() ? file_bytes(entry.path()) : "";
  }
  return out;
}

/// Opens both ways; both must refuse with `code` and leave the folder as it is.
void check_refused(const TempDb& file, Code code) {
  const auto before = snapshot(file);
  for (const bool read_only : {false, true}) {
    INFO("read_only " << read_only);
    db::OpenOptions options = options_for(file);
    options.read_only = read_only;
    const auto refused = db::open_file(options);
    REQUIRE_FALSE(refused);
    CHECK(code_name(refused.error().code) == code_name(code));
    CHECK_FALSE(refused.error().detail.empty());
    CHECK((snapshot(file) == before));
  }
}

void make_file(const TempDb& file, int entries = 3) {
  const auto store = opened(file);
  EventMaker phone{1};
  for (int i = 0; i < entries; ++i) put(*store, {phone.later(1000).event(drunk(1 + i))});
}

void foreign_file(const TempDb& file, const std::string& sql) {
  SQLite::Database database{file.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  database.exec(sql);
}

std::string newer_version() {
  return "PRAGMA user_version = " + std::to_string(db::latest_version() + 1);
}

TEST_CASE("store: a new file is made, and opened again it is the same", "[store][open]") {
  const TempDb file;
  const auto made = must(db::open_file(options_for(file)));
  CHECK(made.fresh);
  CHECK(made.schema == db::latest_version());
  CHECK_FALSE(made.new_device);
  CHECK((made.store->device() == own_device()));
  EventMaker phone{1};
  const Event event = phone.event(drunk(1));
  put(*made.store, {event});
  const auto again = must(db::open_file(options_for(file)));
  CHECK_FALSE(again.fresh);
  CHECK((all_events(*again.store) == std::vector{event}));
}

TEST_CASE("store: closing leaves one file", "[store][open]") {
  const TempDb file;
  make_file(file);
  CHECK(snapshot(file).size() == 1);
}

TEST_CASE("store: a file without content becomes a new one", "[store][open]") {
  const std::string claim = "PRAGMA application_id = " + std::to_string(0x534f4c45);
  for (const std::string& sql :
       {std::string{}, std::string{"VACUUM"}, claim, claim + "; PRAGMA journal_mode = WAL"}) {
    INFO("made by: " << sql);
    const TempDb file;
    sql.empty() ? write_file(file.path(), "") : foreign_file(file, sql);
    CHECK(must(db::open_file(options_for(file))).fresh);
    CHECK(ask(file, "PRAGMA user_version") == std::to_string(db::latest_version()));
  }
}

TEST_CASE("store: a folder is refused", "[store][open]") {
  const TempDb file;
  fs::create_directory(file.path());
  check_refused(file, Code::not_a_soleus_file);
}

TEST_CASE("store: a pipe or device is refused without waiting for it", "[store][open]") {
  const TempDb file;
  REQUIRE(mkfifo(file.path().c_str(), 0600) == 0);
  check_refused(file, Code::not_a_soleus_file);
  db::OpenOptions options = options_for(file);
  options.path = "/dev/null";
  CHECK(db::open_file(options).error().code == Code::not_a_soleus_file);
}

TEST_CASE("store: what is no database is refused and keeps its bytes", "[store][open]") {
  for (const std::string& bytes :
       {std::string{"x"}, std::string(100000, 'a'), std::string(8192, '\0')}) {
    const TempDb file;
    write_file(file.path(), bytes);
    check_refused(file, Code::not_a_soleus_file);
  }
}

TEST_CASE("store: another program's database is refused and keeps its bytes", "[store][open]") {
  std::string many_tables = "BEGIN;";
  for (int i = 0; i < 500; ++i) many_tables += "CREATE TABLE t" + std::to_string(i) + " (a);";
  for (const std::string& sql : {
           std::string{"CREATE TABLE t (a); INSERT INTO t VALUES (1)"},
           std::string{"PRAGMA application_id = 7"},
           std::string{"PRAGMA journal_mode = WAL; CREATE TABLE t (a)"},
           "CREATE TABLE t (a); PRAGMA application_id = " + std::to_string(0x534f4c45),
           many_tables + "COMMIT",
       }) {
    INFO("made by: " << sql.substr(0, 80));
    const TempDb file;
    foreign_file(file, sql);
    check_refused(file, Code::not_a_soleus_file);
  }
}

TEST_CASE("store: another program's database with a log in use is left alone", "[store][open]") {
  const TempDb file;
  SQLite::Database other{file.path(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
  other.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (a)");
  check_refused(file, Code::not_a_soleus_file);
}

TEST_CASE("store: a file cut off anywhere is refused and keeps its bytes", "[store][open]") {
  const TempDb file;
  make_file(file);
  const std::string whole = file_bytes(file.path());
  for (const std::size_t size :
       {17UL, 99UL, 100UL, 1000UL, 4096UL, whole.size() / 2, whole.size() - 1}) {
    INFO("cut to " << size);
    write_file(file.path(), whole.substr(0, size));
    check_refused(file, Code::file_corrupt);
  }
}

TEST_CASE("store: a file with garbled pages is reported and keeps its bytes", "[store][open]") {
  const TempDb file;
  make_file(file);
  const std::string good = file_bytes(file.path());
  const std::size_t table_of_tables = 100;
  const std::size_t second_page = 4096;
  for (const std::size_t at : {table_of_tables, second_page}) {
    INFO("garbled from byte " << at);
    const std::size_t end = at == second_page ? good.size() : second_page;
    std::string bytes = good;
    bytes.replace(at, end - at, std::string(end - at, '\x5a'));
    write_file(file.path(), bytes);
    check_refused(file, Code::file_corrupt);
  }
}

TEST_CASE("store: our file without a table it must have is damaged", "[store][open]") {
  const TempDb file;
  make_file(file);
  tamper(file, "DROP TABLE meta");
  check_refused(file, Code::file_corrupt);
}

TEST_CASE("store: the log of a file that is gone, or was emptied, is not thrown away",
          "[store][open]") {
  const TempDb file;
  write_file(file.wal_path(), "frames");
  check_refused(file, Code::file_corrupt);
  write_file(file.path(), "");
  check_refused(file, Code::file_corrupt);
}

TEST_CASE("store: a file of a newer version is refused and keeps its bytes", "[store][open]") {
  const TempDb file;
  make_file(file);
  tamper(file, newer_version());
  check_refused(file, Code::file_too_new);
}

TEST_CASE("store: a newer version that only the log tells of is refused too", "[store][open]") {
  const TempDb file;
  const TempDb copy;
  make_file(file);
  SQLite::Database other{file.path(), SQLite::OPEN_READWRITE};
  other.exec(newer_version());
  fs::copy_file(file.path(), copy.path());
  fs::copy_file(file.wal_path(), copy.wal_path());
  const auto before = snapshot(copy);
  CHECK(db::open_file(options_for(copy)).error().code == Code::file_too_new);
  auto after = snapshot(copy);
  after.erase("diary.soleus-shm");  // rebuilt from the log by whoever opens it
  CHECK((after == before));
}

TEST_CASE("store: there must be a path, and a folder for the file", "[store][open]") {
  const TempDb file;
  db::OpenOptions options = options_for(file);
  for (const std::string& path : {std::string{}, file.path() + '\0' + "x"}) {
    options.path = path;
    CHECK(db::open_file(options).error().field == "path");
  }
  options.path = file.path("no/such/folder/diary");
  CHECK(db::open_file(options).error().code == Code::io_error);
  CHECK(snapshot(file).empty());
}

TEST_CASE("store: a path that looks like one of SQLite's special names is a file",
          "[store][open]") {
  const TempDb file;
  for (const char* name : {"file:x?mode=memory", ":memory:", "a b%20c?d#e", "füße.soleus"}) {
    db::OpenOptions options = options_for(file);
    options.path = file.path(name);
    put(*opened(options), {EventMaker{1}.event(drunk(1))});
    CHECK(fs::exists(file.folder() / name));
    CHECK(all_events(*opened(options)).size() == 1);
  }
}

TEST_CASE("store: reading needs a file that is there", "[store][open]") {
  const TempDb file;
  db::OpenOptions options = options_for(file);
  options.read_only = true;
  CHECK(db::open_file(options).error().code == Code::not_a_soleus_file);
  CHECK(snapshot(file).empty());
}

TEST_CASE("store: a write-protected file is refused for writing and can be read", "[store][open]") {
  const TempDb file;
  make_file(file);
  fs::permissions(file.path(), fs::perms::owner_read, fs::perm_options::replace);
  db::OpenOptions options = options_for(file);
  options.read_only = true;
  CHECK(all_events(*opened(options)).size() == 3);
  options.read_only = false;
  const auto refused = db::open_file(options);
  if (refused) {
    WARN("skipped in part: this user may write to write-protected files");
  } else {
    CHECK(refused.error().code == Code::read_only);
  }
}

/// A folder in which nothing can be made.
class SealedFolder final : public WatchedVfs {
 protected:
  int before(const Change& change) override {
    return change.work == FileWork::open && change.file == FileKind::log ? SQLITE_CANTOPEN
                                                                         : SQLITE_OK;
  }
};

TEST_CASE("store: in a write-protected folder a file can be read but not written",
          "[store][open]") {
  const TempDb file;
  make_file(file);
  const auto before = snapshot(file);
  SealedFolder disk;
  db::OpenOptions options = options_for(file);
  options.vfs = disk.name();
  CHECK(db::open_file(options).error().code == Code::io_error);
  options.read_only = true;
  CHECK(all_events(*opened(options)).size() == 3);
  CHECK((snapshot(file) == before));
}

TEST_CASE("store: what a killed program left in the log is there again", "[store][open]") {
  const TempDb file;
  const TempDb copy;
  {
    const auto store = opened(file);
    EventMaker phone{1};
    put(*store, {phone.event(drunk(1))});
    fs::copy_file(file.path(), copy.path());
    fs::copy_file(file.wal_path(), copy.wal_path());
  }
  const auto reopened = must(db::open_file(options_for(copy)));
  CHECK(reopened.recovered);
  CHECK_FALSE(reopened.fresh);
  CHECK(all_events(*reopened.store).size() == 1);
}

TEST_CASE("store: a copied file goes on under the platform's own device", "[store][open]") {
  const TempDb file;
  make_file(file, 2);
  db::OpenOptions options = options_for(file);
  EventMaker tablet{2};
  options.device = tablet.device();
  const auto copied = must(db::open_file(options));
  CHECK(copied.new_device);
  CHECK((copied.store->device() == tablet.device()));
  CHECK(must(copied.store->last_seq()) == 0);
  put(*copied.store, {tablet.event(drunk(1))});
  CHECK_FALSE(must(db::open_file(options)).new_device);
  options.device.reset();
  const auto kept = must(db::open_file(options));
  CHECK((kept.store->device() == tablet.device()));
  CHECK(must(kept.store->last_seq()) == 1);
}

TEST_CASE("store: a file made without a device id gets one of its own", "[store][open]") {
  const TempDb files[2];
  DeviceId made[2];
  for (int i = 0; i < 2; ++i) {
    db::OpenOptions options = options_for(files[i]);
    options.device.reset();
    made[i] = opened(options)->device();
    CHECK((opened(options)->device() == made[i]));
  }
  CHECK((made[0] != made[1]));
}

TEST_CASE("store: programs that make the same file at the same time share it", "[store][open]") {
  for (int round = 0; round < 20; ++round) {
    const TempDb file;
    db::OpenOptions options = options_for(file);
    options.device.reset();
    options.synchronous = db::Synchronous::normal;
    std::vector<Result<db::OpenedFile>> results(3);
    {
      std::vector<std::thread> programs;
      for (auto& result : results) {
        programs.emplace_back([&] { result = db::open_file(options); });
      }
      for (std::thread& program : programs) program.join();
    }
    for (const auto& result : results) {
      if (!result) FAIL(code_name(result.error().code) << ": " << result.error().detail);
      CHECK((result->store->device() == results[0]->store->device()));
    }
  }
}

}  // namespace
