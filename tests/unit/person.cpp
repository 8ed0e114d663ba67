#include "tests/unit/person.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace soleus::testing {
namespace {

/// A test's own mistakes and unexpected refusals end it at once.
template <class T>
T must(Result<T> result) {
  if (!result) {
    throw std::runtime_error(std::string(code_name(result.error().code)) + " " +
                             result.error().field + ": " + result.error().detail);
  }
  return std::move(*result);
}

void must(const Status& status) {
  if (!status) throw std::runtime_error(status.error().detail);
}

}  // namespace

CivilDay day(std::string_view iso) {
  const auto parsed = parse_iso_day(iso);
  if (!parsed) throw std::runtime_error("not a day: " + std::string(iso));
  return *parsed;
}

Entry walk(std::int64_t minutes, Pace pace, Terrain terrain) {
  return {HabitId{"walking"}, WalkingAmounts{minutes * 60, pace, terrain, {}}, {}, {}};
}

Entry raises(std::int64_t sets, std::optional<Position> position,
             std::optional<std::int64_t> reps) {
  return {HabitId{"calf_raises"}, CalfRaiseAmounts{sets, reps, position}, {}, {}};
}

Entry strength(std::int64_t sets) {
  return {HabitId{"strength"}, StrengthAmounts{Exercise::other, sets, {}, {}, {}}, {}, {}};
}

Entry stretch(std::int64_t minutes) {
  return {HabitId{"stretching"}, StretchingAmounts{Stretch::wall, minutes * 60, {}}, {}, {}};
}

Entry water(std::int64_t ml) { return {HabitId{"water"}, WaterAmounts{ml, false}, {}, {}}; }

Entry custom(const HabitId& habit, std::int64_t amount) {
  return {habit, CustomAmounts{amount}, {}, {}};
}

Person::Person() : store_(DeviceId{Uuid::v8_of("the phone")}), ledger_(store_, IdSource{1, 2}) {
  at("2026-11-20");
}

Person& Person::at(std::string_view iso_day, std::int32_t hour, std::int32_t minute) {
  now_.utc_ms = day(iso_day).days_since_1970() * kMsPerDay + hour * kMsPerHour +
                minute * kMsPerMinute - now_.offset_s * kMsPerSecond;
  return *this;
}

Person& Person::at_utc(std::int64_t utc_ms, std::int32_t offset_s) {
  now_.utc_ms = utc_ms;
  now_.offset_s = offset_s;
  return *this;
}

Person& Person::offset(std::int32_t offset_s) {
  now_.offset_s = offset_s;
  return *this;
}

Request Person::request() const { return {now_, std::nullopt, 0}; }

Request Person::request(std::string_view id, std::uint64_t hash) const {
  return {now_, EventId{Uuid::v8_of(id)}, hash};
}

LoggedEntry Person::log(const Entry& entry) {
  return must(try_log({entry, std::nullopt, std::nullopt, Source::manual})).entry;
}

LoggedEntry Person::log_on(std::string_view iso_day, const Entry& entry) {
  return must(try_log({entry, day(iso_day), std::nullopt, Source::manual})).entry;
}

LoggedEntry Person::log_from(Source source, std::string_view iso_day, const Entry& entry) {
  return must(try_log({entry, day(iso_day), std::nullopt, source})).entry;
}

Result<LogResult> Person::try_log(LogAdd add) { return log_add(ledger_, request(), add); }

LoggedEntry Person::amend(EventId entry, const Entry& values) {
  return must(log_amend(ledger_, request(),
                        {entry, [&](const Entry&) { return values; }, {}, {}, false}))
      .entry;
}

LoggedEntry Person::move(EventId entry, std::string_view iso_day) {
  return must(log_amend(ledger_, request(),
                        {entry, [](const Entry& e) { return e; }, day(iso_day), {}, false}))
      .entry;
}

void Person::remove(EventId entry) { must(log_remove(ledger_, request(), entry)); }

UndoResult Person::undo() { return must(log_undo(ledger_, request(), std::nullopt)); }

UndoResult Person::redo() { return must(log_redo(ledger_, request(), std::nullopt)); }

std::vector<LoggedEntry> Person::entries(std::string_view from, std::string_view to) {
  return must(log_list(ledger_, request(), {day(from), day(to), std::nullopt, {}}));
}

HabitStanding Person::standing(const HabitId& habit, std::string_view iso_day) {
  const DayPage page = must(day_page(ledger_, request(), day(iso_day)));
  for (const HabitStanding& standing : page.overview.habits) {
    if (standing.id == habit) return standing;
  }
  return {};
}

HabitStanding Person::today(const HabitId& habit) {
  const Overview overview = must(today_overview(ledger_, request()));
  for (const HabitStanding& standing : overview.habits) {
    if (standing.id == habit) return standing;
  }
  throw std::runtime_error("not shown today: " + habit.text());
}

DayStatus Person::status(const HabitId& habit, std::string_view iso_day) {
  return history(habit, iso_day, iso_day, Bucket::day).front().status;
}

DayRow Person::row(const HabitId& habit, std::string_view iso_day) {
  must(store_.begin_read());
  const std::vector<DayRow> rows = must(store_.rows(day(iso_day), day(iso_day)));
  store_.end();
  const auto found =
      std::find_if(rows.begin(), rows.end(), [&](const DayRow& row) { return row.habit == habit; });
  return found == rows.end() ? DayRow{} : *found;
}

std::vector<HistoryBucket> Person::history(const HabitId& habit, std::string_view from,
                                           std::string_view to, Bucket bucket) {
  return must(soleus::history(ledger_, request(), {habit, day(from), day(to), bucket}));
}

Goal Person::set_goal(GoalChange change) {
  return must(soleus::set_goal(ledger_, request(), change));
}

HabitId Person::create(HabitCreate create) {
  return must(create_habit(ledger_, request(), create)).id;
}

EventId Person::record(Payload payload) {
  Command command = must(Command::begin(ledger_, request()));
  const EventId id = command.record(std::move(payload)).id;
  must(command.commit());
  return id;
}

EventId Person::hold(TagSet tags, HoldLevel level, std::string_view from,
                     std::optional<std::string_view> to) {
  return record(HoldSet{tags, level, day(from), to ? std::optional{day(*to)} : std::nullopt, {}});
}

void Person::end_hold(EventId hold) { record(HoldEnded{hold}); }

void Person::set_profile(std::string_view code, bool value, std::string_view from_day) {
  record(ProfileSet{day(from_day), {{std::string(code), value, {}}}});
}

}  // namespace soleus::testing
