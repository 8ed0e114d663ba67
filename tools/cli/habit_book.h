#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tools/cli/reply.h"

namespace soleus_cli {

/// A habit as far as names and units go.
struct KnownHabit {
  std::string id;
  std::string title;
  std::string kind;
  std::string unit;
  Json goal;
};

/// The habits of a diary, by the names people use for them.
class HabitBook {
 public:
  /// `habits`: those of a habits.list reply.
  explicit HabitBook(const JsonArray& habits);

  /// The habit meant by its id, its title, a word for it ("walk"), or the beginning of one of them
  /// if no other begins so. Null if there is none. @errors Refusal: more than one begins so.
  const KnownHabit* find(std::string_view typed) const;

  const KnownHabit* with_id(std::string_view id) const;

  /// The title of `id`, else the id itself.
  std::string title_of(std::string_view id) const;
  /// The unit to show amounts of `id` in; "yes" for a yes/no habit.
  std::string unit_of(std::string_view id) const;

 private:
  std::vector<const KnownHabit*> beginning_with(std::string_view text) const;

  std::vector<KnownHabit> habits_;
};

}  // namespace soleus_cli
