#include "db/sqlite_store.h"

#include <utility>

#include "db/scrub.h"
#include "db/statement_error.h"

namespace soleus::db {

SqliteStore::SqliteStore(SQLite::Database&& database, DeviceId device, bool read_only)
    : database_(std::move(database)),
      device_(device),
      read_only_(read_only),
      begin_write_(database_, "BEGIN IMMEDIATE"),
      begin_read_(database_, "BEGIN"),
      commit_(database_, "COMMIT"),
      rollback_(database_, "ROLLBACK"),
      data_version_(database_, "PRAGMA data_version"),
      words_(database_),
      journal_(database_, words_),
      end_(database_, words_, device),
      days_(database_),
      spans_(database_),
      meta_(database_) {}

// ---- transactions ---------------------------------------------------------------------------

Status SqliteStore::begin_write() {
  if (read_only_) return fail(Code::read_only, "The file is open for reading only.");
  SOLEUS_TRY(begin(begin_write_));
  writing_ = true;
  return {};
}

Status SqliteStore::begin_read() { return begin(begin_read_); }

Status SqliteStore::begin(Statement& how) {
  if (in_transaction(database_)) return fail(Code::internal, "A transaction is open already.");
  const Status begun = caught([&]() -> Status {
    how.run();
    // A plain BEGIN reads nothing yet; this first read fixes the state that is seen.
    notice_other_writers();
    return {};
  });
  if (!begun) end();
  return begun;
}

Status SqliteStore::commit(const Write& write) {
  if (!writing_) return fail(Code::internal, "No write transaction is open.");
  const Status done = caught([&]() -> Status {
    SOLEUS_TRY(put(write));
    commit_.run();
    return {};
  });
  writing_ = false;
  if (!done) {
    end();
    forget();
    return done;
  }
  // The events are erased whatever happens now; what cannot be scrubbed yet is when next opened.
  if (!write.erased.empty()) (void)scrub(database_, meta_);
  return {};
}

Status SqliteStore::put(const Write& write) {
  end_.prepare();
  for (const Event& event : write.events) {
    SOLEUS_TRY(journal_.insert(event));
    end_.added(event);
  }
  end_.settle();
  for (const auto& [day, habit] : write.dropped_rows) days_.drop(day, habit);
  for (const DayRow& row : write.rows) days_.put(row);
  if (write.replaced_spans) {
    spans_.clear();
    for (const OffsetSpan& span : *write.replaced_spans) spans_.add(span);
  }
  for (const OffsetSpan& span : write.new_spans) spans_.add(span);
  for (const EventId& id : write.erased) journal_.erase(id);
  if (!write.erased.empty()) meta_.set_scrub_due(true);
  return {};
}

// Errors of a rollback are of no use: SQLite has rolled back by itself then.
void SqliteStore::end() noexcept {
  writing_ = false;
  try {
    if (in_transaction(database_)) rollback_.run();
  } catch (const SQLite::Exception&) {
  }
}

void SqliteStore::forget() {
  words_.forget();
  end_.forget();
}

void SqliteStore::notice_other_writers() {
  const Use use{data_version_};
  data_version_.step();
  const auto version = static_cast<std::uint64_t>(Columns{data_version_}.integer());
  if (version != generation_) forget();
  generation_ = version;
}

Result<std::uint64_t> SqliteStore::generation() {
  return caught([&]() -> Result<std::uint64_t> {
    if (!in_transaction(database_)) notice_other_writers();
    return generation_;
  });
}

// ---- the journal ----------------------------------------------------------------------------

Result<std::int64_t> SqliteStore::last_seq() {
  return caught([&]() -> Result<std::int64_t> {
    if (!in_transaction(database_)) notice_other_writers();
    return end_.last_seq();
  });
}

Result<Hlc> SqliteStore::latest_hlc(Hlc horizon) {
  return caught([&]() -> Result<Hlc> {
    if (!in_transaction(database_)) notice_other_writers();
    return end_.latest_hlc(horizon);
  });
}

Result<std::optional<Event>> SqliteStore::find(EventId id) {
  return caught([&] { return journal_.find(id); });
}

Result<std::vector<Event>> SqliteStore::versions(EventId root) {
  return caught([&] { return journal_.versions(root); });
}

Result<std::vector<Event>> SqliteStore::entries(CivilDay from, CivilDay to) {
  return caught([&] { return journal_.entries(from, to); });
}

Result<std::optional<EventId>> SqliteStore::find_source(Source source,
                                                        const std::string& source_id) {
  return caught([&] { return journal_.find_source(source, source_id); });
}

// Most events are entries, so few more than `count` have to be looked at.
Result<std::vector<Event>> SqliteStore::newest_own_entries(std::size_t count) {
  return caught([&]() -> Result<std::vector<Event>> {
    if (!in_transaction(database_)) notice_other_writers();
    for (std::size_t look_at = count + 8;; look_at *= 4) {
      const std::vector<EventId> newest = end_.newest_own(look_at);
      std::vector<Event> entries;
      for (const EventId& id : newest) {
        if (entries.size() == count) return entries;
        SOLEUS_TRY_ASSIGN(std::optional<Event> event, journal_.find(id));
        if (event && is_entry(event->payload)) entries.push_back(std::move(*event));
      }
      if (entries.size() == count || newest.size() < look_at) return entries;
    }
  });
}

Result<std::vector<Event>> SqliteStore::setup_events() {
  return caught([&] { return journal_.setup_events(); });
}

Status SqliteStore::visit(const std::function<Status(Event&&)>& each) {
  return caught([&] { return journal_.visit(each); });
}

// ---- derived --------------------------------------------------------------------------------

Result<std::vector<DayRow>> SqliteStore::rows(CivilDay from, CivilDay to) {
  return caught([&] { return days_.rows(from, to); });
}

Result<std::optional<CivilDay>> SqliteStore::first_row_day() {
  return caught([&]() -> Result<std::optional<CivilDay>> { return days_.first_day(); });
}

Result<std::vector<OffsetSpan>> SqliteStore::offset_spans() {
  return caught([&]() -> Result<std::vector<OffsetSpan>> { return spans_.all(); });
}

}  // namespace soleus::db
