#include "tests/support/memory_store.h"

#include <algorithm>
#include <set>
#include <string>
#include <variant>

namespace soleus::testing {

Status MemoryStore::begin(Transaction transaction) {
  if (open_ != Transaction::none) return fail(Code::internal, "a transaction is open already");
  open_ = transaction;
  return {};
}

Status MemoryStore::check_open() const {
  if (open_ == Transaction::none) return fail(Code::internal, "no transaction is open");
  return {};
}

Status MemoryStore::begin_write() { return begin(Transaction::writing); }
Status MemoryStore::begin_read() { return begin(Transaction::reading); }

Status MemoryStore::commit(const Write& write) {
  if (open_ != Transaction::writing) return fail(Code::internal, "nothing may be written now");
  for (const Event& event : write.events) {
    if (events_.count(event.id) != 0) {
      open_ = Transaction::none;
      return fail(Code::internal, "an event is there already");
    }
  }
  for (const Event& event : write.events) events_.emplace(event.id, event);
  for (const auto& key : write.dropped_rows) rows_.erase(key);
  for (const DayRow& row : write.rows) rows_[{row.day, row.habit}] = row;
  if (write.replaced_spans) spans_ = *write.replaced_spans;
  spans_.insert(spans_.end(), write.new_spans.begin(), write.new_spans.end());
  for (const EventId id : write.erased) {
    const auto at = events_.find(id);
    if (at == events_.end() || std::holds_alternative<ErasedContent>(at->second.payload)) continue;
    at->second.payload = ErasedContent{std::string{type_name(at->second.payload)}};
  }
  open_ = Transaction::none;
  return {};
}

template <class Matches>
Result<std::vector<Event>> MemoryStore::events_that(Matches matches) const {
  SOLEUS_TRY(check_open());
  std::vector<Event> found;
  for (const auto& [id, event] : events_) {
    if (matches(event)) found.push_back(event);
  }
  return found;
}

Result<std::int64_t> MemoryStore::last_seq() {
  SOLEUS_TRY(check_open());
  std::int64_t last = 0;
  for (const auto& [id, event] : events_) {
    if (event.device == device_) last = std::max(last, event.seq);
  }
  return last;
}

Result<Hlc> MemoryStore::latest_hlc(Hlc horizon) {
  SOLEUS_TRY(check_open());
  Hlc latest;
  for (const auto& [id, event] : events_) {
    if (event.hlc <= horizon) latest = std::max(latest, event.hlc);
  }
  return latest;
}

Result<std::optional<Event>> MemoryStore::find(EventId id) {
  SOLEUS_TRY(check_open());
  const auto at = events_.find(id);
  if (at == events_.end()) return std::optional<Event>{};
  return std::optional<Event>{at->second};
}

Result<std::vector<Event>> MemoryStore::versions(EventId root) {
  return events_that(
      [&](const Event& event) { return is_entry(event.payload) && event.root == root; });
}

Result<std::vector<Event>> MemoryStore::entries(CivilDay from, CivilDay to) {
  SOLEUS_TRY(check_open());
  std::set<EventId> roots;
  for (const auto& [id, event] : events_) {
    const bool on_these_days = from <= event.civil_day && event.civil_day <= to;
    if (on_these_days && is_entry(event.payload)) roots.insert(event.root);
  }
  return events_that(
      [&](const Event& event) { return is_entry(event.payload) && roots.count(event.root) != 0; });
}

Result<std::optional<EventId>> MemoryStore::find_source(Source source,
                                                        const std::string& source_id) {
  SOLEUS_TRY_ASSIGN(const std::vector<Event> told, events_that([&](const Event& event) {
                      const auto* logged = std::get_if<EntryLogged>(&event.payload);
                      return logged != nullptr && event.source == source &&
                             logged->entry.source_id == source_id;
                    }));
  const auto newest = std::max_element(told.begin(), told.end(), ruled_by);
  if (newest == told.end()) return std::optional<EventId>{};
  return std::optional<EventId>{newest->root};
}

Result<std::vector<Event>> MemoryStore::newest_own_entries(std::size_t count) {
  SOLEUS_TRY_ASSIGN(std::vector<Event> own, events_that([&](const Event& event) {
                      return is_entry(event.payload) && event.device == device_;
                    }));
  std::sort(own.begin(), own.end(), [](const Event& a, const Event& b) { return a.seq > b.seq; });
  if (own.size() > count) own.resize(count);
  return own;
}

Result<std::vector<Event>> MemoryStore::setup_events() {
  SOLEUS_TRY_ASSIGN(std::vector<Event> setup,
                    events_that([](const Event& event) { return !is_entry(event.payload); }));
  std::sort(setup.begin(), setup.end(), ruled_by);
  return setup;
}

Status MemoryStore::visit(const std::function<Status(Event&&)>& each) {
  SOLEUS_TRY(check_open());
  for (const auto& [id, event] : events_) SOLEUS_TRY(each(Event{event}));
  return {};
}

Result<std::vector<DayRow>> MemoryStore::rows(CivilDay from, CivilDay to) {
  SOLEUS_TRY(check_open());
  std::vector<DayRow> found;
  for (const auto& [key, row] : rows_) {
    if (from <= key.first && key.first <= to) found.push_back(row);
  }
  return found;
}

Result<std::optional<CivilDay>> MemoryStore::first_row_day() {
  SOLEUS_TRY(check_open());
  if (rows_.empty()) return std::optional<CivilDay>{};
  return std::optional<CivilDay>{rows_.begin()->first.first};
}

Result<std::vector<OffsetSpan>> MemoryStore::offset_spans() {
  SOLEUS_TRY(check_open());
  return spans_;
}

}  // namespace soleus::testing
