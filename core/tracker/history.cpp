#include <algorithm>
#include <array>
#include <cstddef>

#include "core/habits/holds.h"
#include "core/tracker/ledger.h"
#include "core/tracker/overview.h"
#include "core/tracker/window.h"

namespace soleus {
namespace {

constexpr std::int32_t kMostDays = 3660;

HistoryBucket bucket_at(const Weeks& weeks, CivilDay day, Bucket bucket) {
  HistoryBucket out;
  if (bucket == Bucket::week) {
    const Week week = weeks.week_of(day);
    out.first = week.first;
    out.last = week.last;
  } else if (bucket == Bucket::month) {
    out.first = month_start(day);
    out.last = month_start(day, 1) - 1;
  } else {
    out.first = day;
    out.last = day;
  }
  return out;
}

/// Of the statuses of a stretch, the one that matters most.
DayStatus weightier(DayStatus a, DayStatus b) {
  constexpr std::array<DayStatus, 9> kByWeight = {
      DayStatus::missed, DayStatus::open, DayStatus::done,      DayStatus::hold, DayStatus::paused,
      DayStatus::rest,   DayStatus::off,  DayStatus::short_day, DayStatus::none};
  const auto weight = [&](DayStatus s) {
    return std::find(kByWeight.begin(), kByWeight.end(), s) - kByWeight.begin();
  };
  return weight(a) <= weight(b) ? a : b;
}

/// A target is asked of a day only where it counts for or against it.
bool asks(DayStatus status) {
  return status == DayStatus::done || status == DayStatus::open || status == DayStatus::missed;
}

void add_target(HistoryBucket& bucket, std::int64_t target) {
  bucket.target = bucket.target.value_or(0) + target;
}

void fill(HistoryBucket& bucket, const Setup& setup, const Standings& standings, const Habit& habit,
          Bucket kind) {
  for (CivilDay day = bucket.first; day <= bucket.last; ++day) {
    bucket.amount += standings.sums(habit, day).total();
    const Goal goal = asked_goal(setup, habit, day);
    const DayStatus status = standings.day(habit, day);
    if (kind == Bucket::week && is_weekly(goal.schedule)) continue;
    bucket.status = weightier(bucket.status, status);
    if (asks(status) && (!is_weekly(goal.schedule) || kind == Bucket::day)) {
      add_target(bucket, day_target(goal));
    }
  }
  if (kind != Bucket::week) return;
  if (const auto week = standings.week(habit, bucket.last)) {
    bucket.status = week->status;
    // A quota counts days; so does its week.
    if (goal_on(habit, bucket.last).schedule.type == ScheduleType::weekly_quota) {
      bucket.amount = week->have;
    }
    bucket.target.reset();
    if (week->need > 0) bucket.target = week->need;
  }
}

}  // namespace

Result<std::vector<HistoryBucket>> history(Ledger& ledger, const Request& request,
                                           const HistoryQuery& query) {
  SOLEUS_TRY_ASSIGN(const Reading reading, Reading::begin(ledger, request.at));
  if (query.to < query.from || query.to - query.from > kMostDays) {
    return fail(Code::invalid_value, "params.to",
                "The last day must follow the first, by ten years at most.");
  }
  const Setup setup = begun_by(ledger.setup(), reading.today());
  const Habit* habit = find_habit(setup, query.habit);
  if (habit == nullptr) {
    return fail(Code::unknown_habit, "params.habit", "There is no such habit.");
  }
  const CivilDay first = bucket_at(setup.weeks, query.from, query.bucket).first;
  const CivilDay last = bucket_at(setup.weeks, query.to, query.bucket).last;
  SOLEUS_TRY_ASSIGN(const RowWindow window, load_window(ledger, first, last));
  const Standings standings{setup, ledger.offset_spans(), window, reading.today()};
  std::vector<HistoryBucket> buckets;
  for (CivilDay day = first; day <= last; day = buckets.back().last + 1) {
    buckets.push_back(bucket_at(setup.weeks, day, query.bucket));
    fill(buckets.back(), setup, standings, *habit, query.bucket);
  }
  return buckets;
}

}  // namespace soleus
