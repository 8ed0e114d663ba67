#include <string>
#include <vector>

#include "tests/store/opened_store.h"
#include "tests/support/catch.h"
#include "tests/support/dice.h"
#include "tests/support/event_maker.h"

using namespace soleus;
using namespace soleus::testing;

namespace {

constexpr std::int64_t kHour = 60 * 60 * 1000;

std::string secret(std::int64_t number) { return "planted-note-" + std::to_string(number) + "!"; }

std::string first_word(const std::string& note) { return note.substr(0, note.find(' ')); }

bool holds(const TempDb& file, const std::string& text) {
  for (const std::string& path : {file.path(), file.wal_path(), file.path() + "-journal"}) {
    if (file_bytes(path).find(text) != std::string::npos) return true;
  }
  return false;
}

Write erasing(std::vector<EventId> ids) {
  Write write;
  write.erased = std::move(ids);
  return write;
}

TEST_CASE("store: an erased event keeps its place and loses its content", "[store][erase]") {
  const TempDb file;
  const auto store = opened(file);
  EventMaker phone{1};
  EntryLogged entry = drunk(300, "gone");
  entry.entry.source_id = "watch/1";
  Event event = phone.event(entry);
  event.source = Source::health;
  const Event unknown = phone.later(1).event(UnknownPayload{"moon.walked", 4, R"({"a":1})"});
  const Event kept = phone.later(1).event(drunk(200, "stays"));
  put(*store, {event, unknown, kept});
  put(*store, erasing({event.id, unknown.id, EventId{Uuid::v8_of("not here")}}));
  put(*store, erasing({event.id}));
  Event expected = event;
  expected.payload = ErasedContent{"entry.logged"};
  CHECK((must(store->find(event.id)) == expected));
  expected = unknown;
  expected.payload = ErasedContent{"moon.walked"};
  CHECK((must(store->find(unknown.id)) == expected));
  CHECK((must(store->find(kept.id)) == kept));
  CHECK_FALSE(must(store->find_source(Source::health, "watch/1")));
  CHECK(must(store->entries(phone.today(), phone.today())).size() == 2);
}

TEST_CASE("store: what arrives erased is kept as erased", "[store][erase]") {
  const TempDb file;
  EventMaker tablet{2};
  const Event event = tablet.event(ErasedContent{"symptom.reported"});
  put(*opened(file), {event});
  CHECK((must(opened(file)->find(event.id)) == event));
}

// Rows of many sizes in every order, so that pages are split and cells are copied about: of 3,000
// notes, a plain overwrite with secure_delete leaves a few to be found.
TEST_CASE("store: an erased note leaves no trace in the file or its log", "[store][erase]") {
  const TempDb file;
  db::OpenOptions options = options_for(file);
  options.synchronous = db::Synchronous::normal;
  const auto store = opened(options);
  EventMaker phone{1};
  Dice dice{3};
  std::vector<Event> events;
  for (int i = 0; i < 3000; ++i) {
    const auto more = static_cast<std::size_t>(dice.between(0, dice.chance(10) ? 900 : 60));
    const std::string note = secret(i) + " " + std::string(more, 'x');
    events.push_back(phone.later(dice.between(1, 2 * kHour)).event(drunk(1, note)));
  }
  dice.shuffle(events);
  for (std::size_t i = 0; i < events.size(); i += 100) {
    put(*store, std::vector<Event>(events.begin() + static_cast<std::ptrdiff_t>(i),
                                   events.begin() + static_cast<std::ptrdiff_t>(i + 100)));
  }
  std::vector<EventId> erased;
  std::vector<std::string> secrets;
  for (std::size_t i = 0; i < events.size(); i += 3) {
    erased.push_back(events[i].id);
    secrets.push_back(first_word(std::get<EntryLogged>(events[i].payload).entry.note));
  }
  put(*store, erasing(erased));
  const std::string bytes = file_bytes(file.path()) + file_bytes(file.wal_path());
  std::size_t left = 0;
  for (const std::string& text : secrets) left += bytes.find(text) != std::string::npos ? 1 : 0;
  CHECK(left == 0);
  CHECK(bytes.find("planted-note-") != std::string::npos);
  CHECK(all_events(*store).size() == events.size());
  CHECK(ask(file, "PRAGMA integrity_check") == "ok");
}

TEST_CASE("store: what a reader keeps in the log is scrubbed at the next opening",
          "[store][erase]") {
  const TempDb file;
  EventMaker phone{1};
  db::OpenOptions options = options_for(file);
  options.busy_timeout_ms = 20;
  {
    const auto store = opened(options);
    const Event event = phone.event(drunk(1, secret(1)));
    put(*store, {event});
    const auto reader = opened(options);
    must(reader->begin_read());
    put(*store, erasing({event.id}));
    CHECK(holds(file, secret(1)));
    CHECK(ask(file, "SELECT count(*) FROM meta WHERE key = 'scrub'") == "1");
  }
  opened(options);
  CHECK_FALSE(holds(file, secret(1)));
  CHECK(ask(file, "SELECT count(*) FROM meta WHERE key = 'scrub'") == "0");
}

TEST_CASE("store: a damaged row loses its content too, and stays known as damaged",
          "[store][erase]") {
  const TempDb file;
  EventMaker phone{1};
  const Event event = phone.event(drunk(1, secret(1)));
  put(*opened(file), {event});
  tamper(file, "UPDATE event SET seq = 77");
  const auto store = opened(file);
  put(*store, erasing({event.id}));
  CHECK_FALSE(holds(file, secret(1)));
  const auto found = store->find(event.id);
  REQUIRE_FALSE(found);
  CHECK(found.error().code == Code::file_corrupt);
}

}  // namespace
