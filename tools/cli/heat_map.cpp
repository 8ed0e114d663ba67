#include "tools/cli/heat_map.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kLabel = 5;  // "Mon  "
constexpr std::size_t kWeekdays = 7;

struct Shade {
  std::string_view unicode;
  std::string_view ascii;
};

constexpr Shade kDone{"\u2588", "#"};
constexpr std::array<Shade, 3> kPartly{{{"\u2591", ":"}, {"\u2592", "+"}, {"\u2593", "%"}}};

/// How much of the target there is; a day without one shows that there was something.
std::size_t thirds(std::int64_t amount, std::int64_t target) {
  if (amount * 3 >= target * 2) return target > 0 ? 2 : 0;
  return amount * 3 >= target ? 1 : 0;
}

std::string cell_of(const Json& bucket, bool limit, const Look& look) {
  const std::string status = text_of(bucket, "status");
  const std::int64_t amount = number_of(bucket, "amount");
  if (status == "done") return look.paint(Colour::good, look.pick(kDone.unicode, kDone.ascii));
  const bool stopped = status == "hold" || status == "paused";
  if (amount > 0 && !limit && !stopped) {
    const Shade& shade = kPartly[thirds(amount, number_of(bucket, "target"))];
    return look.paint(Colour::fill, look.pick(shade.unicode, shade.ascii));
  }
  const Sign sign = look.sign_of(status);
  return look.paint(sign.colour, sign.sign);
}

/// The weeks of a range as columns.
class Grid {
 public:
  Grid(const HabitHistory& habit, const HistoryRange& range)
      : range_(range), limit_(habit.kind == "limit"), first_(week_of(range.from)) {
    for (const Json& bucket : items_of(habit.days, "buckets")) {
      if (const auto day = find_day(bucket, "day")) buckets_[*day] = &bucket;
    }
    weeks_ = static_cast<std::size_t>((week_of(range.to) - first_).count() / 7) + 1;
  }

  std::size_t weeks() const { return weeks_; }
  bool limit() const { return limit_; }

  Day day(std::size_t week, std::size_t row) const {
    return first_ + date::days{static_cast<int>(week * kWeekdays + row)};
  }

  std::string cell(std::size_t week, std::size_t row, const Look& look) const {
    const Day at = day(week, row);
    const auto found = buckets_.find(at);
    const bool shown = found != buckets_.end() && at >= range_.from && at <= range_.to;
    return shown ? cell_of(*found->second, limit_, look) : " ";
  }

 private:
  Day week_of(Day day) const {
    const unsigned since = (weekday_index(day) + 7 - range_.week_start) % 7;
    return day - date::days{static_cast<int>(since)};
  }

  HistoryRange range_;
  bool limit_;
  Day first_;
  std::size_t weeks_ = 0;
  std::map<Day, const Json*> buckets_;
};

/// The name of each month above the first week that begins in it, where there is room.
std::string months_line(const Grid& grid, std::size_t from, std::size_t to, std::size_t cell,
                        std::size_t room) {
  std::string line;
  date::month shown{};
  for (std::size_t week = from; week < to; ++week) {
    const date::year_month_day first{grid.day(week, 0)};
    const std::size_t column = (week - from) * cell;
    if (first.month() == shown) continue;
    shown = first.month();
    const std::string_view name = month_name(shown);
    const bool in_the_way = !line.empty() && line.size() + 1 > column;
    if (in_the_way || column + name.size() > room) continue;
    line += std::string(column - line.size(), ' ') + std::string(name);
  }
  return line;
}

void add_weeks(Block& block, const Grid& grid, const HistoryRange& range, std::size_t from,
               std::size_t to, std::size_t cell, const Look& look) {
  const std::string months = months_line(grid, from, to, cell, look.width - kLabel);
  const std::size_t cells = std::max((to - from) * cell, months.size());
  block.width = std::max(block.width, kLabel + cells);
  block.lines.push_back(std::string(kLabel, ' ') +
                        look.paint(Colour::quiet, pad_right(months, cells)));
  for (std::size_t row = 0; row < kWeekdays; ++row) {
    std::string name(weekday_name(static_cast<unsigned>(row) + range.week_start).substr(0, 3));
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    std::string line = look.paint(Colour::quiet, name) + "  ";
    for (std::size_t week = from; week < to; ++week) {
      line += grid.cell(week, row, look) + std::string(cell - 1, ' ');
    }
    line += std::string(cells - (to - from) * cell, ' ');
    block.lines.push_back(std::move(line));
  }
}

}  // namespace

Block heat_map(const HabitHistory& habit, const HistoryRange& range, const Look& look) {
  const Grid grid{habit, range};
  const std::size_t room = look.width - kLabel;
  const std::size_t cell = grid.weeks() * 2 <= room ? 2 : 1;
  Block block;
  for (std::size_t from = 0; from < grid.weeks(); from += room / cell) {
    const std::size_t to = std::min(grid.weeks(), from + room / cell);
    add_weeks(block, grid, range, from, to, cell, look);
  }
  return block;
}

std::string heat_map_legend(const Look& look) {
  std::string partly;
  for (auto shade = kPartly.rbegin(); shade != kPartly.rend(); ++shade) {
    partly += std::string(look.pick(shade->unicode, shade->ascii)) + ' ';
  }
  std::vector<std::string> parts{std::string(look.pick(kDone.unicode, kDone.ascii)) + " done",
                                 partly + "partly"};
  for (const std::string_view status : {"open", "missed", "off", "paused", "hold"}) {
    const Sign sign = look.sign_of(status);
    const std::string_view word = status == "off" ? "rest or off" : sign.word;
    parts.push_back(std::string(sign.sign) + ' ' + std::string(word));
  }
  // A sign and its word must not be torn apart at a line end.
  std::vector<std::string> lines(1);
  for (const std::string& part : parts) {
    if (!lines.back().empty() && display_width(lines.back() + "   " + part) > look.width) {
      lines.emplace_back();
    }
    lines.back() += (lines.back().empty() ? "" : "   ") + part;
  }
  std::string out;
  for (const std::string& line : lines) out += look.paint(Colour::quiet, line) + '\n';
  return out;
}

}  // namespace soleus_cli
