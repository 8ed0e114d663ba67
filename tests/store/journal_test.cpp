#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/event_maker.h"
#include "tests/support/memory_store.h"
#include "tests/support/sample_payloads.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

constexpr std::int64_t kMinute = 60 * 1000;
constexpr std::int64_t kHour = 60 * kMinute;
constexpr std::int64_t kDay = 24 * kHour;
constexpr std::int64_t kYear = 365 * kDay;

std::vector<EventId> ids(const std::vector<Event>& events) {
  std::vector<EventId> out;
  for (const Event& event : events) out.push_back(event.id);
  return out;
}

std::vector<EventId> ids_on(Store& store, CivilDay day) {
  return ids(by_id(must(store.entries(day, day))));
}

std::vector<EventId> sorted(std::vector<EventId> list) {
  std::sort(list.begin(), list.end());
  return list;
}

TEST_CASE("store: an event of every type comes back from the file", "[store][journal]") {
  const TempDb file;
  EventMaker phone{1};
  std::vector<Event> events;
  for (Payload& payload : one_of_each()) events.push_back(phone.later(1).event(std::move(payload)));
  put(*opened(file), events);
  CHECK((all_events(*opened(file)) == events));
}

TEST_CASE("store: every field of an event comes back, odd ones too", "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  Event odd = phone.in_zone("", -64800).day_starts_at(720).event(drunk(1, "ü"));
  odd.occurred_ms = odd.recorded_ms - 40 * kYear;
  odd.occurred_offset_s = 64800;
  odd.hlc.value -= 5 * kYear * 65536 + 77;
  odd.civil_day = CivilDay{10957};
  odd.recorded_day = CivilDay{84005};
  odd.source = Source::import;
  odd.root = EventId{Uuid::v8_of("elsewhere")};
  odd.supersedes = {EventId{Uuid::v8_of("a")}, EventId{Uuid::v8_of("b")}};
  odd.request_hash = ~std::uint64_t{0};
  odd.seq = 1LL << 60;
  put(*store, {odd});
  CHECK((must(store->find(odd.id)) == odd));
  CHECK_FALSE(must(store->find(EventId{})));
}

TEST_CASE("store: any changed column of a row is damage", "[store][journal]") {
  const TempDb file;
  EventMaker phone{1};
  EventMaker tablet{2};
  Event event = phone.event(drunk(300, "secret"));
  event.supersedes = {EventId{Uuid::v8_of("x")}};
  put(*opened(file), {event, tablet.in_zone("Asia/Tokyo", 32400).event(walked(5))});
  const std::string good = file_bytes(file.path());
  const std::string row = " WHERE id = x'" + [&] {
    std::string hex = event.id.value.text();
    std::erase(hex, '-');
    return hex;
  }() + "'";
  const std::string other_id = "x'0000000000000000000000000000000000000000'";
  for (const std::string& change :
       std::vector<std::string>{"id = zeroblob(16)",
                                "type = 2",
                                "type = 12",
                                "device = 2",
                                "seq = seq + 1",
                                "recorded_after_ms = 1",
                                "clock_lead = 1",
                                "occurred_after_ms = 1",
                                "occurred_after_ms = NULL",
                                "zone = 2",
                                "zone = 99",
                                "offset_s = 7200",
                                "offset_s = offset_s + 4294967296",
                                "occurred_offset_s = 0",
                                "day_start_min = 1",
                                "civil_day = civil_day + 1",
                                "recorded_day = 20000",
                                "source = 1",
                                "source = 9",
                                "root = zeroblob(16)",
                                "root = x'00'",
                                "supersedes = NULL",
                                "supersedes = zeroblob(16)",
                                "supersedes = x'00'",
                                "request_hash = request_hash + 1",
                                "source_key = 5",
                                "schema = 2",
                                "payload = replace(payload, '300', '900')",
                                "payload = replace(payload, 'secret', 'public')",
                                "erased = 1, payload = '{}'",
                                "erased = 2",
                                "stray = 1",
                                "stray = 2",
                                "checksum = checksum + 1"}) {
    INFO(change);
    write_file(file.path(), good);
    tamper(file, "UPDATE event SET " + change + row);
    const auto store = opened(file);
    const Status visited = store->visit([](Event&&) -> Status { return {}; });
    REQUIRE_FALSE(visited);
    CHECK(visited.error().code == Code::file_corrupt);
    CHECK(visited.error().detail.find("secret") == std::string::npos);
  }
}

