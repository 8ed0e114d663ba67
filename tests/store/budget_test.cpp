#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/counting_vfs.h"
#include "tests/support/event_maker.h"

using namespace soleus;
using namespace soleus::testing;

// What one logged entry may cost. @source performance.md, "Targets"; design.md section 3.
namespace {

constexpr int kEntriesADay = 41;
constexpr std::int64_t kDayMs = 86400000;
constexpr std::int64_t kMostBytes = 14 * 1024;
constexpr int kCommits = 400;

/// The row an entry makes the tracker rewrite.
DayRow row_of(const Event& event, const char* habit, std::int64_t amount) {
  DayRow row;
  row.day = event.civil_day;
  row.habit = HabitId{habit};
  row.sums[Lateness::on_time] = amount;
  row.entries[Lateness::on_time] = amount % 40;
  row.slots.of[0] = 0x3ffc0;
  row.logged_same_day = true;
  row.offset_min_s = row.offset_max_s = event.offset_s;
  return row;
}

/// Somebody's `i`-th entry, with the rows of the habits it feeds.
Write logged(EventMaker& phone, int i) {
  phone.at(kFriday + i / kEntriesADay * kDayMs + i % kEntriesADay * (kDayMs / 100));
  Write write;
  const auto add = [&](EntryLogged entry) { write.events = {phone.event(std::move(entry))}; };
  const auto feeds = [&](const char* habit) {
    write.rows.push_back(row_of(write.events.front(), habit, i % kEntriesADay * 250));
  };
  switch (i % 4) {
    case 0:
      add(walked(600 + i % 7 * 60));
      feeds("walking");
      feeds("desk_breaks");
      break;
    case 1:
      add(raised(1 + i % 3));
      feeds("calf_raises");
      feeds("strength");
      feeds("desk_breaks");
      break;
    default: add(drunk(250)); feeds("water");
  }
  return write;
}

void log_many(Store& store, EventMaker& phone, int from, int to) {
  for (int i = from; i < to;) {
    Write write;
    for (const int until = std::min(i + 1000, to); i < until; ++i) {
      Write one = logged(phone, i);
      write.events.push_back(std::move(one.events.front()));
      std::move(one.rows.begin(), one.rows.end(), std::back_inserter(write.rows));
    }
    put(store, std::move(write));
  }
}

/// Which table or index each page of the file belongs to.
std::map<std::uint32_t, std::string> page_owners(const TempDb& file) {
  SQLite::Database database{file.path(), SQLite::OPEN_READONLY};
  SQLite::Statement pages{database, "SELECT pageno, name FROM dbstat"};
  std::map<std::uint32_t, std::string> owners;
  while (pages.executeStep()) {
    owners[static_cast<std::uint32_t>(pages.getColumn(0).getInt())] =
        pages.getColumn(1).getString();
  }
  return owners;
}

struct Cost {
  double bytes = 0;
  double frames = 0;
  std::int64_t most_bytes = 0;
  std::vector<std::int64_t> syncs;
  std::vector<std::set<std::string>> trees;
};

Cost cost_of_logging(const TempDb& file, db::Synchronous synchronous, int entries_before) {
  CountingVfs disk;
  EventMaker phone{1};
  db::OpenOptions options = options_for(file);
  options.synchronous = synchronous;
  options.vfs = disk.name();
  const auto store = opened(options);
  log_many(*store, phone, 0, entries_before);
  disk.take();
  std::vector<WriteCount> counts;
  for (int i = 0; i < kCommits; ++i) {
    put(*store, logged(phone, entries_before + i));
    counts.push_back(disk.take());
  }
  Cost cost;
  const auto owners = page_owners(file);
  for (const WriteCount& count : counts) {
    cost.bytes += static_cast<double>(count.log_bytes) / kCommits;
    cost.frames += static_cast<double>(count.pages.size()) / kCommits;
    cost.most_bytes = std::max(cost.most_bytes, count.log_bytes);
    cost.syncs.push_back(count.syncs);
    std::set<std::string> trees;
    for (const std::uint32_t page : count.pages) {
      // Page 1 holds the file's header, rewritten whenever the file grows.
      if (page != 1) trees.insert(owners.at(page));
    }
    cost.trees.push_back(std::move(trees));
  }
  return cost;
}

TEST_CASE("store: a logged entry writes at most 14 KB and two trees", "[store][budget]") {
  const TempDb file;
  const Cost cost = cost_of_logging(file, db::Synchronous::normal, 12000);
  INFO("log bytes a commit: " << cost.bytes << " (most " << cost.most_bytes
                              << "), frames: " << cost.frames);
  CHECK(cost.bytes <= kMostBytes);
  for (const auto& trees : cost.trees) CHECK((trees == std::set<std::string>{"day_row", "event"}));
}

TEST_CASE("store: a logged entry is one sync with FULL and none with NORMAL", "[store][budget]") {
  for (const auto synchronous : {db::Synchronous::full, db::Synchronous::normal}) {
    const TempDb file;
    const Cost cost = cost_of_logging(file, synchronous, 500);
    const std::int64_t usual = synchronous == db::Synchronous::full ? 1 : 0;
    // The log is moved into the file once in about a thousand pages, which syncs by itself.
    CHECK(std::count(cost.syncs.begin(), cost.syncs.end(), usual) >= kCommits - 4);
  }
}

TEST_CASE("store: a backdated entry or an amended one touches one tree more", "[store][budget]") {
  const TempDb file;
  CountingVfs disk;
  EventMaker phone{1};
  db::OpenOptions options = options_for(file);
  options.vfs = disk.name();
  const auto store = opened(options);
  log_many(*store, phone, 0, 12000);
  std::vector<std::vector<std::uint32_t>> written;
  Event last;
  for (int i = 0; i < 50; ++i) {
    Write write = logged(phone, 12000 + i);
    last = write.events.front();
    if (i % 2 == 0) {
      write.events = {phone.about(phone.today() - 1 - i, drunk(1))};
    } else {
      put(*store, write);
      write.events = {phone.version_of(last, amended(drunk(2)))};
    }
    disk.take();
    put(*store, write);
    written.push_back(disk.take().pages);
  }
  const auto owners = page_owners(file);
  for (const auto& pages : written) {
    std::set<std::string> trees;
    for (const std::uint32_t page : pages) {
      if (page != 1) trees.insert(owners.at(page));
    }
    CHECK(trees.size() <= 3);
  }
}

TEST_CASE("store: a year of 41 entries a day takes at most 150 bytes an entry", "[store][budget]") {
  const TempDb file;
  db::OpenOptions options = options_for(file);
  options.synchronous = db::Synchronous::normal;
  const int entries = 365 * kEntriesADay;
  std::uintmax_t empty = 0;
  {
    const auto store = opened(options);
    empty = std::filesystem::file_size(file.path());
    EventMaker phone{1};
    for (int i = 0; i < entries; ++i) put(*store, logged(phone, i));
  }
  const auto size = static_cast<double>(std::filesystem::file_size(file.path()));
  INFO("file bytes an entry: " << size / entries << " (an empty file: " << empty << ")");
  CHECK(size / entries <= 150);
}

}  // namespace
