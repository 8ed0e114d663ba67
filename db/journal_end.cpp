#include "db/journal_end.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "core/calendar/moment.h"
#include "db/event_row.h"
#include "db/stray.h"

namespace soleus::db {
namespace {

// No event but a stray has an id of a later time. @source design.md section 3 (utc_ms in
// 2000..2199).
constexpr std::int64_t kEndOfTimeMs = 7258118400000 + 2 * kMsPerDay;

}  // namespace

JournalEnd::JournalEnd(SQLite::Database& database, Words& words, DeviceId own)
    : words_(words),
      device_(own),
      down_(database,
            "SELECT id, device, seq, recorded_after_ms, clock_lead FROM event "
            "WHERE id < ? AND stray = 0 ORDER BY id DESC"),
      up_(database,
          "SELECT id, device, seq, recorded_after_ms, clock_lead FROM event "
          "WHERE id >= ? AND stray = 0 ORDER BY id"),
      stray_clocks_(database,
                    "SELECT id, recorded_after_ms, clock_lead FROM event WHERE stray = 1"),
      own_strays_(database, "SELECT seq, id FROM event WHERE stray = 1 AND device = ?"),
      reached_(database, "SELECT reached_seq FROM device WHERE n = ?"),
      reach_(database, "UPDATE device SET reached_seq = ? WHERE n = ?") {}

JournalEnd::Row JournalEnd::read(const Statement& select) {
  Columns columns{select};
  Row row;
  row.id.value = columns.uuid();
  row.id_ms = row.id.value.utc_ms().value_or(0);
  row.device = columns.integer();
  row.seq = columns.integer();
  const std::int64_t recorded_after_ms = columns.integer();
  row.hlc = clock_of(row.id, recorded_after_ms, columns.integer());
  return row;
}

void JournalEnd::forget() {
  own_.reset();
  clock_.reset();
}

// ---- this device's events -------------------------------------------------------------------

const JournalEnd::Own& JournalEnd::own() {
  if (!own_) own_ = find_own();
  return *own_;
}

std::int64_t JournalEnd::last_seq() { return own().last_seq; }

JournalEnd::Own JournalEnd::find_own() {
  Own own;
  const auto device = words_.known_device(device_);
  if (!device) return own;
  {
    const Use use{reached_};
    Binding{reached_}.integer(*device);
    if (reached_.step()) own.last_seq = Columns{reached_}.integer();
  }
  {
    const Use use{own_strays_};
    Binding{own_strays_}.integer(*device);
    while (own_strays_.step()) {
      own.last_seq = std::max(own.last_seq, Columns{own_strays_}.integer());
    }
  }
  const Use use{down_};
  const EventId end = first_id_at(kEndOfTimeMs);
  Binding{down_}.blob(end.value.bytes);
  while (down_.step()) {
    const Row row = read(down_);
    if (row.device != *device) continue;
    if (!own.top_ms) own.top_ms = row.id_ms;
    if (row.id_ms + kReachMs < *own.top_ms) break;
    if (row.seq > own.last_seq) {
      own.last_seq = row.seq;
      own.newest_ms = row.id_ms;
    }
  }
  return own;
}

void JournalEnd::added(const Event& event) {
  if (clock_ && event.hlc > clock_->best && event.hlc < clock_->next) clock_->best = event.hlc;
  if (event.device != device_ || !own_) return;
  const auto id_ms = is_stray(event) ? std::nullopt : event.id.value.utc_ms();
  if (event.seq > own_->last_seq) {
    own_->last_seq = event.seq;
    own_->newest_ms = id_ms;
  }
  if (id_ms) own_->top_ms = std::max(own_->top_ms.value_or(*id_ms), *id_ms);
}

// find_own() would not come across the newest event any more: its number must be written down.
void JournalEnd::settle() {
  if (!own_ || !own_->newest_ms || *own_->newest_ms + kReachMs >= *own_->top_ms) return;
  Binding{reach_}.integer(own_->last_seq).integer(words_.device_number(device_));
  reach_.run();
}

// A device numbers its events without gaps, so the newest ones are all there once as many high
// numbers have been seen as are asked for. With a gap the whole journal is searched.
std::vector<EventId> JournalEnd::newest_own(std::size_t count) {
  const std::int64_t last = last_seq();
  const auto device = words_.known_device(device_);
  if (!device || count == 0) return {};
  const std::int64_t wanted = std::min(last, static_cast<std::int64_t>(count));
  std::vector<std::pair<std::int64_t, EventId>> seen;
  std::int64_t newest_seen = 0;
  const auto see = [&](std::int64_t seq, EventId id) {
    seen.emplace_back(seq, id);
    if (seq > last - wanted) ++newest_seen;
  };
  {
    const Use use{own_strays_};
    Binding{own_strays_}.integer(*device);
    while (own_strays_.step()) {
      Columns row{own_strays_};
      const std::int64_t seq = row.integer();
      see(seq, EventId{row.uuid()});
    }
  }
  const Use use{down_};
  const EventId end = first_id_at(kEndOfTimeMs);
  Binding{down_}.blob(end.value.bytes);
  while (newest_seen < wanted && down_.step()) {
    const Row row = read(down_);
    if (row.device == *device) see(row.seq, row.id);
  }
  std::sort(seen.begin(), seen.end(), std::greater<>{});
  std::vector<EventId> ids;
  for (const auto& [seq, id] : seen) {
    if (ids.size() < count) ids.push_back(id);
  }
  return ids;
}

// ---- the clock ------------------------------------------------------------------------------

void JournalEnd::Clock::see(Hlc reading, Hlc horizon) {
  if (reading <= horizon) {
    best = std::max(best, reading);
  } else {
    next = std::min(next, reading);
  }
}

Hlc JournalEnd::latest_hlc(Hlc horizon) {
  const bool known =
      clock_ && horizon >= clock_->best && (clock_->next == Clock{}.next || horizon < clock_->next);
  if (!known) clock_ = find_clock(horizon);
  return clock_->best;
}

JournalEnd::Clock JournalEnd::find_clock(Hlc horizon) {
  Clock clock;
  {
    const Use use{stray_clocks_};
    while (stray_clocks_.step()) {
      Columns row{stray_clocks_};
      const EventId id{row.uuid()};
      const std::int64_t recorded_after_ms = row.integer();
      clock.see(clock_of(id, recorded_after_ms, row.integer()), horizon);
    }
  }
  {
    const Use use{down_};
    const EventId end = first_id_at(horizon.utc_ms() + kReachMs + 1);
    Binding{down_}.blob(end.value.bytes);
    while (down_.step()) {
      const Row row = read(down_);
      if (row.id_ms + kReachMs < clock.best.utc_ms()) break;
      clock.see(row.hlc, horizon);
    }
  }
  const Use use{up_};
  const EventId begin = first_id_at(horizon.utc_ms() - kReachMs);
  Binding{up_}.blob(begin.value.bytes);
  while (up_.step()) {
    const Row row = read(up_);
    if (row.id_ms - kReachMs > clock.next.utc_ms()) break;
    clock.see(row.hlc, horizon);
  }
  return clock;
}

}  // namespace soleus::db
