#include "tools/cli/render_today.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

#include "tools/cli/groups.h"
#include "tools/cli/habit_rows.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

std::string holds_text(const Json& overview, const Look& look) {
  std::string out;
  for (const Json& hold : items_of(overview, "holds")) {
    std::vector<std::string> tags;
    for (const Json& tag : items_of(hold, "tags")) {
      if (tag.is_string()) tags.emplace_back(tag.get_string().c_str());
    }
    std::string text = "H  On hold: " + join(tags, ", ");
    const auto to = find_day(hold, "to");
    if (to) text += " through " + long_day_text(*to);
    out += look.paint(Colour::held, indented(text + ".", 0, look.width));
  }
  return out;
}

std::string hints_text(const Json& overview, const Look& look) {
  std::string out;
  for (const Json& hint : items_of(overview, "hints")) {
    out += indented(printable(text_of(hint, "text")), 0, look.width);
  }
  return out;
}

/// The first habit that is open and can be logged with a short command.
std::string next_text(const Json& overview, const Look& look) {
  for (const Json& habit : items_of(overview, "habits")) {
    const JsonArray& quick = items_of(habit, "quick");
    if (text_of(habit, "status") != "open" || quick.empty()) continue;
    const std::string command = command_of(quick.front(), habit);
    if (command.empty()) continue;
    const std::string title = printable(text_of(habit, "title"));
    const std::string text = "Next: " + title + ", as in";
    const std::string line = text + "  soleus " + command;
    if (display_width(line) <= look.width) {
      return text + "  " + look.paint(Colour::strong, "soleus " + command) + '\n';
    }
    return text + "\n  " + look.paint(Colour::strong, "soleus " + command) + '\n';
  }
  return {};
}

void add_block(std::string& out, const std::string& block) {
  if (!block.empty()) out += '\n' + block;
}

}  // namespace

std::string render_overview(const Json& overview, const Look& look) {
  const auto day = find_day(overview, "day");
  std::string out;
  if (day) out += look.paint(Colour::strong, long_day_text(*day)) + "\n";
  const std::vector<const Json*> habits = pointers_to(items_of(overview, "habits"));
  add_block(out, habits.empty() ? "Nothing was asked of this day.\n" : rows_text(habits, look));
  add_block(out, holds_text(overview, look));
  add_block(out, hints_text(overview, look));
  add_block(out, next_text(overview, look));
  return out;
}

std::string render_habits_of_day(const Json& overview, const std::vector<std::string>& ids,
                                 const Look& look) {
  std::vector<const Json*> habits;
  for (const Json& habit : items_of(overview, "habits")) {
    if (std::find(ids.begin(), ids.end(), text_of(habit, "id")) != ids.end()) {
      habits.push_back(&habit);
    }
  }
  return rows_text(habits, look);
}

}  // namespace soleus_cli
