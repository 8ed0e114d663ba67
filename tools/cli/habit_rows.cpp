#include "tools/cli/habit_rows.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "tools/cli/groups.h"
#include "tools/cli/text.h"
#include "tools/cli/words.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kWidestTitle = 22;
constexpr std::size_t kShortestBar = 8;
constexpr std::size_t kLongestBar = 28;
// A longer remark gets a line of its own, so that it does not cost every row its bar.
constexpr std::size_t kLongestRemark = 24;
constexpr std::size_t kGap = 2;

/// One habit, ready to be laid out.
struct Row {
  Sign sign;
  std::string title;
  std::string progress;
  std::string remark;
  bool has_bar = false;
  std::int64_t part = 0;
  std::int64_t whole = 0;
};

struct Columns {
  std::size_t title = 0;
  std::size_t bar = 0;
  bool one_line = false;  // else it is too narrow for one line a habit
  std::size_t progress = 0;
};

bool is_limit(const Json& habit) { return text_of(habit, "kind") == "limit"; }

void measure_limit(Row& row, const Json& habit, const Look& look) {
  const std::int64_t amount = number_of(habit, "counted");
  const std::int64_t most = number_of(habit, "target");
  const std::string unit = text_of(habit, "unit");
  const auto in_words = [&](std::int64_t n) {
    return unit == "times" ? std::to_string(n) : amount_text(n, unit, look);
  };
  // Nothing noted is not zero.
  row.progress = (amount > 0 ? in_words(amount) + " of at most " : "at most ") + in_words(most);
}

void measure_week(Row& row, const Json& habit, const Look& look) {
  const Json& week = member(habit, "week");
  row.part = number_of(week, "have");
  row.whole = number_of(week, "need");
  row.has_bar = row.whole > 0;
  const bool days = text_of(member(habit, "schedule"), "type") == "weekly_quota";
  if (days) {
    // Nothing is asked of a week that is paused from end to end.
    const std::int64_t last = row.has_bar ? row.whole : row.part;
    row.progress = row.has_bar ? std::to_string(row.part) + " of " : "";
    row.progress += std::to_string(last) + (last == 1 ? " day" : " days");
  } else {
    row.progress = progress_text(row.part, row.whole, text_of(habit, "unit"), look);
  }
}

void measure_day(Row& row, const Json& habit, const Look& look) {
  const auto target = find_number(habit, "target");
  const std::string unit = text_of(habit, "unit");
  row.part = number_of(habit, target ? "counted" : "amount");
  row.whole = target.value_or(0);
  const bool yes_no = text_of(habit, "kind") == "yes_no" && row.whole <= 1;
  if (yes_no) {
    const bool asked = text_of(habit, "status") == "open";
    row.progress = row.part > 0 ? "yes" : asked ? "not yet" : "";
  } else if (!target) {
    row.progress = row.part == 0 ? "" : amount_text(row.part, unit, look);
  } else {
    row.has_bar = true;
    row.progress = progress_text(row.part, row.whole, unit, look);
  }
}

/// A next step as part of a table: without the full stop, volumes in the person's units.
std::string step_text(const Json& step, const Look& look) {
  const auto left = find_number(member(step, "args"), "left");
  if (left && text_of(step, "key") == "next.left_ml") {
    return amount_text(*left, "ml", look) + " more";
  }
  std::string text = text_of(step, "text");
  if (text.ends_with('.') && text.find(". ") == std::string::npos) text.pop_back();
  return printable(text);
}

/// A day that is on its way to be one of the week's days: "2 of 3 sets today".
std::string begun_day(const Json& habit, const Look& look) {
  const std::int64_t counted = number_of(habit, "counted");
  const std::int64_t target = number_of(habit, "target");
  const bool quota = text_of(member(habit, "schedule"), "type") == "weekly_quota";
  if (!quota || counted <= 0 || counted >= target) return {};
  return progress_text(counted, target, text_of(habit, "unit"), look) + " this day";
}

std::string remark_of(const Json& habit, const Row& row, const Look& look) {
  const std::string status = text_of(habit, "status");
  if (const std::string begun = begun_day(habit, look); status == "off" && !begun.empty()) {
    return begun;
  }
  const std::string step = step_text(member(habit, "next_step"), look);
  if (!step.empty()) return step;
  const std::int64_t uncounted = number_of(habit, "amount") - number_of(habit, "counted");
  if (uncounted > 0) {
    return amount_text(uncounted, text_of(habit, "unit"), look) + " noted later";
  }
  if (status == "missed" && row.part > 0 && !is_limit(habit)) return "partly done";
  const std::string week = text_of(member(habit, "week"), "status");
  if (status == "off" && !week.empty()) return week == "done" ? "done this week" : "";
  return std::string(row.sign.word);
}

