#include "tools/cli/render_setup.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <utility>
#include <vector>

#include "tools/cli/groups.h"
#include "tools/cli/text.h"
#include "tools/cli/words.h"

namespace soleus_cli {
namespace {

constexpr std::size_t kWidestTitle = 24;

std::string from_text(const Json& goal, Day today) {
  const auto from = find_day(goal, "from_day");
  return from && *from > today ? ", from " + day_text(*from, today) : std::string();
}

std::string about(const Json& habit, Day today, const Look& look) {
  const std::string unit = text_of(habit, "unit");
  std::string text = goal_text(member(habit, "goal"), unit, look);
  text += from_text(member(habit, "goal"), today);
  const Json& next = member(habit, "next_goal");
  if (next.is_object()) text += "; then " + goal_text(next, unit, look) + from_text(next, today);
  if (flag_of(habit, "archived")) text += " (put away)";
  return text;
}

std::string scope_text(const Json& range, const HabitBook& book) {
  const std::string tag = text_of(range, "tag");
  if (!tag.empty()) return "all habits tagged " + tag;
  std::vector<std::string> titles;
  for (const Json& habit : items_of(range, "habits")) {
    if (habit.is_string()) titles.push_back(book.title_of(habit.get_string().c_str()));
  }
  if (!titles.empty()) return join(titles, ", ");
  return text_of(range, "kind") == "pause" ? "everything" : "strength habits";
}

std::string when_text(const Json& range, Day today) {
  const auto from = find_day(range, "from");
  const auto to = find_day(range, "to");
  const JsonArray& weekdays = items_of(range, "weekdays");
  std::string text = weekdays.empty() ? "" : "every " + weekdays_text(weekdays);
  if (from && to && *from == *to) return text + (text.empty() ? "" : ", ") + day_text(*from, today);
  if (from) text += (text.empty() ? "from " : " from ") + day_text(*from, today);
  if (to) text += " through " + day_text(*to, today);
  if (!to && weekdays.empty()) text += " until you resume";
  return text;
}

std::string on_off(bool on) { return on ? "on" : "off"; }

std::string minutes_text(const Json& value) {
  if (value.is_int64()) return time_text(static_cast<int>(value.get_int64()));
  const auto minute = [&](std::string_view name) {
    return time_text(static_cast<int>(number_of(value, name)));
  };
  return minute("start_min") + "-" + minute("end_min");
}

std::string weekday_text(const Json& value) {
  return value.is_string() ? std::string(value.get_string().c_str()) : std::string();
}

/// "03:00" or, while a change is on its way, "00:00, then 03:00 from Sat 21 Nov".
template <class Words>
std::string with_pending(const Json& settings, std::string_view name, Day today,
                         const Words& words) {
  std::string text = words(member(settings, name));
  const Json& pending = member(member(settings, "pending"), name);
  if (!pending.is_object()) return text;
  text += ", then " + words(member(pending, "value"));
  const auto from = find_day(pending, "from_day");
  return from ? text + " from " + day_text(*from, today) : text;
}

std::string habit_lines(const Json& habit, std::size_t title_width, Day today, const Look& look) {
  const std::string title = cut(printable(text_of(habit, "title")), title_width, look.ellipsis());
  std::string out;
  std::string head = pad_right(title, title_width) + "  ";
  for (const std::string& line :
       wrap(about(habit, today, look), look.width - std::min(look.width, title_width + 2))) {
    const std::string whole = head + line;
    out += (flag_of(habit, "archived") ? look.paint(Colour::quiet, whole) : whole) + '\n';
    head = std::string(title_width + 2, ' ');
  }
  return out;
}

}  // namespace

std::string render_habits(const Json& result, Day today, const Look& look) {
  const std::vector<const Json*> habits = pointers_to(items_of(result, "habits"));
  std::size_t title_width = 0;
  for (const Json* habit : habits) {
    title_width = std::max(title_width, display_width(printable(text_of(*habit, "title"))));
  }
  title_width = std::min(title_width, kWidestTitle);
  std::string out;
  for (const HabitGroup& group : grouped(habits)) {
    if (!group.heading.empty()) {
      out += (out.empty() ? "" : "\n") + look.paint(Colour::quiet, group.heading) + '\n';
    }
    for (const Json* habit : group.habits) out += habit_lines(*habit, title_width, today, look);
  }
  return out;
}

std::string goal_line(std::string_view title, const Json& goal, std::string_view unit, Day today,
                      const Look& look) {
  return std::string(title) + ": " + goal_text(goal, unit, look) + from_text(goal, today) + '.';
}

std::string render_plans(const JsonArray& ranges, const HabitBook& book, Day today,
                         const Look& look) {
  std::string out;
  for (const Json& range : ranges) {
    const bool pause = text_of(range, "kind") == "pause";
    const Sign sign = look.sign_of(pause ? "paused" : "rest");
    const std::string text =
        (pause ? "Pause " : "Rest ") + when_text(range, today) + ": " + scope_text(range, book);
    const std::string id = short_id(text_of(range, "id"));
    std::string lead = look.paint(Colour::quiet, pad_right(id, 6)) + "  " +
                       look.paint(sign.colour, sign.sign) + ' ';
    for (const std::string& line : wrap(text, look.width - 10)) {
      out += lead + line + '\n';
      lead = std::string(10, ' ');
    }
  }
  return out;
}

std::string render_settings(const Json& result, Day today, const Look& look) {
  const Json& settings = member(result, "settings");
  const std::vector<std::pair<std::string, std::string>> rows{
      {"day-start", with_pending(settings, "day_start_min", today, minutes_text)},
      {"week-start", with_pending(settings, "week_start", today, weekday_text)},
      {"units", text_of(settings, "units")},
      {"desk-window", with_pending(settings, "desk_window", today, minutes_text)},
      {"quiet", on_off(flag_of(settings, "quiet_mode"))},
      {"game", on_off(!flag_of(settings, "game_off"))},
  };
  std::string out;
  for (const auto& [name, value] : rows) {
    out += look.paint(Colour::strong, pad_right(name, 13)) + value + '\n';
  }
  return out;
}

}  // namespace soleus_cli
