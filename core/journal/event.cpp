#include "core/journal/event.h"

#include <array>
#include <cstddef>

namespace soleus {
namespace {

// In the order of Payload's alternatives; the last two carry their name themselves.
constexpr std::array<std::string_view, 26> kTypeNames = {
    "entry.logged",     "entry.amended",    "entry.removed",    "profile.created", "profile.set",
    "zone.seen",        "settings.set",     "habit.created",    "habit.updated",   "habit.archived",
    "habits.ordered",   "goal.set",         "plan.paused",      "plan.rested",     "plan.resumed",
    "reminder.set",     "reminder.snoozed", "reminder.skipped", "hold.set",        "hold.ended",
    "symptom.reported", "followup.updated", "badge.seen",       "level.seen",      "rules.adopted",
    "erased",
};
static_assert(kTypeNames.size() + 2 == std::variant_size_v<Payload>);

}  // namespace

std::string_view type_name(const Payload& payload) {
  if (const auto* erased = std::get_if<ErasedContent>(&payload)) return erased->type;
  if (const auto* unknown = std::get_if<UnknownPayload>(&payload)) return unknown->type;
  return kTypeNames[payload.index()];
}

bool is_entry(const Payload& payload) {
  if (const auto* erased = std::get_if<ErasedContent>(&payload)) {
    return erased->type == kTypeNames[0] || erased->type == kTypeNames[1] ||
           erased->type == kTypeNames[2];
  }
  return payload.index() <= 2;
}

}  // namespace soleus
