#include <string>
#include <vector>

#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/event_maker.h"
#include "tests/support/fault_vfs.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

/// One command's worth: two events with new words, their day rows, an offset.
Write command(EventMaker& phone, int i) {
  phone.later(3600 * 1000).in_zone("zone " + std::to_string(i), 60 * i);
  Write write;
  write.events = {phone.event(drunk(i, std::string(3000, 'n'))),
                  phone.event(UnknownPayload{"type." + std::to_string(i), 1, "{}"})};
  write.events[1].id.value = write.events[0].id.value.derived(1);
  write.events[1].root = write.events[1].id;
  DayRow row;
  row.day = phone.today();
  row.habit = HabitId{"water"};
  row.sums.of[0] = i;
  write.rows = {row};
  write.new_spans = {{write.events[0].hlc, 60 * i}};
  return write;
}

db::OpenOptions on(const FaultVfs& disk, const TempDb& file) {
  db::OpenOptions options = options_for(file);
  options.vfs = disk.name();
  return options;
}

Status attempt(Store& store, const Write& write) {
  SOLEUS_TRY(store.begin_write());
  return store.commit(write);
}

struct Kind {
  Fault fault;
  bool for_good;
  Code code;
};

const std::vector<Kind> kKinds = {
    {Fault::disk_full, false, Code::disk_full},
    {Fault::disk_full, true, Code::disk_full},
    {Fault::io_error, false, Code::io_error},
    {Fault::io_error, true, Code::io_error},
};

/// What must be in the file: all events of `writes`, the last one's row, all offsets.
void check_holds(Store& store, const std::vector<Write>& writes) {
  std::vector<Event> events;
  std::vector<OffsetSpan> spans;
  for (const Write& write : writes) {
    events.insert(events.end(), write.events.begin(), write.events.end());
    spans.insert(spans.end(), write.new_spans.begin(), write.new_spans.end());
  }
  REQUIRE((all_events(store) == by_id(events)));
  REQUIRE((must(store.offset_spans()) == spans));
  const CivilDay last = writes.back().rows[0].day;
  REQUIRE((must(store.rows(last, last)) == writes.back().rows));
  REQUIRE(must(store.last_seq()) == static_cast<std::int64_t>(events.size()));
}

TEST_CASE("fault: a failed write or sync of a command leaves nothing of it, and the next works",
          "[fault][store]") {
  for (const Kind& kind : kKinds) {
    const TempDb file;
    FaultVfs disk;
    EventMaker phone{1};
    auto store = opened(on(disk, file));
    std::vector<Write> done = {command(phone, 1)};
    must(attempt(*store, done[0]));
    bool struck = true;
    for (int at = 0; struck; ++at) {
      INFO("fault at change " << at << ", " << code_name(kind.code));
      EventMaker ahead = phone;
      const Write write = command(ahead, at + 2);
      disk.plan(kind.fault, at, kind.for_good);
      const Status status = attempt(*store, write);
      struck = disk.struck();
      disk.heal();
      if (status) {
        REQUIRE_FALSE(struck);
      } else {
        REQUIRE(status.error().code == kind.code);
        check_holds(*store, done);
        must(attempt(*store, write));
      }
      phone = ahead;
      done.push_back(write);
      check_holds(*store, done);
      REQUIRE(at < 100);
    }
    store.reset();
    check_holds(*opened(on(disk, file)), done);
    CHECK(ask(file, "PRAGMA integrity_check") == "ok");
  }
}

TEST_CASE("fault: a program that dies at any change of a command keeps what was acknowledged",
          "[fault][store]") {
  bool struck = true;
  for (int at = 0; struck; ++at) {
    INFO("dies at change " << at);
    const TempDb file;
    FaultVfs disk;
    EventMaker phone{1};
    std::vector<Write> done = {command(phone, 1)};
    std::vector<Write> with_last = done;
    {
      const auto store = opened(on(disk, file));
      must(attempt(*store, done[0]));
      with_last.push_back(command(phone, 2));
      disk.plan(Fault::io_error, at, true);
      if (attempt(*store, with_last[1])) done = with_last;
      struck = disk.struck();
    }
    disk.heal();
    const auto store = opened(on(disk, file));
    // A commit whose sync failed may be there or not, but only as a whole.
    check_holds(*store, all_events(*store).size() == 4 ? with_last : done);
  }
}

TEST_CASE("fault: a failure while a file is made is told, and the next opening goes on",
          "[fault][store]") {
  for (const Kind& kind : kKinds) {
    bool struck = true;
    int failures = 0;
    for (int at = 0; struck; ++at) {
      INFO("fault at change " << at << ", " << code_name(kind.code));
      const TempDb file;
      FaultVfs disk;
      disk.plan(kind.fault, at, kind.for_good);
      {
        const auto made = db::open_file(on(disk, file));
        if (!made) ++failures;
        if (!made) REQUIRE(code_name(made.error().code) == code_name(kind.code));
        struck = disk.struck();
      }
      disk.heal();
      const auto store = opened(on(disk, file));
      EventMaker phone{1};
      const Write write = command(phone, 1);
      must(attempt(*store, write));
      check_holds(*store, {write});
      REQUIRE(at < 500);
    }
    CHECK(failures > 5);
  }
}

TEST_CASE("fault: erasing that fails on the way is whole or has not begun, and is finished later",
          "[fault][store]") {
  const std::string secret = "planted-note";
  for (const Kind& kind : kKinds) {
    bool struck = true;
    for (int at = 0; struck; ++at) {
      INFO("fault at change " << at << ", " << code_name(kind.code));
      const TempDb file;
      FaultVfs disk;
      EventMaker phone{1};
      const Event event = phone.event(drunk(1, secret));
      Write erasing;
      erasing.erased = {event.id};
      bool acknowledged = false;
      {
        const auto store = opened(on(disk, file));
        put(*store, {event});
        disk.plan(kind.fault, at, kind.for_good);
        acknowledged = attempt(*store, erasing).has_value();
        struck = disk.struck();
      }
      disk.heal();
      auto store = opened(on(disk, file));
      if (!acknowledged) must(attempt(*store, erasing));
      CHECK((must(store->find(event.id))->payload == Payload{ErasedContent{"entry.logged"}}));
      store.reset();
      CHECK(file_bytes(file.path()).find(secret) == std::string::npos);
      CHECK(file_bytes(file.wal_path()).find(secret) == std::string::npos);
    }
  }
}

}  // namespace