TEST_CASE("store: a day's entries include backdated ones and ids that tell no time",
          "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  const CivilDay today = phone.today();
  const Event now = phone.event(drunk(1));
  const Event backdated = phone.later(1).about(today - 40, drunk(2));
  const Event hashed = phone.later(1).named(Uuid::v8_of("widget-17"), drunk(3));
  const Event old_id = phone.later(1).named(Uuid::v7(kFriday - kYear, 1, 2), drunk(4));
  const Event setting = phone.later(1).event(ZoneSeen{});
  put(*store, {now, backdated, hashed, old_id, setting});
  CHECK((ids_on(*store, today) == sorted({now.id, hashed.id, old_id.id})));
  CHECK((ids_on(*store, today - 40) == std::vector{backdated.id}));
  CHECK(ids_on(*store, today - 365).empty());
}

TEST_CASE("store: a day shows all versions of its entries, wherever they stand",
          "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  const CivilDay today = phone.today();
  const Event stays = phone.event(drunk(1));
  const Event moves = phone.later(1).event(drunk(2));
  const Event amended_later = phone.later(9 * kDay).version_of(stays, amended(drunk(10)));
  const Event moved_away = phone.later(1).moved(moves, today - 300, amended(drunk(20)));
  const Event moved_on = phone.later(1).moved(moved_away, today + 4, amended(drunk(30)));
  put(*store, {stays, moves, amended_later, moved_away, moved_on});
  const auto stays_all = sorted({stays.id, amended_later.id});
  const auto moves_all = sorted({moves.id, moved_away.id, moved_on.id});
  std::vector<EventId> both = stays_all;
  both.insert(both.end(), moves_all.begin(), moves_all.end());
  CHECK((ids_on(*store, today) == sorted(both)));
  CHECK((ids_on(*store, today - 300) == moves_all));
  CHECK((ids_on(*store, today + 4) == moves_all));
  CHECK(ids_on(*store, today + 9).empty());
  CHECK((ids(by_id(must(store->versions(moves.id)))) == moves_all));
}

TEST_CASE("store: a day is found from the easternmost to the westernmost clock",
          "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  std::vector<Event> events;
  for (const std::int32_t offset_s : {-64800, -43200, 0, 20700, 50400, 64800}) {
    for (const std::int32_t start_min : {0, 180, 720}) {
      const std::int64_t begin = kFriday / kDay * kDay - offset_s * 1000LL + start_min * kMinute;
      phone.in_zone("z", offset_s).day_starts_at(start_min);
      events.push_back(phone.at(begin).event(drunk(1)));
      events.push_back(phone.at(begin + kDay - 1).event(drunk(2)));
      events.push_back(phone.at(begin + kDay).event(drunk(3)));
      events.push_back(phone.at(begin - 1).event(drunk(4)));
    }
  }
  put(*store, events);
  const CivilDay day{static_cast<std::int32_t>(kFriday / kDay)};
  CHECK(ids_on(*store, day).size() == events.size() / 2);
  CHECK(must(store->entries(day - 1, day + 1)).size() == events.size());
}

TEST_CASE("store: an unknown type of event is kept and given back as it was", "[store][journal]") {
  const TempDb file;
  EventMaker phone{1};
  const Event unknown = phone.event(UnknownPayload{"moon.walked", 7, R"({ "b":1, "a":[ ] })"});
  const Event newer = phone.later(1).event(UnknownPayload{"entry.logged", 2, R"({"x":1})"});
  const Event another = phone.later(1).event(UnknownPayload{"sun.seen", 1, "{}"});
  put(*opened(file), {unknown, newer, another});
  const auto store = opened(file);
  CHECK((all_events(*store) == std::vector{unknown, newer, another}));
  CHECK((must(store->setup_events()) == std::vector{unknown, another}));
  CHECK(must(store->entries(phone.today(), phone.today())).empty());
  CHECK(must(store->versions(newer.id)).empty());
}

TEST_CASE("store: setup comes in ruling order, entries apart from it", "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  EventMaker tablet{2};
  const Event late = phone.at(kFriday + kDay).event(ZoneSeen{});
  const Event early = tablet.at(kFriday).event(ProfileCreated{});
  const Event backdated = phone.later(1).about(phone.today() - 9, RulesAdopted{});
  put(*store, {late, early, backdated, phone.later(1).event(drunk(1))});
  CHECK((must(store->setup_events()) == std::vector{early, late, backdated}));
}