Row row_of(const Json& habit, const Look& look) {
  Row row;
  row.sign = look.sign_of(text_of(habit, "status"));
  row.title = cut(printable(text_of(habit, "title")), kWidestTitle, look.ellipsis());
  const bool weekly = member(habit, "week").is_object();
  if (is_limit(habit) && find_number(habit, "target")) {
    measure_limit(row, habit, look);
  } else if (weekly) {
    measure_week(row, habit, look);
  } else {
    measure_day(row, habit, look);
  }
  row.remark = remark_of(habit, row, look);
  return row;
}

Columns columns_for(const std::vector<Row>& rows, std::size_t width) {
  Columns columns;
  std::size_t remark = 0;
  for (const Row& row : rows) {
    columns.title = std::max(columns.title, display_width(row.title));
    columns.progress = std::max(columns.progress, display_width(row.progress));
    const std::size_t needed = display_width(row.remark);
    if (needed <= kLongestRemark) remark = std::max(remark, needed);
  }
  const std::size_t taken = 2 + columns.title + kGap + columns.progress + kGap + remark;
  const bool bars = std::any_of(rows.begin(), rows.end(), [](const Row& r) { return r.has_bar; });
  const std::size_t least = bars ? kShortestBar + kGap : 0;
  columns.one_line = width >= taken + least;
  if (bars && columns.one_line) columns.bar = std::min(width - taken - kGap, kLongestBar);
  return columns;
}

std::string without_trailing_spaces(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line + '\n';
}

std::string one_line(const Row& row, const Columns& columns, const Look& look) {
  std::string line = look.paint(row.sign.colour, row.sign.sign) + ' ';
  line += pad_right(row.title, columns.title) + std::string(kGap, ' ');
  if (columns.bar > 0) {
    line +=
        row.has_bar ? look.bar(row.part, row.whole, columns.bar) : std::string(columns.bar, ' ');
    line += std::string(kGap, ' ');
  }
  line += pad_right(row.progress, columns.progress);
  const bool below = display_width(row.remark) > kLongestRemark;
  if (!below) line += std::string(kGap, ' ') + look.paint(row.sign.colour, row.remark);
  line = without_trailing_spaces(line);
  if (below) line += indented(row.remark, 2 + columns.title + kGap, look.width);
  return line;
}

/// For narrow terminals: the amount beside the title, the bar and the rest below.
std::string two_lines(const Row& row, const Look& look) {
  const std::size_t room = look.width - 2;
  std::string out = look.paint(row.sign.colour, row.sign.sign) + ' ';
  const std::size_t used = display_width(row.title) + display_width(row.progress) + 1;
  const std::string space(used < room ? room - used + 1 : 1, ' ');
  out += row.title + (row.progress.empty() ? "" : space + row.progress) + '\n';
  const std::size_t remark = display_width(row.remark);
  if (!row.has_bar) return out + look.paint(row.sign.colour, indented(row.remark, 2, look.width));
  constexpr std::size_t kBar = 14;
  out += "  " + look.bar(row.part, row.whole, kBar);
  if (kBar + kGap + remark <= room) {
    return without_trailing_spaces(out + "  " + look.paint(row.sign.colour, row.remark));
  }
  return out + '\n' + indented(row.remark, 2, look.width);
}

std::string heading(const std::string& group, bool first, const Look& look) {
  return group.empty() ? "" : (first ? "" : "\n") + look.paint(Colour::quiet, group) + '\n';
}

}  // namespace

std::string rows_text(const std::vector<const Json*>& habits, const Look& look) {
  const std::vector<HabitGroup> groups = grouped(habits);
  std::vector<Row> rows;
  for (const HabitGroup& group : groups) {
    for (const Json* habit : group.habits) rows.push_back(row_of(*habit, look));
  }
  const Columns columns = columns_for(rows, look.width);
  std::string out;
  auto row = rows.begin();
  for (const HabitGroup& group : groups) {
    out += heading(group.heading, out.empty(), look);
    for (std::size_t i = 0; i < group.habits.size(); ++i, ++row) {
      out += columns.one_line ? one_line(*row, columns, look) : two_lines(*row, look);
    }
  }
  return out;
}

}  // namespace soleus_cli
