#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/base/sentence.h"
#include "core/habits/values.h"
#include "core/journal/entry.h"
#include "core/tracker/log.h"
#include "core/tracker/request.h"

// What a home screen, a day page and a chart show. @source protocol.md, today, day, history.
namespace soleus {

struct HabitStanding {
  HabitId id;
  std::string title;
  HabitKind kind = HabitKind::count;
  Tag tag = Tag::none;
  std::string unit;
  std::string group;
  std::int64_t amount = 0;                // everything logged
  std::int64_t counted = 0;               // what counts toward the target
  std::int64_t entries = 0;               // how many were logged: none is not the same as 0
  std::optional<std::int64_t> target;     // absent: no target on that day
  std::optional<CivilDay> reduced_until;  // gentler targets after a hold, through this day
  Schedule schedule;
  DayStatus status = DayStatus::none;
  std::optional<WeekStanding> week;
  std::optional<Sentence> next_step;
  std::vector<Entry> quick;  // ready to be logged
};

struct Overview {
  CivilDay day;
  CivilDay today;
  std::int64_t expires_utc_ms = 0;  // when `today` ends
  std::vector<HabitStanding> habits;
  std::vector<Hold> holds;
  std::vector<Sentence> hints;
};

/// Where every habit that is switched on stands today.
Result<Overview> today_overview(Ledger& ledger, const Request& request);

struct DayPage {
  Overview overview;
  std::vector<LoggedEntry> entries;
};

/// The same for one day, with its entries. @errors future_day: after tomorrow; invalid_value.
Result<DayPage> day_page(Ledger& ledger, const Request& request, CivilDay day);

enum class Bucket : std::uint8_t { day, week, month };
SOLEUS_NAMES(Bucket, 3, "day", "week", "month");

struct HistoryQuery {
  HabitId habit;
  CivilDay from;
  CivilDay to;
  Bucket bucket = Bucket::day;
};

/// A stretch of days. Weeks of weekly habits have the week's target and status (a quota counts
/// days, so its amount does too); longer stretches of other habits the sum of their days' targets
/// and the status that matters most: missed, then open, done, and the neutral ones.
struct HistoryBucket {
  CivilDay first;
  CivilDay last;
  std::int64_t amount = 0;
  std::optional<std::int64_t> target;
  DayStatus status = DayStatus::none;
};

/// Buckets that touch from..to, ascending; weeks and months are cut at the range's ends only
/// in what they show first, never in what they count.
/// @errors unknown_habit, invalid_value: from after to, or more than ten years.
Result<std::vector<HistoryBucket>> history(Ledger& ledger, const Request& request,
                                           const HistoryQuery& query);

}  // namespace soleus
