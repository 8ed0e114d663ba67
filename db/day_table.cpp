#include "db/day_table.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

#include "db/statement_error.h"

namespace soleus::db {
namespace {

/// The name of a column, in pieces so that only those who need it join them.
struct Name {
  std::string_view before;
  std::string_view middle;
  std::string_view after;

  std::string text() const { return std::string{before}.append(middle).append(after); }
};

constexpr std::array<std::string_view, kLatenessKinds> kKinds = {"on_time", "late", "old",
                                                                 "imported"};

template <class V, class Numbers>
void per_kind(V& visit, std::string_view before, std::string_view after, Numbers& numbers) {
  for (std::size_t i = 0; i < kLatenessKinds; ++i) {
    visit(Name{before, kKinds[i], after}, numbers.of[i]);
  }
}

// The one list of a row's numbers, for naming, writing and reading them.
template <class V, class Row>
void visit_numbers(V& visit, Row& row) {
  const auto one = [&](std::string_view name, auto& number) { visit(Name{{}, name, {}}, number); };
  per_kind(visit, "", "", row.sums);
  per_kind(visit, "", "_entries", row.entries);
  one("brisk_s", row.brisk_s);
  one("incline_s", row.incline_s);
  one("varied_s", row.varied_s);
  one("reps", row.reps);
  one("reps_seated", row.reps_seated);
  one("reps_standing", row.reps_standing);
  one("positions", row.positions);
  one("own_sets", row.own_sets);
  one("load_sets", row.load_sets);
  per_kind(visit, "", "_slots", row.slots);
  one("logged_same_day", row.logged_same_day);
  one("paired_sessions", row.paired_sessions);
  one("offset_min_s", row.offset_min_s);
  one("offset_max_s", row.offset_max_s);
}

template <class V, class Before>
void visit_before_hold(V& visit, Before& before) {
  per_kind(visit, "before_hold_", "", before.sums);
  per_kind(visit, "before_hold_", "_entries", before.entries);
  per_kind(visit, "before_hold_", "_slots", before.slots);
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out.append(between);
    out.append(word);
  }
  return out;
}

std::string column_list() { return joined(DayTable::columns(), ", "); }

std::string put_sql() {
  const std::vector<std::string> values(DayTable::columns().size(), "?");
  return "REPLACE INTO day_row (" + column_list() + ") VALUES (" + joined(values, ", ") + ")";
}

Status read_row(const Statement& select, DayRow& row) {
  Columns columns{select};
  bool sound = true;
  const auto read = [&]<class Number>(const Name&, Number& number) {
    const std::int64_t value = columns.integer();
    number = static_cast<Number>(value);
    sound = sound && static_cast<std::int64_t>(number) == value;
  };
  row.day = CivilDay{static_cast<std::int32_t>(columns.integer())};
  row.habit = HabitId{std::string{columns.text()}};
  visit_numbers(read, row);
  DayRow::BeforeHold before;
  if (!columns.at_null()) {
    visit_before_hold(read, before);
    row.before_hold = before;
  }
  if (!sound) return corrupt();
  return {};
}

}  // namespace

std::vector<std::string> DayTable::columns() {
  std::vector<std::string> names = {"day", "habit"};
  const auto name = [&](const Name& column, const auto&) { names.push_back(column.text()); };
  DayRow row;
  DayRow::BeforeHold before;
  visit_numbers(name, row);
  visit_before_hold(name, before);
  return names;
}

DayTable::DayTable(SQLite::Database& database)
    : put_(database, put_sql()),
      drop_(database, "DELETE FROM day_row WHERE day = ? AND habit = ?"),
      rows_(database, "SELECT " + column_list() +
                          " FROM day_row WHERE day BETWEEN ? AND ? ORDER BY day, habit"),
      first_(database, "SELECT min(day) FROM day_row") {}

void DayTable::put(const DayRow& row) {
  Binding binding{put_};
  const auto bind = [&](const Name&, const auto& number) {
    binding.integer(static_cast<std::int64_t>(number));
  };
  binding.integer(row.day.days_since_1970()).text(row.habit.text());
  visit_numbers(bind, row);
  if (row.before_hold) {
    visit_before_hold(bind, *row.before_hold);
  } else {
    const auto leave_out = [&](const Name&, const auto&) { binding.null(); };
    const DayRow::BeforeHold nothing;
    visit_before_hold(leave_out, nothing);
  }
  put_.run();
}

void DayTable::drop(CivilDay day, const HabitId& habit) {
  Binding{drop_}.integer(day.days_since_1970()).text(habit.text());
  drop_.run();
}

Result<std::vector<DayRow>> DayTable::rows(CivilDay from, CivilDay to) {
  const Use use{rows_};
  Binding{rows_}.integer(from.days_since_1970()).integer(to.days_since_1970());
  std::vector<DayRow> out;
  while (rows_.step()) {
    SOLEUS_TRY(read_row(rows_, out.emplace_back()));
  }
  return out;
}

std::optional<CivilDay> DayTable::first_day() {
  const Use use{first_};
  first_.step();
  const auto day = Columns{first_}.integer_or_null();
  if (!day) return std::nullopt;
  return CivilDay{static_cast<std::int32_t>(*day)};
}

}  // namespace soleus::db
