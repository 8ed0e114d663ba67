#pragma once

#include <vector>

#include "core/base/result.h"
#include "core/journal/event.h"
#include "core/tracker/store.h"

// Erasing is an event: what it names loses its content for good. @source design.md section 3.
namespace soleus {

/// Whether `event` holds content of `habit`: an entry of it, or what was arranged about it.
bool belongs_to(const Event& event, const HabitId& habit);

/// Every stored event with content of `habit`.
Result<std::vector<EventId>> content_of(Store& store, const HabitId& habit);

}  // namespace soleus