TEST_CASE("store: what a source told under an id is found by both", "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  const auto told = [&](Source source, const char* source_id) {
    EntryLogged entry = drunk(1);
    entry.entry.source_id = source_id;
    Event event = phone.later(1).event(entry);
    event.source = source;
    return event;
  };
  const Event health = told(Source::health, "17");
  const Event timer = told(Source::timer, "17");
  const Event again = told(Source::health, "18");
  const Event newest = told(Source::health, "18");
  put(*store, {health, timer, again, newest});
  CHECK((must(store->find_source(Source::health, "17")) == health.id));
  CHECK((must(store->find_source(Source::timer, "17")) == timer.id));
  CHECK((must(store->find_source(Source::health, "18")) == newest.id));
  CHECK_FALSE(must(store->find_source(Source::import, "17")));
  CHECK_FALSE(must(store->find_source(Source::health, "")));
}

// ---- the end of the journal -----------------------------------------------------------------

TEST_CASE("store: the newest events of this device are right after a clock was far ahead",
          "[store][journal]") {
  const TempDb file;
  EventMaker phone{1};
  std::vector<EventId> newest_first;
  {
    const auto store = opened(file);
    const auto tell = [&](const Event& event) {
      put(*store, {event});
      newest_first.insert(newest_first.begin(), event.id);
    };
    tell(phone.event(drunk(1)));
    tell(phone.at(kFriday + kYear).event(drunk(2)));
    for (int i = 0; i < 5; ++i) tell(phone.at(kFriday + i * kMinute).event(drunk(3)));
    tell(phone.named(Uuid::v8_of("hash"), drunk(4)));
    tell(phone.later(1).about(phone.today() - 3, drunk(5)));
  }
  const auto store = opened(file);
  CHECK(must(store->last_seq()) == phone.last_seq());
  for (const std::size_t count : {1U, 3U, 9U, 50U}) {
    auto expected = newest_first;
    expected.resize(std::min(count, expected.size()));
    CHECK((ids(must(store->newest_own_entries(count))) == expected));
  }
  CHECK(must(store->newest_own_entries(0)).empty());
}

TEST_CASE("store: other devices' events and settings are not this device's entries",
          "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  EventMaker tablet{2};
  CHECK(must(store->last_seq()) == 0);
  CHECK(must(store->newest_own_entries(3)).empty());
  const Event mine = phone.event(drunk(1));
  std::vector<Event> events{mine};
  for (int i = 0; i < 40; ++i) events.push_back(phone.later(1).event(ZoneSeen{}));
  for (int i = 0; i < 99; ++i) events.push_back(tablet.later(kHour).event(drunk(2)));
  put(*store, events);
  CHECK(must(store->last_seq()) == 41);
  CHECK((ids(must(store->newest_own_entries(2))) == std::vector{mine.id}));
}

TEST_CASE("store: the clock follows the highest reading that is not past the horizon",
          "[store][journal]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  EventMaker ahead{2};
  CHECK((must(store->latest_hlc(hlc_horizon(kFriday))) == Hlc{}));
  const Event now = phone.event(drunk(1));
  const Event year_ahead = ahead.at(kFriday + kYear).event(drunk(2));
  Event imported = phone.later(1).named(Uuid::v8_of("import"), drunk(3));
  imported.hlc = Hlc::at(kFriday + 3 * kDay);
  put(*store, {now, year_ahead, imported});
  CHECK((must(store->latest_hlc(Hlc::at(kFriday - kDay))) == Hlc{}));
  CHECK((must(store->latest_hlc(hlc_horizon(kFriday))) == now.hlc));
  CHECK((must(store->latest_hlc(hlc_horizon(kFriday + 2 * kDay))) == imported.hlc));
  CHECK((must(store->latest_hlc(hlc_horizon(kFriday + kYear))) == year_ahead.hlc));
  CHECK((must(store->latest_hlc(hlc_horizon(kFriday))) == now.hlc));
}

TEST_CASE("store: the clock is found in events whose ids are days older than it",
          "[store][journal]") {
  for (const std::int64_t age : {kDay + kDay / 2, 2 * kDay - 1, 2 * kDay + 1, 30 * kDay}) {
    INFO("age " << age);
    const TempDb file;
    EventMaker phone{1};
    const Event usual = phone.event(drunk(1));
    // Kept by a shell until it was told, and about the day it was made on.
    Event queued = phone.later(1).named(Uuid::v7(kFriday - age, 1, 2), drunk(2));
    queued.civil_day = queued.civil_day - static_cast<std::int32_t>((age + kDay / 2) / kDay);
    put(*opened(file), {usual, queued});
    const auto store = opened(file);
    CHECK((must(store->latest_hlc(hlc_horizon(kFriday))) == queued.hlc));
    CHECK((must(store->latest_hlc(usual.hlc)) == usual.hlc));
    CHECK((ids(must(store->newest_own_entries(1))) == std::vector{queued.id}));
    CHECK((ids_on(*store, queued.civil_day) == std::vector{queued.id}));
  }
}

