#include <chrono>
#include <memory>
#include <vector>

#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/event_maker.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

Code code_of(const Status& status) { return status ? Code{0} : status.error().code; }

TEST_CASE("store: only another connection changes the generation", "[store][transaction]") {
  const TempDb file;
  const auto ours = opened(file);
  const auto theirs = opened(file);
  EventMaker phone{1};
  const std::uint64_t before = must(ours->generation());
  put(*ours, {phone.event(drunk(1))});
  CHECK(must(ours->generation()) == before);
  put(*theirs, {phone.later(1).event(drunk(2))});
  const std::uint64_t after = must(ours->generation());
  CHECK(after != before);
  must(ours->begin_write());
  CHECK(must(ours->generation()) == after);
  ours->end();
  CHECK(must(ours->generation()) == after);
}

TEST_CASE("store: a read sees one state until it ends", "[store][transaction]") {
  const TempDb file;
  const auto ours = opened(file);
  const auto theirs = opened(file);
  EventMaker phone{1};
  must(ours->begin_read());
  const std::uint64_t generation = must(ours->generation());
  put(*theirs, {phone.event(drunk(1))});
  CHECK(all_events(*ours).empty());
  CHECK(must(ours->last_seq()) == 0);
  CHECK(must(ours->generation()) == generation);
  ours->end();
  CHECK(all_events(*ours).size() == 1);
  CHECK(must(ours->last_seq()) == 1);
  CHECK(must(ours->generation()) != generation);
}

TEST_CASE("store: a second writer waits for a bounded time, then is told so",
          "[store][transaction]") {
  const TempDb file;
  const auto ours = opened(file);
  db::OpenOptions options = options_for(file);
  options.busy_timeout_ms = 50;
  const auto theirs = opened(options);
  must(ours->begin_write());
  const auto begin = std::chrono::steady_clock::now();
  CHECK(code_of(theirs->begin_write()) == Code::busy);
  const auto waited = std::chrono::steady_clock::now() - begin;
  CHECK(waited >= std::chrono::milliseconds{40});
  CHECK(waited < std::chrono::seconds{5});
  ours->end();
  must(theirs->begin_write());
  theirs->end();
}

TEST_CASE("store: two writers in turn lose nothing and number their events",
          "[store][transaction]") {
  const TempDb file;
  const std::unique_ptr<Store> stores[] = {opened(file), opened(file)};
  EventMaker phone{1};
  std::vector<Event> told;
  for (int i = 0; i < 60; ++i) {
    Store& store = *stores[i * 7 / 3 % 2];
    must(store.begin_write());
    REQUIRE(must(store.last_seq()) == phone.last_seq());
    const Hlc latest = must(store.latest_hlc(hlc_horizon(phone.utc_ms())));
    REQUIRE((latest == (told.empty() ? Hlc{} : told.back().hlc)));
    phone.in_zone("zone " + std::to_string(i % 5), 3600 * (i % 5));
    told.push_back(phone.event(drunk(i + 1)));  // the clock stands still: only its counter moves
    Write write;
    write.events = {told.back()};
    must(store.commit(write));
    REQUIRE(must(stores[0]->newest_own_entries(1)).size() == 1);
  }
  CHECK((all_events(*stores[0]) == by_id(told)));
  CHECK((all_events(*stores[1]) == by_id(told)));
}

TEST_CASE("store: a commit that fails leaves nothing and the next one works",
          "[store][transaction]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  const Event first = phone.event(drunk(1));
  put(*store, {first});
  const Event unwritable = phone.later(1).event(drunk(2, "\xff"));
  Event twin = phone.in_zone("Mars/Base", 0).later(1).event(drunk(3));
  twin.id = first.id;
  for (const Event& bad : {unwritable, twin}) {
    Write write;
    write.events = {
        phone.in_zone("Moon/Base", 0).later(1).event(UnknownPayload{"moon.walked", 1, "{}"}), bad};
    DayRow row;
    row.day = phone.today();
    row.habit = HabitId{"water"};
    write.rows = {row};
    must(store->begin_write());
    CHECK(code_of(store->commit(write)) == Code::internal);
    CHECK((all_events(*store) == std::vector{first}));
    CHECK(must(store->rows(phone.today(), phone.today())).empty());
    CHECK(must(store->last_seq()) == 1);
  }
  const Event next = phone.event(UnknownPayload{"sun.seen", 1, "{}"});
  put(*store, {next});
  CHECK((must(store->find(next.id)) == next));
}

TEST_CASE("store: calls out of turn are refused and harm nothing", "[store][transaction]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  CHECK(code_of(store->commit({})) == Code::internal);
  store->end();
  must(store->begin_write());
  CHECK(code_of(store->begin_write()) == Code::internal);
  CHECK(code_of(store->begin_read()) == Code::internal);
  Write write;
  write.events = {phone.event(drunk(1))};
  must(store->commit(write));
  CHECK(code_of(store->commit({})) == Code::internal);
  must(store->begin_read());
  write.events = {phone.later(1).event(drunk(2))};
  CHECK(code_of(store->commit(write)) == Code::internal);
  store->end();
  CHECK(all_events(*store).size() == 1);
}

TEST_CASE("store: an error of a visitor ends the visit, which may ask on the way",
          "[store][transaction]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  put(*store, {phone.event(drunk(1)), phone.later(1).event(drunk(2))});
  int seen = 0;
  const Status status = store->visit([&](Event&& event) -> Status {
    ++seen;
    CHECK((must(store->find(event.id)) == event));
    CHECK(all_events(*store).size() == 2);
    return fail(Code::cancelled, "enough");
  });
  CHECK(code_of(status) == Code::cancelled);
  CHECK(seen == 1);
  put(*store, {phone.later(1).event(drunk(3))});
}

TEST_CASE("store: a file opened for reading is read and not written", "[store][transaction]") {
  const TempDb file;
  EventMaker phone{1};
  put(*opened(file), {phone.event(drunk(1))});
  const std::string bytes = file_bytes(file.path());
  db::OpenOptions options = options_for(file);
  options.read_only = true;
  options.device.reset();
  {
    const auto store = opened(options);
    CHECK(all_events(*store).size() == 1);
    CHECK(must(store->last_seq()) == 1);
    CHECK((store->device() == own_device()));
    CHECK(code_of(store->begin_write()) == Code::read_only);
  }
  CHECK(file_bytes(file.path()) == bytes);
}

}  // namespace
