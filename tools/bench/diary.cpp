#include "tools/bench/diary.h"

#include <algorithm>
#include <stdexcept>
#include <utility>
#include <vector>

#include "core/tracker/log.h"
#include "core/tracker/merge.h"
#include "core/tracker/overview.h"
#include "tools/bench/load.h"

namespace soleus::bench {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().detail);
  return std::move(*result);
}

std::unique_ptr<Store> open_store(const std::string& path, bool full) {
  db::OpenOptions options;
  options.path = path;
  options.synchronous = full ? db::Synchronous::full : db::Synchronous::normal;
  return must(db::open_file(options)).store;
}

Request request_at(std::int64_t n) {
  Request request;
  request.at.utc_ms = instant_of(n);
  request.at.zone = "Etc/UTC";
  return request;
}

Entry entry_of(std::int64_t n) {
  switch (n % kHabits) {
    case 0:
      return {HabitId{"walking"}, WalkingAmounts{250, Pace::brisk, Terrain::flat, {}}, {}, {}};
    case 1: return {HabitId{"calf_raises"}, CalfRaiseAmounts{1, 15, Position::seated}, {}, {}};
    case 2: return {HabitId{"stretching"}, StretchingAmounts{Stretch::wall, 60, {}}, {}, {}};
    default: return {HabitId{"water"}, WaterAmounts{250, false}, {}, {}};
  }
}

/// What log_add would have recorded, by another device.
Event event_of(std::int64_t n, IdSource& ids) {
  Event event;
  event.id = EventId{ids.next(instant_of(n))};
  event.root = event.id;
  event.device = DeviceId{Uuid::v8_of("history")};
  event.seq = n + 1;
  event.recorded_ms = instant_of(n);
  event.hlc = Hlc::at(event.recorded_ms);
  event.occurred_ms = event.recorded_ms;
  event.zone = "Etc/UTC";
  event.civil_day = CivilDay{static_cast<std::int32_t>(kFirstDay + n / kEntriesPerDay)};
  event.recorded_day = event.civil_day;
  event.payload = EntryLogged{entry_of(n)};
  return event;
}

}  // namespace

Diary::Diary(const std::string& path, bool full)
    : store_(open_store(path, full)), ledger_(*store_, IdSource{1, 2}) {}

void Diary::log(std::int64_t n) {
  must(log_add(ledger_, request_at(n), {entry_of(n), {}, {}, Source::manual}));
}

void Diary::fill(std::int64_t count) {
  constexpr std::int64_t kChunk = 365 * kEntriesPerDay;
  IdSource ids{3, 4};
  for (std::int64_t from = 0; from < count; from += kChunk) {
    std::vector<Event> events;
    for (std::int64_t n = from; n < std::min(count, from + kChunk); ++n) {
      events.push_back(event_of(n, ids));
    }
    must(merge_events(ledger_, std::move(events)));
  }
}

std::int64_t Diary::today(std::int64_t n) {
  std::int64_t sum = 0;
  for (const HabitStanding& habit : must(today_overview(ledger_, request_at(n))).habits) {
    sum += habit.amount;
  }
  return sum;
}

}  // namespace soleus::bench
