#include "tools/cli/render_history.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "tools/cli/heat_map.h"
#include "tools/cli/text.h"
#include "tools/cli/words.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kGap = 3;
constexpr std::size_t kLabel = 6;  // "16 Nov"
constexpr std::size_t kShortestBar = 6;
constexpr std::size_t kLongestBar = 32;
// As many as there are weekdays beside them.
constexpr std::size_t kWeeksBeside = 7;

struct WeekRow {
  std::string label;  // its first day
  std::int64_t amount = 0;
  std::int64_t target = 0;
  std::string text;
};

std::string label_of(Day first) {
  const date::year_month_day ymd{first};
  return pad_left(std::to_string(static_cast<unsigned>(ymd.day())), 2) + ' ' +
         std::string(month_name(ymd.month()));
}

bool is_empty(const Json& bucket) {
  return number_of(bucket, "amount") == 0 && text_of(bucket, "status") == "none";
}

/// Whether a week's sum is measured against its target, and not its days, or an upper end.
bool by_sum(const HabitHistory& habit) { return !habit.weekly_quota && habit.kind != "limit"; }

WeekRow row_of(const Json& bucket, const HabitHistory& habit, const Look& look) {
  WeekRow row;
  if (const auto day = find_day(bucket, "day")) row.label = label_of(*day);
  const std::string unit = text_of(habit.weeks, "unit");
  row.amount = number_of(bucket, "amount");
  const auto target = find_number(bucket, "target");
  if (target && by_sum(habit)) {
    row.target = *target;
    row.text = progress_text(row.amount, row.target, unit, look);
  } else {
    row.text = amount_text(row.amount, unit, look);
  }
  const Sign sign = look.sign_of(text_of(bucket, "status"));
  if (habit.weekly_quota && sign.sign != " ") {
    row.text += "  " + std::string(sign.sign) + ' ' + std::string(sign.word);
  }
  return row;
}

std::vector<WeekRow> week_rows(const HabitHistory& habit, std::size_t most_weeks,
                               const Look& look) {
  const JsonArray& buckets = items_of(habit.weeks, "buckets");
  std::size_t first = buckets.size() > most_weeks ? buckets.size() - most_weeks : 0;
  while (first + 1 < buckets.size() && is_empty(buckets[first])) ++first;
  std::vector<WeekRow> rows;
  for (std::size_t i = first; i < buckets.size(); ++i) {
    rows.push_back(row_of(buckets[i], habit, look));
  }
  return rows;
}

std::size_t widest_text(const std::vector<WeekRow>& rows) {
  std::size_t widest = 0;
  for (const WeekRow& row : rows) widest = std::max(widest, display_width(row.text));
  return widest;
}

/// What the bars leave over: the label before them, the text behind.
std::size_t beside_bars(const std::vector<WeekRow>& rows) {
  return kLabel + 2 + 2 + widest_text(rows);
}

/// One bar a week on one scale, newest last; shaded up to the target.
std::vector<std::string> week_chart(const std::vector<WeekRow>& rows, std::size_t width,
                                    const Look& look) {
  std::int64_t most = 1;
  for (const WeekRow& row : rows) most = std::max({most, row.amount, row.target});
  const std::size_t taken = beside_bars(rows);
  const std::size_t bar =
      width > taken ? std::clamp(width - taken, kShortestBar, kLongestBar) : kShortestBar;
  std::vector<std::string> lines;
  for (const WeekRow& row : rows) {
    lines.push_back(look.paint(Colour::quiet, pad_right(row.label, kLabel)) + "  " +
                    look.bar(row.amount, row.target, bar, most) + "  " + row.text);
  }
  return lines;
}

std::string beside(const Block& left, const std::vector<std::string>& right) {
  std::string out;
  for (std::size_t i = 0; i < std::max(left.lines.size(), right.size()); ++i) {
    const bool has_left = i < left.lines.size();
    std::string line = has_left ? left.lines[i] : std::string(left.width, ' ');
    // The first line on the left names the months.
    if (i > 0 && i <= right.size()) line += std::string(kGap, ' ') + right[i - 1];
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + '\n';
  }
  return out;
}

std::string block_of(const HabitHistory& habit, const HistoryRange& range, bool alone,
                     const Look& look) {
  const Block map = heat_map(habit, range, look);
  std::string out = look.paint(Colour::strong, printable(habit.title)) + '\n';
  const std::vector<WeekRow> few = week_rows(habit, kWeeksBeside, look);
  const std::size_t needed = map.width + kGap + beside_bars(few) + kShortestBar;
  const bool all_shown = items_of(habit.weeks, "buckets").size() <= kWeeksBeside;
  if (look.width >= needed && (!alone || all_shown)) {
    return out + beside(map, week_chart(few, look.width - map.width - kGap, look));
  }
  out += beside(map, {}) + '\n';
  const auto rows = alone ? week_rows(habit, std::string::npos, look) : few;
  for (const std::string& line : week_chart(rows, look.width, look)) out += line + '\n';
  return out;
}

/// Nobody needs to see the weeks before the diary began.
HistoryRange without_time_before(const std::vector<HabitHistory>& habits,
                                 const HistoryRange& asked) {
  HistoryRange range = asked;
  range.from = range.to;
  for (const HabitHistory& habit : habits) {
    for (const Json& bucket : items_of(habit.days, "buckets")) {
      const auto day = find_day(bucket, "day");
      if (day && *day < range.from && *day >= asked.from && !is_empty(bucket)) range.from = *day;
    }
  }
  return range;
}

}  // namespace

std::string render_history(const std::vector<HabitHistory>& habits, const HistoryRange& asked,
                           const Look& look) {
  const HistoryRange range = without_time_before(habits, asked);
  std::string out;
  for (const HabitHistory& habit : habits) {
    out += block_of(habit, range, habits.size() == 1, look) + '\n';
  }
  return out + heat_map_legend(look);
}

}  // namespace soleus_cli
