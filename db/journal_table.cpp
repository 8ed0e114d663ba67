#include "db/journal_table.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <variant>

#include "db/event_codec.h"
#include "db/statement_error.h"
#include "db/stray.h"

namespace soleus::db {
namespace {

// Room for a busy day, so that its entries are not moved about while they are read.
constexpr std::size_t kUsualDay = 48;

std::string select(const std::string& where) {
  return "SELECT " + kEventColumns + " FROM event WHERE " + where;
}

std::string placeholders(int count) {
  std::string out = "?";
  for (int i = 1; i < count; ++i) out += ", ?";
  return out;
}

// A version of a newer schema is kept and relayed, but says nothing to this one.
bool not_understood(const Event& version) { return !is_entry(version.payload); }

}  // namespace

// `type <= 3` are the entry types, `type >= 10` all others (migrations/0001_journal.sql).
JournalTable::JournalTable(SQLite::Database& database, Words& words)
    : database_(database),
      words_(words),
      insert_(database, "INSERT INTO event (" + kEventColumns + ") VALUES (" +
                            placeholders(kEventColumnCount) + ")"),
      find_(database, select("id = ?")),
      by_id_time_(database, select("id >= ? AND id < ? AND civil_day BETWEEN ? AND ? "
                                   "AND type <= 3 AND stray = 0")),
      strays_(database, select("stray = 1 AND civil_day BETWEEN ? AND ? AND type <= 3")),
      by_root_(database, select("root = ?")),
      elsewhere_(database,
                 select("root >= ? AND root < ? AND civil_day NOT BETWEEN ? AND ? AND type <= 3")),
      by_source_(database, select("source_key = ?")),
      setup_(database, select("type >= 10")),
      erase_(database,
             "UPDATE event SET payload = '{}', source_key = NULL, erased = 1, "
             "checksum = ? WHERE id = ?"),
      overwrite_(database,
                 "UPDATE event SET payload = '{}', source_key = NULL, erased = 1 "
                 "WHERE id = ?") {}

Status JournalTable::insert(const Event& event) {
  SOLEUS_TRY(bind_event(insert_, words_, event, buffers_));
  insert_.run();
  return {};
}

Status JournalTable::collect(Statement& statement, std::vector<Event>& out) {
  const Use use{statement};
  while (statement.step()) {
    SOLEUS_TRY(read_event(statement, words_, out.emplace_back()));
  }
  return {};
}

Result<std::optional<Event>> JournalTable::find(EventId id) {
  const Use use{find_};
  Binding{find_}.blob(id.value.bytes);
  if (!find_.step()) return std::nullopt;
  Result<std::optional<Event>> found{Event{}};
  SOLEUS_TRY(read_event(find_, words_, **found));
  return found;
}

Result<std::vector<Event>> JournalTable::versions(EventId root) {
  std::vector<Event> out;
  SOLEUS_TRY_ASSIGN(std::optional<Event> first, find(root));
  if (first) out.push_back(std::move(*first));
  Binding{by_root_}.blob(root.value.bytes);
  SOLEUS_TRY(collect(by_root_, out));
  std::erase_if(out, not_understood);
  return out;
}

// Three ranges give nearly everything: the days' events by the time in their ids, the strays, and
// the versions of the days' entries that stand on other days. Only amended entries and strays have
// their versions looked up one by one.
Result<std::vector<Event>> JournalTable::entries(CivilDay from, CivilDay to) {
  const IdRange ids = ids_of_days(from, to);
  const auto in_range = [&](EventId id) { return id >= ids.from && id < ids.until; };
  const std::int64_t first = from.days_since_1970();
  const std::int64_t last = to.days_since_1970();
  std::vector<Event> found;
  found.reserve(kUsualDay);
  Binding{by_id_time_}
      .blob(ids.from.value.bytes)
      .blob(ids.until.value.bytes)
      .integer(first)
      .integer(last);
  SOLEUS_TRY(collect(by_id_time_, found));
  Binding{strays_}.integer(first).integer(last);
  SOLEUS_TRY(collect(strays_, found));

  std::vector<EventId> roots;
  std::set<EventId> to_look_up;
  for (const Event& event : found) {
    roots.push_back(event.root);
    if (event.root != event.id || !in_range(event.root)) to_look_up.insert(event.root);
  }
  std::sort(roots.begin(), roots.end());
  std::vector<Event> elsewhere;
  Binding{elsewhere_}
      .blob(ids.from.value.bytes)
      .blob(ids.until.value.bytes)
      .integer(first)
      .integer(last);
  SOLEUS_TRY(collect(elsewhere_, elsewhere));
  for (Event& event : elsewhere) {
    if (std::binary_search(roots.begin(), roots.end(), event.root)) {
      found.push_back(std::move(event));
    }
  }
  for (const EventId& root : to_look_up) {
    SOLEUS_TRY_ASSIGN(std::vector<Event> all, versions(root));
    for (Event& event : all) {
      const bool on_the_days = event.civil_day >= from && event.civil_day <= to;
      const bool was_elsewhere = in_range(root) && event.id != root;
      if (!on_the_days && !was_elsewhere) found.push_back(std::move(event));
    }
  }
  std::erase_if(found, not_understood);
  return found;
}

Result<std::optional<EventId>> JournalTable::find_source(Source source,
                                                         const std::string& source_id) {
  std::vector<Event> told;
  Binding{by_source_}.integer(source_key(source, source_id));
  SOLEUS_TRY(collect(by_source_, told));
  // Two ids may have the same hash.
  std::erase_if(told, [&](const Event& event) {
    const auto* logged = std::get_if<EntryLogged>(&event.payload);
    return logged == nullptr || event.source != source || logged->entry.source_id != source_id;
  });
  const auto newest = std::max_element(told.begin(), told.end(), ruled_by);
  if (newest == told.end()) return std::nullopt;
  return newest->root;
}

Result<std::vector<Event>> JournalTable::setup_events() {
  std::vector<Event> out;
  SOLEUS_TRY(collect(setup_, out));
  std::sort(out.begin(), out.end(), ruled_by);
  return out;
}

Status JournalTable::visit(const std::function<Status(Event&&)>& each) {
  // A statement of its own: `each` may ask for other events, and even visit.
  Statement all{database_, "SELECT " + kEventColumns + " FROM event ORDER BY id"};
  while (all.step()) {
    Event event;
    SOLEUS_TRY(read_event(all, words_, event));
    SOLEUS_TRY(each(std::move(event)));
  }
  return {};
}

void JournalTable::erase(EventId id) {
  Result<std::optional<Event>> known = find(id);
  if (!known) {
    Binding{overwrite_}.blob(id.value.bytes);
    return overwrite_.run();
  }
  if (!*known || std::holds_alternative<ErasedContent>((*known)->payload)) return;
  const Event& event = **known;
  const std::int32_t schema = schema_of(event.payload);
  const std::string type{type_name(event.payload)};
  const std::int32_t checksum = row_checksum(event, {type, "{}", schema, true, is_stray(event)});
  Binding{erase_}.integer(checksum).blob(event.id.value.bytes);
  erase_.run();
}

}  // namespace soleus::db
