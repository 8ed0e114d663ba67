#include "tools/cli/habit_book.h"

#include <boost/json/array.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include "tools/cli/errors.h"
#include "tools/cli/text.h"

namespace soleus_cli {
namespace {

// The words of `soleus log`, so that every command takes them.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kWords{{
    {"walk", "walking"},
    {"raises", "calf_raises"},
    {"stretch", "stretching"},
    {"posture", "posture_check"},
    {"footwear", "footwear_check"},
    {"shoes", "footwear_check"},
    {"breaks", "desk_breaks"},
    {"desk", "desk_breaks"},
}};

}  // namespace

HabitBook::HabitBook(const JsonArray& habits) {
  for (const Json& habit : habits) {
    habits_.push_back({text_of(habit, "id"), printable(text_of(habit, "title")),
                       text_of(habit, "kind"), text_of(habit, "unit"), member(habit, "goal")});
  }
}

const KnownHabit* HabitBook::with_id(std::string_view id) const {
  const auto found =
      std::find_if(habits_.begin(), habits_.end(), [&](const KnownHabit& h) { return h.id == id; });
  return found == habits_.end() ? nullptr : &*found;
}

std::vector<const KnownHabit*> HabitBook::beginning_with(std::string_view text) const {
  std::vector<const KnownHabit*> found;
  for (const KnownHabit& habit : habits_) {
    if (habit.id.starts_with(text) || lower(habit.title).starts_with(text)) found.push_back(&habit);
  }
  return found;
}

const KnownHabit* HabitBook::find(std::string_view typed) const {
  const std::string text = lower(trim(typed));
  if (text.empty()) return nullptr;
  if (const KnownHabit* habit = with_id(text)) return habit;
  for (const auto& [word, id] : kWords) {
    if (text == word) return with_id(id);
  }
  std::vector<const KnownHabit*> found = beginning_with(text);
  // A title said in full wins over longer ones that begin with it.
  std::vector<const KnownHabit*> whole;
  std::copy_if(found.begin(), found.end(), std::back_inserter(whole),
               [&](const KnownHabit* habit) { return lower(habit->title) == text; });
  if (!whole.empty()) found = whole;
  if (found.size() <= 1) return found.empty() ? nullptr : found.front();
  std::vector<std::string> names;
  for (const KnownHabit* habit : found) names.push_back(habit->title + " (" + habit->id + ")");
  throw Refusal("\"" + printable(typed) + "\" could be " + join(names, " or ") + ".");
}

std::string HabitBook::title_of(std::string_view id) const {
  const KnownHabit* habit = with_id(id);
  return habit == nullptr ? std::string(id) : habit->title;
}

std::string HabitBook::unit_of(std::string_view id) const {
  const KnownHabit* habit = with_id(id);
  if (habit == nullptr) return {};
  return habit->kind == "yes_no" ? "yes" : habit->unit;
}

}  // namespace soleus_cli
