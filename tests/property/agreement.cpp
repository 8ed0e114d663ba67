#include "tests/property/agreement.h"

#include <set>
#include <sstream>
#include <stdexcept>
#include <utility>
#include <variant>

#include "core/habits/setup.h"
#include "core/habits/status.h"
#include "core/tracker/merge.h"
#include "core/tracker/overview.h"
#include "db/open.h"
#include "tests/support/memory_store.h"

namespace soleus::testing {

using reference::Model;

namespace {

std::string text_of(const Sums& sums) {
  std::ostringstream out;
  for (const std::int64_t sum : sums.of) out << ' ' << sum;
  return out.str();
}

std::string text_of(const Slots& slots) {
  std::ostringstream out;
  for (const std::uint64_t set : slots.of) out << ' ' << std::hex << set;
  return out.str();
}

std::string text_of(const DayRow& row) {
  std::ostringstream out;
  out << iso_text(row.day) << ' ' << row.habit.text() << " sums" << text_of(row.sums) << " entries"
      << text_of(row.entries) << " brisk " << row.brisk_s << " incline " << row.incline_s
      << " varied " << row.varied_s << " reps " << row.reps << '/' << row.reps_seated << '/'
      << row.reps_standing << " positions " << int{row.positions} << " own " << row.own_sets
      << " load " << row.load_sets << " slots" << text_of(row.slots) << " same day "
      << row.logged_same_day << " pairs " << row.paired_sessions << " offsets " << row.offset_min_s
      << ".." << row.offset_max_s;
  if (row.before_hold) {
    out << " before hold: sums" << text_of(row.before_hold->sums) << " entries"
        << text_of(row.before_hold->entries) << " slots" << text_of(row.before_hold->slots);
  }
  return out.str();
}

std::string text_of(const std::optional<WeekStanding>& week) {
  if (!week) return "none at all";
  std::ostringstream out;
  out << week->have << " of " << week->need << ' ' << name_of(week->status);
  return out.str();
}

std::string disagreement(const HabitId& habit, CivilDay day, CivilDay as_of,
                         const std::string& product, const std::string& model) {
  return habit.text() + " on " + iso_text(day) + " as of " + iso_text(as_of) + ": product " +
         product + ", model " + model;
}

std::unique_ptr<Store> store_in(const std::optional<TempDb>& file, std::uint8_t device) {
  const DeviceId id{Uuid::v8_of("device " + std::to_string(device))};
  if (!file) return std::make_unique<MemoryStore>(id);
  db::OpenOptions options;
  options.path = file->path();
  options.synchronous = db::Synchronous::normal;
  options.device = id;
  auto opened = db::open_file(options);
  if (!opened) throw std::runtime_error(opened.error().detail);
  return std::move(opened->store);
}

}  // namespace

Diary::Diary(std::uint8_t device, Keeping keeping)
    : file_(keeping == Keeping::in_file ? std::make_optional<TempDb>() : std::nullopt),
      store_(store_in(file_, device)),
      ledger_(*store_, IdSource{device, 77}) {}

Status Diary::merge(std::vector<Event> events) {
  SOLEUS_TRY(merge_events(ledger_, std::move(events)));
  return {};
}

std::vector<Event> Diary::events() {
  std::vector<Event> all;
  const auto take = [&](Event&& event) -> Status {
    all.push_back(std::move(event));
    return {};
  };
  if (!store_->begin_read() || !store_->visit(take)) all.clear();
  store_->end();
  return all;
}

std::vector<DayRow> Diary::rows() {
  std::vector<DayRow> all;
  if (store_->begin_read()) all = store_->rows(first_valid_day(), last_valid_day()).value();
  store_->end();
  return all;
}

std::vector<OffsetSpan> Diary::offset_spans() {
  std::vector<OffsetSpan> all;
  if (store_->begin_read()) all = store_->offset_spans().value();
  store_->end();
  return all;
}

std::optional<std::string> rows_differ(Diary& diary, const Model& model) {
  auto expected = model.rows();
  for (const DayRow& row : diary.rows()) {
    const auto at = expected.find({row.day, row.habit});
    if (at == expected.end()) return "no such row in the model: " + text_of(row);
    if (at->second != row) {
      return "product: " + text_of(row) + "\n  model:   " + text_of(at->second);
    }
    expected.erase(at);
  }
  if (expected.empty()) return std::nullopt;
  return "no such row in the product: " + text_of(expected.begin()->second);
}

std::optional<std::string> standings_differ(Diary& diary, Model& model, CivilDay first,
                                            CivilDay last, CivilDay as_of) {
  const RowWindow window{first_valid_day(), last_valid_day(), diary.rows()};
  if (!diary.store().begin_read() || !diary.ledger().refresh()) return "the diary cannot be read";
  diary.store().end();
  const Setup& setup = diary.ledger().setup();
  const std::vector<OffsetSpan> spans = diary.offset_spans();
  const Standings standings{setup, spans, window, as_of};

  for (const HabitId& id : model.habits()) {
    const Habit* habit = find_habit(setup, id);
    if (habit == nullptr) return "the product does not know " + id.text();
    for (CivilDay day = first; day <= last; ++day) {
      const DayStatus status = standings.day(*habit, day);
      const DayStatus expected = model.status(id, day, as_of);
      if (status != expected) {
        return disagreement(id, day, as_of, std::string{name_of(status)},
                            std::string{name_of(expected)});
      }
      if (standings.sums(*habit, day) != model.sums(id, day)) {
        return disagreement(id, day, as_of, text_of(standings.sums(*habit, day)),
                            text_of(model.sums(id, day)));
      }
      if (model.week_first(day) != day) continue;
      const auto week = standings.week(*habit, day);
      const auto expected_week = model.week(id, day, as_of);
      if (week != expected_week) {
        return disagreement(id, day, as_of, text_of(week), text_of(expected_week));
      }
    }
  }
  return std::nullopt;
}

namespace {

std::optional<std::string> page_differs(const Overview& page, Model& model) {
  std::set<HabitId> shown;
  for (const HabitStanding& standing : page.habits) {
    shown.insert(standing.id);
    const auto differs = [&](const std::string& product, const std::string& expected) {
      return "page: " + disagreement(standing.id, page.day, page.today, product, expected);
    };
    const DayStatus status = model.status(standing.id, page.day, page.today);
    if (standing.status != status) {
      return differs(std::string{name_of(standing.status)}, std::string{name_of(status)});
    }
    const auto week = model.week(standing.id, page.day, page.today);
    if (standing.week != week) return differs(text_of(standing.week), text_of(week));
    const Sums sums = model.sums(standing.id, page.day);
    if (standing.amount != sums.total() || standing.counted != sums.counted()) {
      return differs(std::to_string(standing.counted), text_of(sums));
    }
  }
  for (const HabitId& habit : model.habits()) {
    const bool asked = model.status(habit, page.day, page.today) != DayStatus::none;
    if (asked && shown.count(habit) == 0) return habit.text() + " is not on the page";
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> pages_differ(Diary& diary, Model& model, CivilDay now,
                                        const HabitId& habit, CivilDay day, CivilDay last) {
  Request request;
  request.at = Moment{std::int64_t{now.days_since_1970()} * kMsPerDay + 12 * kMsPerHour, 0, "", {}};
  if (const auto page = day_page(diary.ledger(), request, day)) {
    if (auto difference = page_differs(page->overview, model)) return difference;
  } else if (page.error().code != Code::future_day) {
    return "no page: " + page.error().detail;
  }

  const auto today = today_overview(diary.ledger(), request);
  if (!today) return "no page of today: " + today.error().detail;
  if (auto difference = page_differs(*today, model)) return difference;

  const auto days = history(diary.ledger(), request, {habit, day, last, Bucket::day});
  if (!days) return "no history: " + days.error().detail;
  for (const HistoryBucket& bucket : *days) {
    const DayStatus status = model.status(habit, bucket.first, today->today);
    if (bucket.status == status && bucket.amount == model.sums(habit, bucket.first).total()) {
      continue;
    }
    return "history: " +
           disagreement(habit, bucket.first, today->today,
                        std::string{name_of(bucket.status)} + ' ' + std::to_string(bucket.amount),
                        std::string{name_of(status)});
  }
  return std::nullopt;
}

}  // namespace soleus::testing