// ---- against the plain store ----------------------------------------------------------------

/// Two devices that live, travel, set their clocks wrong, amend each other's entries and import.
class Lives {
 public:
  explicit Lives(std::uint64_t seed) : dice_(seed) {}

  std::vector<Event> next() {
    std::vector<Event> events;
    for (std::int64_t i = dice_.between(1, 6); i > 0; --i) {
      events.push_back(event());
      if (is_entry(events.back().payload)) known_.push_back(events.back());
    }
    return events;
  }
  CivilDay any_day() {
    return CivilDay{static_cast<std::int32_t>((now_ + dice_.between(-60, 60) * kDay) / kDay)};
  }
  Hlc any_horizon() { return Hlc::at(now_ + dice_.between(-500, 500) * kDay); }
  EventId any_entry() { return dice_.pick(known_).root; }

 private:
  Event event() {
    now_ += dice_.between(0, 6 * kHour);
    if (dice_.chance(2)) skew_ = dice_.between(-400, 400) * kDay;
    if (dice_.chance(5)) skew_ = 0;
    EventMaker& device = devices_[static_cast<std::size_t>(dice_.between(0, 1))];
    device.at(now_ + skew_);
    if (dice_.chance(5)) {
      device.in_zone("z", static_cast<std::int32_t>(dice_.between(-18, 18) * 3600));
    }
    const CivilDay some_day = device.today() - static_cast<std::int32_t>(dice_.between(0, 30));
    switch (dice_.weighted({50, 10, 10, 10, 10, 10})) {
      case 0: return device.event(drunk(dice_.between(1, 900)));
      case 1: return device.about(some_day, walked(60));
      case 2:
        return device.named(dice_.chance(50)
                                ? Uuid::v8_of(std::to_string(dice_.between(0, 1LL << 60)))
                                : Uuid::v7(dice_.between(0, (1LL << 48) - 1), 5, 6),
                            raised(2));
      case 3:
        return device.event(dice_.chance(20) ? Payload{UnknownPayload{"moon.walked", 3, "{}"}}
                                             : Payload{RulesAdopted{2, some_day}});
      default:
        if (known_.empty()) return device.event(drunk(1));
        if (dice_.chance(30)) return device.moved(dice_.pick(known_), some_day, amended(drunk(7)));
        return device.version_of(dice_.pick(known_), removed(drunk(7)));
    }
  }

  Dice dice_;
  EventMaker devices_[2] = {EventMaker{1}, EventMaker{2}};
  std::int64_t now_ = kFriday;
  std::int64_t skew_ = 0;
  std::vector<Event> known_;
};

void compare(Store& store, Store& plain, Lives& lives) {
  must(store.begin_read());
  must(plain.begin_read());
  REQUIRE(must(store.last_seq()) == must(plain.last_seq()));
  for (int i = 0; i < 3; ++i) {
    const Hlc horizon = lives.any_horizon();
    REQUIRE((must(store.latest_hlc(horizon)) == must(plain.latest_hlc(horizon))));
    const CivilDay from = lives.any_day();
    const CivilDay to = from + i * 7;
    REQUIRE((by_id(must(store.entries(from, to))) == by_id(must(plain.entries(from, to)))));
  }
  for (const std::size_t count : {1U, 4U, 30U}) {
    REQUIRE((must(store.newest_own_entries(count)) == must(plain.newest_own_entries(count))));
  }
  const EventId root = lives.any_entry();
  REQUIRE((by_id(must(store.versions(root))) == by_id(must(plain.versions(root)))));
  REQUIRE((must(store.setup_events()) == must(plain.setup_events())));
  store.end();
  plain.end();
}

TEST_CASE("store: on random lives the file answers like plain maps", "[store][journal]") {
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    INFO("seed " << seed);
    const TempDb file;
    db::OpenOptions options = options_for(file);
    options.synchronous = db::Synchronous::normal;
    auto store = opened(options);
    MemoryStore plain{own_device()};
    Lives lives{seed};
    for (int round = 0; round < 150; ++round) {
      const std::vector<Event> events = lives.next();
      put(*store, events);
      put(plain, events);
      if (round % 10 == 9) store = opened(options);
      if (round > 3) compare(*store, plain, lives);
    }
    must(plain.begin_read());
    REQUIRE((all_events(*store) == all_events(plain)));
  }
}

}  // namespace
