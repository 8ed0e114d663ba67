#pragma once

#include "core/base/result.h"
#include "core/journal/vocabulary.h"
#include "core/tracker/arrangements.h"
#include "platform/c/json_reader.h"
#include "platform/c/json_writer.h"

// Habits, goals and schedules as they stand in requests and replies.
// @source protocol.md, habits.*, goals.set.
namespace soleus {

/// {"type":"weekly_quota","q":2}, or the bare type where it needs no more.
/// @errors missing_field, invalid_value.
Status read(const JsonValue& json, Schedule& out);

void write(JsonWriter& writer, const Schedule& schedule);
void write(JsonWriter& writer, const Goal& goal);
void write(JsonWriter& writer, const HabitInfo& habit);

/// A tag, left out where a habit has none.
void write_tag(JsonWriter& writer, Tag tag);

}  // namespace soleus
